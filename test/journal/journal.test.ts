import { describe, expect, it, vi } from 'vitest';
import { NO_SIGHT } from '@/test/support/acted';
import { person } from '@/test/support/people';
import { gate } from '@/test/support/places';
import { actions, planAll } from '@/utils/actions';
import type { Chosen } from '@/utils/actions/inputs';
import { chosenAction } from '@/utils/actions/types';
import { makeJournal, openStore } from '@/utils/journal';
import type { Store } from '@/utils/journal/db';
import type { Entry } from '@/utils/journal/types';
import type { PersonRef } from '@/utils/people/types';
import { type FakeServer, fakeServer } from './server';

const NOW = new Date('2026-11-21T12:00:00.000Z');
const store = openStore('journal-test');
const ids = { count: 0 };

/** A person of this test alone, and a journal on a server that has them. */
function setUp(hooks: Parameters<typeof fakeServer>[1] = {}, disk: Store = store) {
  ids.count += 1;
  const ref: PersonRef = { connection: 'book', id: `p${ids.count}` };
  const server = fakeServer([person({ ref, summary: 'old' })], hooks);
  return { ref, server, ...journalOn(server, disk) };
}

function journalOn(server: FakeServer, disk: Store = store) {
  const changed = vi.fn(async () => undefined);
  const journal = makeJournal({ store: disk, sessionOf: server.sessionOf, changed, now: () => NOW });
  const run = (ref: PersonRef, ...chosen: readonly Chosen[]) =>
    journal.run({
      connection: ref.connection,
      person: ref.id,
      action: 'edit-person',
      needs: chosen.flatMap((one) => chosenAction(actions, one).needs),
      plan: async (session) => planAll(await session.get(ref.id), chosen, NO_SIGHT),
    });
  return { journal, run, changed };
}

const summary = (from: string, to: string): Chosen => ({ action: 'set-summary', input: { from, to } });
const label = (name: string, on = true): Chosen => ({ action: 'set-label', input: { label: name, on } });
const full = (): Promise<never> => Promise.reject(new DOMException('full', 'QuotaExceededError'));
/** A disk that takes so many marks and is full then. */
function fullAfter(marks: number): Store {
  const left = { marks };
  return {
    ...store,
    put(entries, gone) {
      left.marks -= 1;
      return left.marks < 0 ? full() : store.put(entries, gone);
    },
  };
}
const must = (entry: Entry | null): Entry => {
  if (!entry) throw new Error('nothing was done');
  return entry;
};

