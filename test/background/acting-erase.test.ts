// Somebody is deleted for good: what this browser has kept of them goes, and of nobody else.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ownBook, someoneIn } from '@/test/support/own-book';
import { address } from '@/test/support/people';
import { rooms } from '@/test/support/rooms';
import { readAllStored } from '@/utils/browser/storage';
import { bookDatabase } from '@/utils/connectors/local/database';
import { openStore } from '@/utils/journal';
import type { PersonRef } from '@/utils/people/types';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-21T12:00:00.000Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

async function setUp() {
  const book = await ownBook();
  const people = [await someoneIn(book.session), await someoneIn(book.session), await someoneIn(book.session)] as const;
  const made = rooms([book]);
  const { acting, journal } = made;
  const version = async ({ id }: PersonRef) => (await book.session.get(id)).version ?? null;
  const merge = async (stays: PersonRef, goes: PersonRef) => {
    const versions = { stays: await version(stays), goes: await version(goes) };
    const input = { goes: goes.id, keep: {}, primary: null, versions };
    return acting['action.run']({ ref: stays, chosen: { action: 'merge', input } });
  };
  const summary = async (ref: PersonRef, to: string) => {
    const from = (await book.session.get(ref.id)).summary;
    return acting['action.run']({ ref, chosen: { action: 'set-summary', input: { from, to } } });
  };
  const hold = async (ref: PersonRef) =>
    acting['action.run']({ ref, chosen: { action: 'delete', input: { version: await version(ref) } } });
  const pass = async () => {
    vi.setSystemTime(Date.now() + 10_000);
    await journal.due();
  };
  return { ...made, session: book.session, people, merge, summary, hold, pass };
}

const typed = (text: string) => ({ text, base: '', at: '2026-11-21T12:00:00.000Z' });

it('Half-typed texts go with who was deleted, and with whoever was merged into them', async () => {
  const { acting, people, merge, hold, pass } = await setUp();
  const [stays, goes, other] = people;
  for (const [at, { ref }] of people.entries())
    await acting['typed.keep']({ tab: 7, ref, place: 'note', typed: typed(`half a note ${at}`) });
  await merge(stays.ref, goes.ref);
  await hold(stays.ref);
  await pass();
  expect(JSON.stringify(await readAllStored('local'))).not.toMatch(/half a note [01]/);
  expect(await acting['typed.get']({ tab: 7, ref: other.ref })).toMatchObject({ note: { text: 'half a note 2' } });
});

it('What was done to those who were merged into them goes from the journal, too; but not to who has come back', async () => {
  const { acting, people, merge, summary, hold, pass, settings } = await setUp();
  const [stays, goes, back] = people;
  await summary(goes.ref, 'a secret of one');
  await summary(back.ref, 'a secret of another');
  await settings(() => ({ always: { [`mail@${goes.domain}`]: goes.ref, [`mail@${back.domain}`]: back.ref } }));
  await merge(stays.ref, goes.ref);
  await acting['action.undo'](await merge(stays.ref, back.ref));
  await hold(stays.ref);
  await pass();
  const store = openStore(`journal of ${expect.getState().currentTestName}`);
  const of = async ({ ref }: { ref: PersonRef }) => JSON.stringify(await store.about(ref.connection, ref.id));
  expect(await of(goes)).toContain('set-summary');
  expect(await of(goes)).not.toMatch(/a secret|Keller|@/);
  expect(await of(back)).toContain('a secret of another');
  expect(Object.keys((await settings(() => ({}))).always)).toEqual([`mail@${back.domain}`]);
});

it('Of a refusal in the journal of somebody else that named them, nothing is left', async () => {
  const { acting, people, hold, pass, session } = await setUp();
  const [anna, ben] = people;
  await acting['action.run']({
    ref: anna.ref,
    chosen: { action: 'set-name', input: { from: 'Anna Keller', to: 'Zora Neale' } },
  });
  const input = { from: null, to: { address: address(`mail@${anna.domain}`) } };
  await acting['action.run']({ ref: ben.ref, chosen: { action: 'edit-address', input } }).catch(() => null);
  const store = openStore(`journal of ${expect.getState().currentTestName}`);
  const entries = async () => JSON.stringify(await store.about(ben.ref.connection, ben.ref.id));
  expect(await entries()).toContain('Zora');
  await hold(anna.ref);
  await pass();
  await expect(session.get(anna.ref.id)).rejects.toMatchObject({ problem: { kind: 'missing' } });
  expect(await entries()).not.toMatch(/Zora/);
  expect(await acting.entries({ ref: ben.ref, limit: 5 })).toMatchObject([
    { action: 'edit-address', state: 'conflict' },
  ]);
});

it('Who was merged into them while the deletion was held is not deleted along: it is refused, and nothing is lost', async () => {
  const { acting, people, merge, hold, pass, session } = await setUp();
  const [stays, goes] = people;
  const { entry } = await hold(stays.ref);
  vi.setSystemTime(Date.now() + 1000);
  const { people: rows } = bookDatabase('own');
  const before = await rows.get(Number(stays.ref.id));
  await merge(stays.ref, goes.ref);
  // As if what was merged had brought nothing that stands in the record.
  if (before) await rows.put(before);
  await pass();
  expect((await session.get(goes.ref.id)).ref).toEqual(stays.ref);
  const [last] = (await acting.entries({ ref: stays.ref, limit: 5 })).filter(({ id }) => id === entry);
  expect(last).toMatchObject({ state: 'conflict' });
});

it('An action asked for somebody who was merged meanwhile is not done to whoever stands for them', async () => {
  const { acting, people, merge, pass, session } = await setUp();
  const [stays, goes] = people;
  await merge(stays.ref, goes.ref);
  // By chance the survivor is in the very state that the other was in when the dialog was opened.
  const { version = null } = await session.get(stays.ref.id);
  const gone = await acting['action.run']({ ref: goes.ref, chosen: { action: 'delete', input: { version } } }).catch(
    ({ problem }) => problem.kind,
  );
  await pass();
  expect((await session.get(stays.ref.id)).ref).toEqual(stays.ref);
  expect(gone).toBe('conflict');
});

it('A clock that was turned back since a merge is no reason to refuse a deletion', async () => {
  const { people, merge, hold, pass, session } = await setUp();
  const [stays, goes] = people;
  await merge(stays.ref, goes.ref);
  vi.setSystemTime(Date.now() - 24 * 60 * 60_000);
  await hold(stays.ref);
  await pass();
  await expect(session.get(stays.ref.id)).rejects.toMatchObject({ problem: { kind: 'missing' } });
});
