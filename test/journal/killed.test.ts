// The background is stopped after every single step, at random but always alike, and started anew.
import { expect, it } from 'vitest';
import { NO_SIGHT } from '@/test/support/acted';
import { address, person } from '@/test/support/people';
import { planAll } from '@/utils/actions';
import type { Chosen } from '@/utils/actions/inputs';
import { applied } from '@/utils/changes/apply';
import { same } from '@/utils/changes/same';
import { type Entry, type Journal, makeJournal, openStore } from '@/utils/journal';
import type { Person } from '@/utils/people/types';
import { type FakeServer, fakeServer, refused } from './server';
import { type Life, mortal, random, step } from './stopped';

const RUNS = 300;
const store = openStore('killed');

interface World {
  /** Answers get lost now and then. */
  readonly failing: boolean;
  readonly server: FakeServer;
  readonly life: { now: Life };
  readonly dice: () => number;
  start(left: number): { readonly journal: Journal; readonly stopped: Promise<void> };
}

function world(seed: number, id: string): World {
  const dice = random(seed);
  const life: World['life'] = { now: { left: Number.POSITIVE_INFINITY } };
  const anna = person({
    ref: { connection: 'book', id },
    summary: 'old',
    labels: ['vip', 'late'],
    groups: [{ id: 'g1', name: '' }],
    emails: [
      { address: address('anna@example.com'), primary: true },
      { address: address('anna@home.example'), primary: false },
    ],
    fields: [{ type: 'phone', value: '+49 30 1' }],
  });
  const failing = dice() < 0.3;
  const server = fakeServer([anna], {
    stamps: dice() < 0.6,
    at: async (when) => {
      await step(life.now);
      // The answer gets lost, or the question; in the last life the network is well.
      if (failing && life.now.left < 1000 && dice() < 0.25) throw refused(when === 'before' ? 'offline' : 'timeout');
    },
  });
  return {
    failing,
    server,
    life,
    dice,
    start(left) {
      const own: Life = { left };
      const stopped = new Promise<void>((done) => {
        own.stop = done;
      });
      life.now = own;
      const journal = makeJournal({
        store: mortal(store, own),
        sessionOf: server.sessionOf,
        changed: async () => undefined,
        now: () => new Date('2026-11-21T12:00:00.000Z'),
      });
      return { journal, stopped };
    },
  };
}

function someActions(dice: () => number, anna: Person): readonly Chosen[] {
  const all: readonly Chosen[] = [
    { action: 'set-summary', input: { from: 'old', to: 'new' } },
    { action: 'set-label', input: { label: 'vip', on: false } },
    { action: 'set-label', input: { label: 'paid', on: true } },
    { action: 'set-groups', input: { from: ['g1'], to: ['g2', 'g3'] } },
    { action: 'make-primary', input: { address: address('anna@home.example') } },
    { action: 'edit-address', input: { from: null, to: { address: address('anna@new.example') } } },
    { action: 'edit-address', input: { from: null, to: { address: address('taken@example.com') } } },
    {
      action: 'edit-contact',
      input: { from: { type: 'phone', value: '+49 30 1' }, to: { type: 'phone', value: '2' } },
    },
    { action: 'add-note', input: { text: `note of ${anna.ref.id}`, files: [] } },
    {
      action: 'set-membership',
      input: { organisation: { id: '7', name: 'Bauer' }, from: null, to: { position: 'Head', manager: false } },
    },
  ];
  const chosen = all.filter(() => dice() < 0.35);
  return chosen.length === 0 ? all.slice(0, 1) : chosen;
}

/** What somebody else makes of the person between plan and write. */
const theirs = (anna: Person): Person => ({ ...anna, summary: 'theirs', fields: [{ type: 'phone', value: '9' }] });

/** Runs `act` in one life after the other, each stopped after some steps, until one lives to the end. */
async function untilTheEnd(it: World, act: (journal: Journal) => Promise<unknown>): Promise<void> {
  const first = it.start(1 + Math.floor(it.dice() * 14));
  await Promise.race([first.stopped, act(first.journal).catch(() => undefined)]);
  for (let lives = Math.floor(it.dice() * 3); lives > 0; lives -= 1) {
    const { journal, stopped } = it.start(1 + Math.floor(it.dice() * 9));
    await Promise.race([stopped, journal.settle()]);
  }
  const last = it.start(Number.POSITIVE_INFINITY);
  await last.journal.settle();
}

const countOf = (server: FakeServer, entry: Entry, index: number): number =>
  server.state.written.filter(({ stamp }) => stamp === `${entry.id}#${index}`).length;

const entriesOf = (id: string) => store.of('book', id, 100);

