import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ownBook, someoneIn } from '@/test/support/own-book';
import { standInBrowser } from '@/test/support/stand-in';
import { startBackground } from '@/utils/background/start';
import { keepViews } from '@/utils/background/tab-state';
import { readStagedFile } from '@/utils/connectors/local/staged';
import { openStore } from '@/utils/journal';
import { readSettings } from '@/utils/settings/store';

afterEach(() => vi.restoreAllMocks());

function started() {
  const browser = standInBrowser();
  Object.assign(fakeBrowser.windows, { WINDOW_ID_CURRENT: -2 });
  startBackground();
  return browser;
}

async function someone() {
  const { session } = await ownBook();
  const { ref } = await someoneIn(session);
  return { session, ref };
}

const chosen = (to: unknown) => ({ action: 'set-summary', input: { from: 'Prefers the phone.', to } });

describe('an action', () => {
  it('that the panel asks for is run, and undone', async () => {
    const { session, ref } = await someone();
    const browser = started();
    const ran = await browser.ask('action.run', { ref, chosen: chosen('new') });
    expect(ran).toEqual({ ok: true, value: { entry: expect.any(String), made: [ref.id] } });
    expect((await session.get(ref.id)).summary).toBe('new');
    const { entry } = (ran as { value: { entry: string } }).value;
    expect(await browser.ask('action.undo', { entry })).toMatchObject({ ok: true });
    expect((await session.get(ref.id)).summary).toBe('Prefers the phone.');
  });

  it('that is malformed, or none there is, is refused before anything is done', async () => {
    const { ref } = await someone();
    const browser = started();
    for (const wrong of [chosen(5), chosen('x'.repeat(50_001)), { action: 'toString', input: {} }]) {
      expect(await browser.ask('action.run', { ref, chosen: wrong })).toMatchObject({
        ok: false,
        problem: { kind: 'invalid', call: 'action.run' },
      });
    }
    expect(await browser.ask('entries', { ref, limit: 5 })).toEqual({ ok: true, value: [] });
  });

  it('that a page asks for gets no answer', async () => {
    const { session, ref } = await someone();
    const browser = started();
    browser.open(7, 'https://mail.example.com/');
    expect(browser.say(7, 'action.run', { ref, chosen: chosen('new') })).toBeUndefined();
    expect((await session.get(ref.id)).summary).toBe('Prefers the phone.');
  });
});

describe('files that were handed over', () => {
  it('are there for another try when one of several is refused, and go once all are kept', async () => {
    const { session, ref } = await someone();
    const browser = started();
    const hand = (id: string) => browser.ask('file.piece', { id, index: 0, base64: btoa('A plan') });
    const files = ['first', 'second'].map((staged) => ({ staged, name: `${staged}.txt`, size: 6, type: 'text/plain' }));
    const add = () => browser.ask('action.run', { ref, chosen: { action: 'add-files', input: { files } } });
    await hand('first');
    expect(await add()).toMatchObject({ ok: false, problem: { kind: 'invalid' } });
    expect((await session.reads.files?.(ref.id, { limit: 5 }))?.total).toBe(0);
    await hand('second');
    expect(await add()).toMatchObject({ ok: true });
    expect((await session.reads.files?.(ref.id, { limit: 5 }))?.total).toBe(2);
    expect(await Promise.all(files.map(({ staged }) => readStagedFile(staged)))).toEqual([null, null]);
  });
});

describe('what is typed', () => {
  const long = 'x'.repeat(300_000);

  it('is kept though it is far too long to be saved', async () => {
    const { ref } = await someone();
    const browser = started();
    browser.open(7, 'https://mail.example.com/');
    const typed = { text: long, base: '', at: '2026-11-21T12:00:00.000Z' };
    expect(await browser.ask('typed.keep', { tab: 7, ref, place: 'note', typed })).toEqual({ ok: true, value: null });
    expect(await browser.ask('typed.get', { tab: 7, ref })).toEqual({ ok: true, value: { note: typed } });
  });

  it('of somebody new is kept too, and refused only when they are to be made', async () => {
    const browser = started();
    browser.open(7, 'https://mail.example.com/');
    const draft = { name: long, address: 'marie@example.com', organisation: '', connection: 'book' };
    const of = 'marie@example.com';
    expect(await browser.ask('draft.keep', { tab: 7, draft, of })).toEqual({ ok: true, value: null });
    expect((await readSettings()).drafts[of]).toEqual(draft);
    expect(await browser.ask('person.create', { tab: 7, draft, of })).toMatchObject({ problem: { kind: 'invalid' } });
  });
});

describe('an edit that a stopped background left in the middle', () => {
  it('is brought to an end at the next start', async () => {
    const { session, ref } = await someone();
    const change = {
      type: 'person.set',
      person: ref.id,
      field: 'summary',
      from: 'Prefers the phone.',
      to: 'new',
    } as const;
    const label = { type: 'label.set', person: ref.id, label: 'x', at: 3, from: false, to: true } as const;
    const at = new Date().toISOString();
    await openStore().put([
      {
        id: 'left-behind',
        connection: ref.connection,
        person: ref.id,
        action: 'edit-person',
        at,
        state: 'sending',
        steps: [
          { change, of: 0, state: 'sent' },
          { change: label, of: 1, state: 'planned' },
        ],
      },
    ]);
    // Made, but its answer was never heard.
    await session.writes['person.set']?.(change, { entry: 'left-behind', step: 0, at });
    const browser = started();
    await expect
      .poll(async () => browser.ask('entries', { ref, limit: 5 }))
      .toMatchObject({ value: [{ id: 'left-behind', state: 'done', canUndo: true }] });
    expect(await session.get(ref.id)).toMatchObject({ summary: 'new', labels: ['vip', 'late', 'press', 'x'] });
  });
});

describe('the sample people', () => {
  it('take what was done to them, and what was half-typed for them, along when they are removed', async () => {
    const browser = started();
    await browser.ask('sample.load', {});
    const ref = { connection: 'sample', id: '1' };
    await browser.ask('action.run', { ref, chosen: { action: 'set-label', input: { label: 'try', on: true } } });
    const typed = { text: 'half', base: '', at: '2026-11-21T12:00:00.000Z' };
    browser.open(7, 'https://mail.example.com/');
    await browser.ask('typed.keep', { tab: 7, ref, place: 'note', typed });
    expect(await browser.ask('entries', { ref, limit: 5 })).toMatchObject({ value: [{}] });
    await browser.ask('sample.remove', {});
    expect(await browser.ask('entries', { ref, limit: 5 })).toEqual({ ok: true, value: [] });
    expect(await browser.ask('typed.get', { tab: 7, ref })).toEqual({ ok: true, value: {} });
  });

  it('are shown in no panel any more once they are removed: whoever has their number next is somebody else', async () => {
    const browser = started();
    await browser.ask('sample.load', {});
    browser.open(7, 'https://mail.example.com/');
    const ref = { connection: 'sample', id: '1' };
    const view = async () => keepViews(() => {}).get(7);
    await browser.ask('lookup.person', { tab: 7, ref });
    expect(await view()).toMatchObject({ shown: ref });
    await browser.ask('sample.remove', {});
    expect(await view()).toMatchObject({ shown: null });
    expect(JSON.stringify(await view())).not.toContain('"sample"');
  });
});
