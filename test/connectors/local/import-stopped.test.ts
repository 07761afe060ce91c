import { beforeEach, describe, expect, it, vi } from 'vitest';
import { address, write } from '@/test/connectors/contract';
import { runImport, settleImports, stagePiece } from '@/utils/connectors/local';
import { bookDatabase } from '@/utils/connectors/local/database';
import { reserveIds } from '@/utils/connectors/local/import-ranges';
import type { ImportState } from '@/utils/connectors/told';
import { dump, emptyBooks, openBook } from './book';
import { importFile, stage } from './import-steps';

const COUNT = 3_000;
const file = `Name,Email,Company\n${Array.from({ length: COUNT }, (_, index) => `P${index},p${index}@example.com,C${index % 50}`).join('\n')}\n`;

beforeEach(async () => {
  await emptyBooks();
  await importFile('Name,Email,Company\nAnna,anna@example.com,Bauer\n');
});

async function runUntil(state: ImportState['state'], stop: (abort: AbortController) => void): Promise<ImportState> {
  const abort = new AbortController();
  await stage('big', file);
  return runImport({
    id: 'big',
    file: 'big.csv',
    signal: abort.signal,
    tell: (progress) => {
      if (progress.state === state) stop(abort);
    },
  });
}

async function create(name: string, text: string, organisation?: string): Promise<void> {
  const session = await openBook('own');
  await write(session, {
    type: 'person.create',
    person: null,
    draft: {
      name,
      addresses: [address(text)],
      ...(organisation === undefined ? {} : { organisation: { create: organisation } }),
    },
  });
}

/** As a killed background leaves it: ids reserved, some rows written, nothing tidied up. */
async function crash(): Promise<void> {
  const database = bookDatabase('own');
  await stage('big', file);
  await database.imports.add({
    id: 'big',
    file: 'big.csv',
    at: '2026-11-21T12:00:00Z',
    people: [0, 0],
    organisations: [0, 0],
  });
  const row = await reserveIds(database, 'big', { people: COUNT, organisations: 50 });
  const facts = { createdAt: row.at, creationSystem: 'import' };
  await database.organisations.bulkAdd(
    [0, 1].map((index) => ({
      id: row.organisations[0] + index,
      name: `C${index}`,
      key: `c${index}`,
      createdAt: row.at,
    })),
  );
  await database.people.bulkAdd(
    Array.from({ length: 700 }, (_, index) => ({
      id: row.people[0] + index,
      name: `P${index}`,
      keys: [`p${index}@example.com`],
      names: [`p${index}`],
      emails: [{ address: address(`p${index}@example.com`), primary: true as const }],
      orgs: [row.organisations[0]],
      facts,
      revision: 1,
    })),
  );
}

