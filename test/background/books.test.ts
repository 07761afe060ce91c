import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { emptyBooks } from '@/test/connectors/local/book';
import { makeBooks } from '@/utils/background/books';
import { makeTyping } from '@/utils/background/typing';
import { bookDatabase } from '@/utils/connectors/local/database';
import { type ImportState, importKey, isImport } from '@/utils/messages/protocol';
import { settingsWriter } from '@/utils/settings/store';

const file = (people: number): string =>
  `name,email\n${Array.from({ length: people }, (_, at) => `P ${at},p${at}@example.com`).join('\n')}`;
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const books = () => makeBooks(settingsWriter());
const pieces = () => bookDatabase('own').importPieces.count();

async function told(): Promise<ImportState | null> {
  const value = (await fakeBrowser.storage.session.get(importKey))[importKey];
  return isImport(value) ? value : null;
}
const tell = (some: Partial<ImportState>): Promise<void> => {
  const state = { id: 'a', file: 'a.csv', state: 'running', done: 1, total: 2, known: 0, ...some };
  return fakeBrowser.storage.session.set({ [importKey]: state });
};

beforeEach(emptyBooks);
afterEach(() => vi.restoreAllMocks());

describe('an import', () => {
  it('goes on undisturbed when a second one is started meanwhile, which is refused', async () => {
    const { stagePiece, startImport, state } = books();
    await stagePiece({ id: 'first', index: 0, base64: base64(file(300)) });
    await startImport('first', 'first.csv');
    await expect(startImport('second', 'second.csv')).rejects.toMatchObject({ problem: { kind: 'conflict' } });
    await expect.poll(told).toMatchObject({ id: 'first', state: 'done', done: 300 });
    expect((await state()).own.people).toBe(300);
  });

  it('can be started again after one has ended', async () => {
    const { stagePiece, startImport } = books();
    for (const id of ['first', 'second']) {
      await stagePiece({ id, index: 0, base64: base64(`name,email\n${id},${id}@example.com`) });
      await expect.poll(() => startImport(id, `${id}.csv`).catch(() => 'busy')).toBeNull();
      await expect.poll(told).toMatchObject({ id, state: 'done', done: 1 });
    }
  });

  it('stops when it is told to, and leaves nothing', async () => {
    const { stagePiece, startImport, stopImport, state } = books();
    await stagePiece({ id: 'big', index: 0, base64: base64(file(5000)) });
    await startImport('big', 'big.csv');
    await stopImport();
    await expect.poll(told).toMatchObject({ id: 'big', state: 'stopped' });
    expect((await state()).own.people).toBe(0);
    expect(await pieces()).toBe(0);
  });

  it('that fails by no fault of the file names no line of it', async () => {
    const { startImport } = books();
    await startImport('never-sent', 'a.csv');
    await expect.poll(told).toMatchObject({ id: 'never-sent', state: 'failed' });
    await expect.poll(async () => (await told())?.problem).toBeUndefined();
  });
});

describe('an import that a stopped background left', () => {
  it.each(['checking', 'running'] as const)('%s is told as stopped, since nobody will tell its end', async (state) => {
    await tell({ state });
    await books().settle();
    await expect.poll(told).toMatchObject({ id: 'a', state: 'stopped', done: 1 });
  });

  it('done stays done', async () => {
    await tell({ state: 'done' });
    await books().settle();
    expect(await told()).toMatchObject({ state: 'done' });
  });

  it('is not called stopped while this background runs it', async () => {
    const { stagePiece, startImport, settle } = books();
    await stagePiece({ id: 'a', index: 0, base64: base64(file(300)) });
    await startImport('a', 'a.csv');
    await settle();
    await expect.poll(told).toMatchObject({ state: 'done', done: 300 });
  });
});

describe('a file that was sent and never started', () => {
  const piece = { index: 0, base64: base64('name,email') };

  it('is dropped when another one is sent', async () => {
    const { stagePiece } = books();
    await stagePiece({ ...piece, id: 'one' });
    await stagePiece({ ...piece, id: 'one', index: 1 });
    await stagePiece({ ...piece, id: 'two' });
    expect((await bookDatabase('own').importPieces.toArray()).map((row) => row.import)).toEqual(['two']);
  });

  it('is dropped by a stop', async () => {
    const { stagePiece, stopImport } = books();
    await stagePiece({ ...piece, id: 'one' });
    await stopImport();
    expect(await pieces()).toBe(0);
  });

  it('is dropped when the background starts, but not one that is being sent to it', async () => {
    const database = bookDatabase('own');
    await database.importPieces.put({ import: 'old', index: 0, bytes: new Uint8Array(1) });
    const { stagePiece, settle } = books();
    await stagePiece({ ...piece, id: 'new', index: 1 });
    await settle();
    expect((await database.importPieces.toArray()).map((row) => row.import)).toEqual(['new']);
  });
});

describe('the sample people', () => {
  it('loaded once more have nothing of those before them, even what was kept after these were removed', async () => {
    const typing = makeTyping();
    const { loadSample, removeSample } = makeBooks(settingsWriter(), typing.forget);
    const ref = { connection: 'sample', id: '61' };
    const keep = (text: string) =>
      typing['typed.keep']({ tab: 7, ref, place: 'note', typed: { text, base: '', at: '2026-11-21T12:00:00.000Z' } });
    await loadSample();
    await removeSample();
    // A panel that still showed one of them is closed.
    await keep('of somebody who was removed');
    await loadSample();
    expect(await typing['typed.get']({ tab: 7, ref })).toEqual({});
    await keep('of somebody who is there');
    await loadSample();
    expect(await typing['typed.get']({ tab: 7, ref })).toMatchObject({ note: { text: 'of somebody who is there' } });
  });
});
