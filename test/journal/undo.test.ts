import { describe, expect, it, vi } from 'vitest';
import { NO_SIGHT } from '@/test/support/acted';
import { address, person } from '@/test/support/people';
import { planAll } from '@/utils/actions';
import type { Chosen } from '@/utils/actions/inputs';
import { canUndo, makeJournal, openStore } from '@/utils/journal';
import type { PersonRef } from '@/utils/people/types';
import { fakeServer } from './server';

const store = openStore('undo-test');
const ids = { count: 0 };

function setUp(hooks: Parameters<typeof fakeServer>[1] = {}) {
  ids.count += 1;
  const ref: PersonRef = { connection: 'book', id: `p${ids.count}` };
  const server = fakeServer([person({ ref, summary: 'old', labels: ['a', 'b', 'c'] })], hooks);
  const journal = makeJournal({
    store,
    sessionOf: server.sessionOf,
    changed: vi.fn(async () => undefined),
    now: () => new Date(),
  });
  const run = async (...chosen: readonly Chosen[]) => {
    const entry = await journal.run({
      connection: 'book',
      person: ref.id,
      action: 'edit-person',
      needs: [],
      plan: async (session) => planAll(await session.get(ref.id), chosen, NO_SIGHT),
    });
    if (!entry) throw new Error('nothing was done');
    return entry.id;
  };
  return { ref, server, journal, run, states: async () => (await journal.entries(ref, 9)).map(({ state }) => state) };
}

const summary = (from: string, to: string): Chosen => ({ action: 'set-summary', input: { from, to } });
const label = (name: string, on: boolean): Chosen => ({ action: 'set-label', input: { label: name, on } });

describe('undo', () => {
  it('brings back exactly what was, in its place', async () => {
    const { ref, server, journal, run, states } = setUp();
    const before = server.person(ref.id);
    const entry = await run(
      label('b', false),
      { action: 'edit-address', input: { from: null, to: { address: address('anna@home.example') } } },
      { action: 'make-primary', input: { address: address('anna@home.example') } },
      { action: 'edit-address', input: { from: { address: address('anna@example.com') }, to: null } },
      summary('old', 'new'),
    );
    expect(server.person(ref.id).emails).toEqual([{ address: 'anna@home.example', primary: true }]);
    await journal.undo(entry);
    expect(server.person(ref.id)).toEqual(before);
    expect(await states()).toEqual(['done', 'undone']);
  });

  it('after other edits restores what nobody touched since and lists the rest', async () => {
    const { ref, server, journal, run } = setUp();
    const entry = await run(summary('old', 'new'), label('b', false));
    await run(summary('new', 'newer'), label('d', true));
    await expect(journal.undo(entry)).rejects.toMatchObject({
      problem: { kind: 'conflict', call: 'person.set', theirs: 'newer', left: { count: 1, of: 2 } },
    });
    expect(server.person(ref.id)).toMatchObject({ summary: 'newer', labels: ['a', 'b', 'c', 'd'] });
    const [undo, , first] = await journal.entries(ref, 9);
    expect(undo).toMatchObject({ action: 'undo', state: 'conflict' });
    expect(first && [first.state, canUndo(first)]).toEqual(['done', true]);
  });

  it('of what was left once can be asked for again when it is as it was', async () => {
    const { ref, server, journal, run, states } = setUp();
    const entry = await run(summary('old', 'new'), label('b', false));
    await run(summary('new', 'newer'));
    await journal.undo(entry).catch(() => undefined);
    await run(summary('newer', 'new'));
    await journal.undo(entry);
    expect(server.person(ref.id)).toMatchObject({ summary: 'old', labels: ['a', 'b', 'c'] });
    expect((await states()).at(-1)).toBe('undone');
  });

  it('asked for twice at once is done once', async () => {
    const { ref, server, journal, run } = setUp();
    const entry = await run(label('b', false));
    const asked = await Promise.allSettled([journal.undo(entry), journal.undo(entry)]);
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(asked[1]).toMatchObject({ reason: { problem: { kind: 'missing' } } });
    expect(server.state.written).toHaveLength(2);
    expect(server.person(ref.id).labels).toEqual(['a', 'b', 'c']);
  });

  it('can itself be undone', async () => {
    const { ref, server, journal, run } = setUp();
    const entry = await run(summary('old', 'new'));
    const undo = await journal.undo(entry);
    await journal.undo(undo?.id ?? '');
    expect(server.person(ref.id).summary).toBe('new');
  });

  it('of a note takes it away; of a removed note brings it back as it was', async () => {
    const { ref, server, journal, run } = setUp();
    const added = await run({ action: 'add-note', input: { text: 'call her', files: [] } });
    const [note] = server.notes(ref.id);
    if (!note) throw new Error('no note');
    const removed = await run({ action: 'remove-note', input: { note: { ...note, files: [] } } });
    expect(server.notes(ref.id)).toEqual([]);
    await journal.undo(removed);
    expect(server.notes(ref.id)).toEqual([note]);
    await journal.undo(added);
    expect(server.notes(ref.id)).toEqual([]);
  });

  it('of a new person deletes them; that is final', async () => {
    const { server, journal } = setUp();
    const made = await journal.run({
      connection: 'book',
      person: null,
      action: 'create-person',
      needs: ['person.create'],
      plan: async () => [
        {
          change: {
            type: 'person.create',
            person: null,
            draft: { name: 'Ben', addresses: [address('ben@example.com')] },
          },
          of: 0,
        },
      ],
    });
    const ref = { connection: 'book', id: made?.person ?? '' };
    expect((await journal.entries(ref, 5)).map(({ action }) => action)).toEqual(['create-person']);
    const undo = await journal.undo(made?.id ?? '');
    expect(server.state.people.has(ref.id)).toBe(false);
    expect(undo && canUndo(undo)).toBe(false);
  });

  it('of nothing fails', async () => {
    const { journal } = setUp();
    await expect(journal.undo('none')).rejects.toMatchObject({ problem: { kind: 'missing', call: 'action.undo' } });
  });
});

it('What has changed nothing that could come back has no undo', () => {
  const made = { id: 'p1', version: '1' };
  const step = (type: 'login.view' | 'account.unlock') =>
    ({ change: { type, person: 'p1' }, of: 0, state: 'done', made }) as const;
  const entry = { id: 'e', connection: 'book', person: 'p1', action: 'view-as', at: '', state: 'done' } as const;
  expect(canUndo({ ...entry, steps: [step('login.view')] })).toBe(false);
  const set = { type: 'person.set', person: 'p1', field: 'name', from: 'a', to: 'b' } as const;
  const named = { change: set, of: 0, state: 'done', made } as const;
  expect(canUndo({ ...entry, steps: [step('account.unlock'), named] })).toBe(true);
});