describe('An import that does not come to its end', () => {
  it.each(['checking', 'running'] as const)('leaves nothing when it is stopped while %s', async (state) => {
    const before = await dump('own');
    expect(await runUntil(state, (abort) => abort.abort())).toMatchObject({ state: 'stopped' });
    expect(await dump('own')).toEqual(before);
  });

  it('leaves those whom somebody has written of meanwhile, with all that was written', async () => {
    await crash();
    const session = await openBook('own');
    const [found] = await session.find(address('p7@example.com'));
    const id = found?.person.ref.id ?? '';
    await write(session, { type: 'note.add', person: id, text: 'Call back', files: [], again: null });
    await settleImports();
    const { people, organisations } = bookDatabase('own');
    expect((await people.toArray()).map(({ name }) => name)).toEqual(['Anna', 'P7']);
    expect((await session.reads.notes?.(id, { limit: 5 }))?.items).toMatchObject([{ text: 'Call back' }]);
    expect((await organisations.toArray()).map(({ name }) => name)).toEqual(['Bauer', 'C0']);
    expect(await settleImports()).toBe(0);
  });

  it('is taken back at the next start after the browser was killed', async () => {
    const before = await dump('own');
    await crash();
    expect(await bookDatabase('own').people.count()).toBe(701);
    expect(await settleImports()).toBe(1);
    expect(await dump('own')).toEqual(before);
    expect(await settleImports()).toBe(0);
  });

  it('takes nobody with it who was made by hand meanwhile, nor the organisation they are in', async () => {
    await crash();
    await create('Nina', 'nina@example.net', 'C0');
    await settleImports();
    const session = await openBook('own');
    expect(await session.find(address('nina@example.net'))).toMatchObject([
      { person: { name: 'Nina', memberships: [{ name: 'C0' }] } },
    ]);
    expect(await session.find(address('p0@example.com'))).toEqual([]);
    expect((await bookDatabase('own').organisations.toArray()).map(({ name }) => name)).toEqual(['Bauer', 'C0']);
  });

  it('is not started beside another one', async () => {
    await crash();
    await stage('other', 'Name,Email\nBen,ben@example.com\n');
    const other = runImport({
      id: 'other',
      file: 'other.csv',
      tell: () => undefined,
      signal: new AbortController().signal,
    });
    await expect(other).rejects.toMatchObject({ problem: { kind: 'conflict', detail: 'big.csv' } });
    expect(await bookDatabase('own').imports.toCollection().primaryKeys()).toEqual(['big']);
  });

  it('is left alone while it runs, when the background starts twice', async () => {
    const settled: Promise<number>[] = [];
    expect(await runUntil('running', () => void settled.push(settleImports()))).toMatchObject({ state: 'done' });
    expect(await Promise.all(settled)).not.toContain(1);
    expect(await bookDatabase('own').people.count()).toBe(COUNT + 1);
  });

  it('can be tried again', async () => {
    await runUntil('running', (abort) => abort.abort());
    expect(await runUntil('stopped', () => undefined)).toMatchObject({ state: 'done', done: COUNT });
    expect(await bookDatabase('own').people.count()).toBe(COUNT + 1);
  });

  it('leaves nothing when the disk is full, and says at which line that was', async () => {
    const before = await dump('own');
    const add = IDBObjectStore.prototype.add;
    const count = { people: 0 };
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...row) {
      count.people += this.name === 'people' ? 1 : 0;
      if (count.people > 500) throw new DOMException('full', 'QuotaExceededError');
      return add.apply(this, row);
    });
    const last = await runUntil('stopped', () => undefined);
    vi.restoreAllMocks();
    expect(last).toMatchObject({ state: 'failed', problem: { kind: 'storage-full' } });
    expect(last.problem?.line).toBeGreaterThan(500);
    expect(await dump('own')).toEqual(before);
  });

  it('leaves nothing when the disk is full at the end of the file', async () => {
    const before = await dump('own');
    const add = IDBObjectStore.prototype.add;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...row) {
      if (JSON.stringify(row).includes(`p${COUNT - 1}@example.com`))
        throw new DOMException('full', 'QuotaExceededError');
      return add.apply(this, row);
    });
    const last = await runUntil('stopped', () => undefined);
    vi.restoreAllMocks();
    expect(last).toMatchObject({ state: 'failed', problem: { kind: 'storage-full' } });
    expect(await dump('own')).toEqual(before);
  });

  it('fails, and leaves nothing, when a piece of the file is not here', async () => {
    const before = await dump('own');
    await stagePiece({ id: 'gap', index: 0, base64: btoa('Name,Email\n') });
    await stagePiece({ id: 'gap', index: 2, base64: btoa('Ben,ben@example.com\n') });
    const gap = runImport({ id: 'gap', file: 'gap.csv', tell: () => undefined, signal: new AbortController().signal });
    await expect(gap).rejects.toMatchObject({ problem: { kind: 'invalid' } });
    expect(await dump('own')).toEqual(before);
    await expect(stagePiece({ id: 'gap', index: 0, base64: '***' })).rejects.toMatchObject({
      problem: { kind: 'invalid' },
    });
  });
});