describe('an entry', () => {
  it('stands in the journal as sent before the server hears of it, and as done after', async () => {
    const seen: unknown[] = [];
    const { ref, run, journal } = setUp({
      at: async (when) => {
        const [entry] = await store.of('book', ref.id, 1);
        seen.push([when, entry?.state, entry?.steps[0]?.state]);
      },
    });
    await run(ref, summary('old', 'new'));
    expect(seen).toEqual([
      ['before', 'sending', 'sent'],
      ['after', 'sending', 'sent'],
    ]);
    expect(await journal.entries(ref, 5)).toMatchObject([{ state: 'done', steps: [{ state: 'done' }] }]);
  });

  it('is not made where all is so already', async () => {
    const { ref, run, journal, changed } = setUp();
    expect(await run(ref, summary('old', 'old'))).toBeNull();
    expect(await journal.entries(ref, 5)).toEqual([]);
    expect(changed).not.toHaveBeenCalled();
  });

  it('is not made where the connection cannot write what is needed', async () => {
    const { ref, run, journal } = setUp();
    const files = [{ staged: 's', name: 'a.txt', size: 1, type: '' }];
    await expect(run(ref, { action: 'add-files', input: { files } })).rejects.toMatchObject({
      problem: { kind: 'forbidden', call: 'file.add' },
    });
    expect(await journal.entries(ref, 5)).toEqual([]);
  });

  it('of several edits is all or none, and says which was refused', async () => {
    const { ref, run, server, journal, changed } = setUp();
    const before = server.person(ref.id);
    const taken = { from: null, to: { address: 'taken@example.com' } } as never;
    const asked = run(ref, summary('old', 'new'), label('vip'), { action: 'edit-address', input: taken }, label('x'));
    await expect(asked).rejects.toMatchObject({
      problem: { kind: 'conflict', call: 'email.set', step: 2, connection: 'book' },
    });
    expect(server.person(ref.id)).toEqual(before);
    expect(changed).toHaveBeenCalledWith(ref);
    const [entry] = await journal.entries(ref, 5);
    expect(entry?.steps.map(({ state }) => state)).toEqual(['returned', 'returned', 'refused', 'planned']);
  });

  it('keeps what somebody else changed while it was taken back, and says so', async () => {
    const { ref, run, server, journal } = setUp({
      at: async (when, change) => {
        if (when === 'before' && change.type === 'email.set') {
          server.other(ref.id, (now) => ({ ...now, summary: 'theirs' }));
        }
      },
    });
    const taken = { from: null, to: { address: 'taken@example.com' } } as never;
    await expect(run(ref, summary('old', 'new'), { action: 'edit-address', input: taken })).rejects.toThrow();
    expect(server.person(ref.id).summary).toBe('theirs');
    expect((await journal.entries(ref, 1))[0]).toMatchObject({
      state: 'conflict',
      steps: [{ state: 'kept', problem: { theirs: 'theirs' } }, { state: 'refused' }],
    });
  });

  it('goes when it is half a year old, and when there are too many', async () => {
    const disk = openStore('trim-test');
    const { ref, run, journal } = setUp({}, disk);
    await disk.put([{ ...old, id: 'ancient', person: ref.id, at: '2026-05-01T00:00:00.000Z' }]);
    await disk.put([{ ...old, id: 'recent', person: ref.id, at: '2026-10-01T00:00:00.000Z' }]);
    await run(ref, summary('old', 'new'));
    await disk.put([{ ...old, id: 'unfinished', person: 'nobody', state: 'waiting', at: '2026-05-01T00:00:00.000Z' }]);
    await disk.trim(NOW);
    expect((await journal.entries(ref, 9)).map(({ id }) => id)).toEqual([expect.any(String), 'recent']);
    expect(await disk.get('unfinished')).not.toBeNull();
    await disk.trim(NOW, 2);
    expect((await journal.entries(ref, 9)).map(({ id }) => id)).toEqual([expect.any(String)]);
    expect(await disk.get('unfinished')).not.toBeNull();
  });

  it('that is under way when its connection is removed is taken back, and leaves nothing on disk', async () => {
    const late = gate<void>();
    const begun = gate<void>();
    const at = async (when: string, { type }: { readonly type: string }) => {
      if (when !== 'after' || type !== 'person.set') return;
      begun.open(undefined);
      await late.promise;
    };
    const { ref, server, journal, run } = setUp({ at });
    const running = run(ref, summary('old', 'new'), label('vip')).catch(() => null);
    await begun.promise;
    await journal.forget(ref.connection);
    late.open(undefined);
    await running;
    expect(server.state.written.filter(({ change }) => change.type === 'label.set')).toEqual([]);
    expect((await server.session.get(ref.id)).summary).toBe('old');
    expect(await store.of(ref.connection, ref.id, 10)).toEqual([]);
    expect((await store.live()).filter(({ person: id }) => id === ref.id)).toEqual([]);
  });

  it('goes with its connection', async () => {
    const { ref, run, journal } = setUp();
    await run(ref, summary('old', 'new'));
    await store.put([{ ...old, id: 'elsewhere', connection: 'sample', person: ref.id }]);
    await journal.forget('sample');
    expect(await store.get('elsewhere')).toBeNull();
    expect(await journal.entries(ref, 5)).toHaveLength(1);
  });
});