it('An edit that is stopped anywhere ends as all, none, or a conflict that is told; nothing twice, nothing lost', async () => {
  const ends = { nothing: 0, done: 0, failed: 0, conflict: 0 };
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const id = `edit-${seed}`;
    const it = world(seed, id);
    const before = it.server.person(id);
    const chosen = someActions(it.dice, before);
    const other = it.dice() < 0.2;
    await untilTheEnd(it, (journal) =>
      journal.run({
        connection: 'book',
        person: id,
        action: 'edit-person',
        needs: [],
        plan: async (session) => {
          const plan = await planAll(await session.get(id), chosen, NO_SIGHT);
          if (other) it.server.other(id, theirs);
          return plan;
        },
      }),
    );
    const [entry, ...more] = await entriesOf(id);
    expect(more, id).toEqual([]);
    const start = other ? theirs(before) : before;
    const now = it.server.person(id);
    if (entry === undefined) {
      ends.nothing += 1;
      expect(it.server.state.written, id).toEqual([]);
      continue;
    }
    const steps = entry.steps.length;
    const net = entry.steps.map((_, index) => {
      const [forth, back] = [countOf(it.server, entry, index), countOf(it.server, entry, 2 * steps - 1 - index)];
      expect(Math.max(forth, back), `${id} ${index}`).toBeLessThanOrEqual(1);
      return forth - back;
    });
    expect(net, id).toEqual(entry.steps.map(({ state }) => (state === 'done' || state === 'kept' ? 1 : 0)));
    if (entry.state === 'done') {
      ends.done += 1;
      const wanted = entry.steps.reduce((one, { change }) => applied(one, change), start);
      expect(same(now, wanted), id).toBe(true);
      expect(it.server.notes(id).length).toBe(chosen.filter(({ action }) => action === 'add-note').length);
    } else {
      expect(['failed', 'conflict'], id).toContain(entry.state);
      expect(entry.problem, id).toBeDefined();
      ends[entry.state === 'failed' ? 'failed' : 'conflict'] += 1;
      expect(Math.max(...net), id).toBe(0);
      expect(now, id).toEqual(start);
      expect(it.server.notes(id), id).toEqual([]);
    }
  }
  // Every end was reached, or the test would test nothing.
  expect(Math.min(...Object.values(ends))).toBeGreaterThan(10);
}, 60_000);

it('An undo that is stopped anywhere restores all that nobody touched since, tells the rest, and does nothing twice', async () => {
  const ends = { nothing: 0, undone: 0, conflict: 0 };
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const id = `undo-${seed}`;
    const it = world(100_000 + seed, id);
    const before = it.server.person(id);
    const chosen = someActions(it.dice, before).filter(({ action, input }) => !isTaken(action, input));
    if (chosen.length === 0) continue;
    const run = { connection: 'book', person: id, action: 'edit-person', needs: [] } as const;
    const { journal } = it.start(Number.POSITIVE_INFINITY);
    const edited = await journal.run({
      ...run,
      plan: async (session) => planAll(await session.get(id), chosen, NO_SIGHT),
    });
    if (!edited) throw new Error('nothing was edited');
    const other = it.dice() < 0.4;
    if (other) it.server.other(id, theirs);
    await untilTheEnd(it, (stopped) => stopped.undo(edited.id));
    const [undo, entry, ...more] =
      (await entriesOf(id)).length === 1 ? [null, ...(await entriesOf(id))] : await entriesOf(id);
    expect(more, id).toEqual([]);
    if (!undo) {
      ends.nothing += 1;
      expect(entry?.state, id).toBe('done');
      continue;
    }
    const counts = undo.steps.map((_, index) => countOf(it.server, undo, index));
    expect(counts, id).toEqual(undo.steps.map(({ state }) => (state === 'done' ? 1 : 0)));
    const standing = entry?.steps.filter((one) => one.undone !== true) ?? [];
    expect(standing.length, id).toBe(counts.filter((count) => count === 0).length);
    // Where the network failed, the undo is done as far as it came, and can be asked for again.
    if (it.failing) continue;
    expect(it.server.person(id), id).toEqual(other ? theirs(before) : before);
    expect(it.server.notes(id), id).toEqual([]);
    const touched = entry?.steps.filter(
      ({ change }) => other && (change.type === 'contact.set' || change.type === 'person.set'),
    );
    expect(standing, id).toEqual(touched);
    const whole = standing.length === 0;
    ends[whole ? 'undone' : 'conflict'] += 1;
    expect([entry?.state, undo.state], id).toEqual(whole ? ['undone', 'done'] : ['done', 'conflict']);
  }
  expect(Math.min(...Object.values(ends))).toBeGreaterThan(10);
}, 60_000);

const isTaken = (action: Chosen['action'], input: Chosen['input']): boolean =>
  action === 'edit-address' && JSON.stringify(input).includes('taken');