describe('a full disk', () => {
  it('keeps an edit from being made, and is told', async () => {
    const { ref, run, server } = setUp({}, { ...store, put: full });
    await expect(run(ref, summary('old', 'new'))).rejects.toMatchObject({ problem: { kind: 'storage-full' } });
    expect(server.state.written).toEqual([]);
    expect(server.person(ref.id).summary).toBe('old');
  });

  it('in the middle of several edits takes back those that were made', async () => {
    const { ref, run, server } = setUp({}, fullAfter(1));
    await expect(run(ref, summary('old', 'new'), label('vip'))).rejects.toMatchObject({
      problem: { kind: 'storage-full' },
    });
    expect(server.person(ref.id)).toMatchObject({ summary: 'old', labels: [] });
  });

  it('after the last edit changes nothing: it is made, and found made at the next start', async () => {
    const { ref, run, server } = setUp({}, fullAfter(1));
    expect(await run(ref, summary('old', 'new'))).toMatchObject({ state: 'done' });
    const { journal } = journalOn(server);
    await journal.settle();
    expect((await journal.entries(ref, 5)).map(({ state }) => state)).toEqual(['done']);
    expect(server.state.written).toHaveLength(1);
  });
});

describe('edits of one person', () => {
  it('are planned and run in the order they were asked for', async () => {
    const { ref, run, server } = setUp();
    await Promise.all([run(ref, label('one')), run(ref, label('two')), run(ref, label('three'))]);
    expect(server.person(ref.id).labels).toEqual(['one', 'two', 'three']);
  });

  it('go on after one that was refused', async () => {
    const { ref, run, server } = setUp();
    const [first, second] = await Promise.allSettled([run(ref, summary('else', 'new')), run(ref, label('vip'))]);
    expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled']);
    expect(server.person(ref.id)).toMatchObject({ summary: 'old', labels: ['vip'] });
  });

  it('do not wait for those of another person', async () => {
    const slow = gate<undefined>();
    const { ref, run, server } = setUp({
      at: async (when, change) => {
        if (when === 'before' && change.person === ref.id) await slow.promise;
      },
    });
    const other: PersonRef = { connection: 'book', id: `${ref.id}-other` };
    server.state.people.set(other.id, person({ ref: other, summary: 'old' }));
    const waiting = run(ref, summary('old', 'new'));
    await run(other, summary('old', 'new'));
    expect(server.person(other.id).summary).toBe('new');
    expect(server.person(ref.id).summary).toBe('old');
    slow.open(undefined);
    await waiting;
    expect(server.person(ref.id).summary).toBe('new');
  });

  it('made in two windows at once: the later one is told what stands there now', async () => {
    const { ref, run, server } = setUp();
    const [first, second] = await Promise.allSettled([
      run(ref, summary('old', 'mine')),
      run(ref, summary('old', 'theirs')),
    ]);
    expect(first?.status).toBe('fulfilled');
    expect(second).toMatchObject({ reason: { problem: { kind: 'conflict', theirs: 'mine' } } });
    expect(server.person(ref.id).summary).toBe('mine');
  });

  it('of one note in two windows: the later one is told what it reads now', async () => {
    const { ref, run, server } = setUp();
    const added = must(await run(ref, { action: 'add-note', input: { text: 'first', files: [] } }));
    const note = added.steps[0]?.made?.id ?? '';
    const edit = (to: string): Chosen => ({ action: 'edit-note', input: { note, from: 'first', to } });
    const [mine, theirs] = await Promise.allSettled([run(ref, edit('mine')), run(ref, edit('theirs'))]);
    expect(mine?.status).toBe('fulfilled');
    expect(theirs).toMatchObject({ reason: { problem: { kind: 'conflict', call: 'note.set', theirs: 'mine' } } });
    expect(server.notes(ref.id)).toMatchObject([{ text: 'mine' }]);
  });
});

const old: Entry = {
  id: '',
  connection: 'book',
  person: null,
  action: 'set-summary',
  at: '2026-11-20T12:00:00.000Z',
  state: 'done',
  steps: [],
};
