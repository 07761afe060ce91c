// Whatever an agent does, in any order: edits with and without a network, merges, deletions that are held, undo, what
// is taken out of the queue, conflicts that are settled. The background is stopped after every single step and started
// anew. In the end all of it is done, undone or stopped with a reason; nothing is made twice, nothing is lost.
import { expect, it } from 'vitest';
import { person } from '@/test/support/people';
import { applied } from '@/utils/changes/apply';
import { type Entry, makeJournal } from '@/utils/journal';
import type { Person } from '@/utils/people/types';
import { type Deed, deeds, SECRET } from './deeds';
import { memoryDisk } from './memory';
import { fakeServer, refused, stampKey } from './server';
import { type Life, mortal, mortalSession, random } from './stopped';

const RUNS = 2000;
const HOUR = 3_600_000;

/** One agent, two people, one server, and a background that is stopped again and again. */
function world(seed: number) {
  const dice = random(seed);
  const disk = memoryDisk();
  const clock = { now: Date.parse('2026-11-21T12:00:00.000Z') };
  const net = { away: dice() < 0.4, flaky: dice() < 0.3 };
  const heldFrom = new Map<string, number>();
  const lines: string[] = [];
  /** Of each deletion that was sent: whether the agent had no ten seconds. */
  const early: boolean[] = [];
  const fail = (when: 'before' | 'after') => {
    if (net.away) throw refused('offline');
    if (net.flaky && dice() < 0.15) throw refused(when === 'before' ? 'rate-limited' : 'timeout');
  };
  const stamps = dice() < 0.6;
  const server = fakeServer([somebody('a'), somebody('b')], {
    stamps,
    read: async () => fail('before'),
    at: async (when, change) => {
      if (when === 'before' && change.type === 'person.erase') {
        early.push(clock.now - (heldFrom.get(change.person ?? '') ?? clock.now) < 10_000);
      }
      fail(when);
    },
  });
  server.state.tickets.set('b', ['t1', 't2']);
  const start = (left: number) => {
    const own: Life = { left };
    const stopped = new Promise<'stopped'>((done) => {
      own.stop = () => done('stopped');
    });
    const journal = makeJournal({
      store: mortal(
        {
          ...disk,
          put: (entries, gone) => {
            lines.push(JSON.stringify(entries));
            return disk.put(entries, gone);
          },
        },
        own,
      ),
      sessionOf: async () => {
        if (net.away && dice() < 0.5) throw refused('offline');
        return mortalSession(server.session, own);
      },
      changed: async () => undefined,
      remembered: async ({ id }) => server.state.people.get(id) ?? null,
      now: () => new Date(clock.now),
    });
    return { journal, stopped, life: own };
  };
  return { seed, stamps, dice, disk, clock, net, server, heldFrom, early, lines, start };
}

type World = ReturnType<typeof world>;

const somebody = (id: string): Person =>
  person({
    ref: { connection: 'book', id },
    summary: 'old',
    labels: ['vip'],
    groups: [],
    fields: [{ type: 'phone', value: `+49 30 ${id}` }],
    version: '1',
  });

/** What an agent was told is there: an entry that is written down. */
interface Told {
  readonly accepted: Map<string, Entry>;
  /** Taken out before anything of it was sent, or of somebody who is gone. */
  readonly gone: Set<string>;
}

/** Does one thing after the other in one life, until that is stopped. */
async function live(it: World, left: number, todo: readonly Deed[], told: Told): Promise<readonly Deed[]> {
  const { journal, stopped, life } = it.start(left);
  const rest = [...todo];
  const work = async (): Promise<'done'> => {
    await journal.settle();
    for (let next = rest[0]; next !== undefined && life.left > 0; next = rest[0]) {
      rest.shift();
      await next({ ...it, journal, told });
    }
    return 'done';
  };
  await Promise.race([stopped, work()]);
  // There is never more than one background: what this one still had in hand ends with it.
  life.left = 0;
  return [...rest];
}

async function lived(seed: number) {
  const it = world(seed);
  const told: Told = { accepted: new Map(), gone: new Set() };
  let todo = deeds(it.dice);
  for (let lives = 0; todo.length > 0 && lives < 12; lives += 1) {
    todo = await live(it, it.dice() < 0.25 ? Number.POSITIVE_INFINITY : 1 + Math.floor(it.dice() * 25), todo, told);
  }
  for (let lives = Math.floor(it.dice() * 3); lives > 0; lives -= 1) {
    await live(it, 1 + Math.floor(it.dice() * 10), [], told);
  }
  // In the last life the network is well, and time goes by.
  it.net.away = false;
  it.net.flaky = false;
  const { journal } = it.start(Number.POSITIVE_INFINITY);
  await journal.settle();
  for (let hours = 0; hours < 3; hours += 1) {
    it.clock.now += HOUR;
    await journal.due();
    await journal.send();
  }
  return { ...it, told };
}

const ENDED: readonly Entry['state'][] = ['draft', 'done', 'failed', 'conflict', 'undone'];

/** How often a step was made, less how often it was taken back. */
function netOf({ server, seed }: World, entry: Entry): readonly number[] {
  const count = (index: number): number =>
    server.state.written.filter(({ stamp }) => stamp === stampKey({ entry: entry.id, step: index, at: '' })).length;
  return entry.steps.map((_, index) => {
    const [forth, back] = [count(index), count(2 * entry.steps.length - 1 - index)];
    expect(Math.max(forth, back), `${seed}: nothing is made twice`).toBeLessThanOrEqual(1);
    return forth - back;
  });
}

const sorted = ({ labels, emails, summary, fields }: Person) => ({
  labels: [...labels].sort(),
  emails: emails.map(({ address }) => address).sort(),
  summary,
  phones: fields.map(({ value }) => value).sort(),
});

it('However often it is stopped, all of it ends as done, undone, or stopped and told; nothing twice, nothing lost', async () => {
  const ends: Record<string, number> = {};
  const seen = (what: string) => {
    ends[what] = (ends[what] ?? 0) + 1;
  };
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const it = await lived(seed);
    const entries = it.disk.all();
    const ids = new Set(entries.map(({ id }) => id));
    const erased = (entry: Entry) =>
      [entry.person, ...(entry.others ?? [])].some((id) => !it.server.state.people.has(id ?? ''));
    for (const [id, entry] of it.told.accepted) {
      // Of somebody who is gone nothing waits any more.
      if (entry.state === 'queued' || entry.state === 'held' ? erased(entry) : false) continue;
      expect(ids.has(id) || it.told.gone.has(id), `${seed}: ${id} is lost`).toBe(true);
    }
    const written = new Set(it.server.state.written.map(({ stamp }) => stamp));
    expect(written.size, `${seed}: nothing is made twice`).toBe(it.server.state.written.length);
    for (const entry of entries) {
      const name = `${seed} ${entry.action} ${entry.state}`;
      expect(ENDED, name).toContain(entry.state);
      seen(entry.undoes === undefined ? entry.state : `undo ${entry.state}`);
      if (entry.state === 'failed' || entry.state === 'conflict') {
        expect(entry.problem ?? (entry.steps.length === 0 && 'of somebody who is gone'), name).toBeTruthy();
      }
      if (entry.again !== undefined) expect(ids, `${name}: what was tried again is there`).toContain(entry.again);
      const net = netOf(it, entry);
      if (entry.action === 'delete' || entry.action === 'delete-and-ban') continue;
      // Without stamps nobody can read whether a password was set, nor whether a value was that is somebody else's by
      // now: it is told as unknown, or as in conflict, and never sent again.
      const untold = entry.steps.map(
        ({ change, problem }) =>
          (change.type === 'login.password' && problem?.kind === 'timeout') ||
          (!it.stamps && problem?.kind === 'conflict' && it.server.state.others.has(change.person ?? '')),
      );
      const stands = entry.steps.map(({ state }, index) =>
        untold[index] ? net[index] : state === 'done' || state === 'kept' ? 1 : 0,
      );
      expect(net, name).toEqual(stands);
      if (entry.undoes !== undefined || entry.steps.some(({ state }) => state === 'kept')) continue;
      // All or none.
      if (untold.includes(true)) continue;
      const wanted = entry.steps.filter(({ state }) => state !== 'given').length;
      expect(net.filter((one) => one === 1).length, name).toBe(
        entry.state === 'done' || (entry.state === 'undone' && entry.steps.some(({ undone }) => undone)) ? wanted : 0,
      );
    }
    for (const id of ['a', 'b']) {
      const now = it.server.state.people.get(id);
      const about = entries.filter((entry) => entry.person === id || entry.others?.includes(id));
      if (now === undefined) {
        seen('erased');
        const left = about.flatMap(({ steps }) => steps).map(({ change }) => change.type);
        expect(left, `${seed}: nothing is kept about who is gone`).toEqual(
          left.filter((type) => type === 'person.erase'),
        );
        continue;
      }
      // What stands of all that was done is what is there.
      const standing = entries
        .filter(({ undoes }) => undoes === undefined)
        .flatMap(({ steps }) => steps)
        .filter(
          ({ state, undone, change }) => (state === 'done' || state === 'kept') && !undone && change.person === id,
        );
      if (about.some(({ steps, state }) => steps.length === 0 && state !== 'draft')) continue;
      const wanted = standing.reduce((one, { change }) => applied(one, change), somebody(id));
      const [is, should] = [sorted(now), sorted(wanted)];
      expect([is.labels, is.emails], `${seed} ${id}`).toEqual([should.labels, should.emails]);
      if (!it.server.state.others.has(id)) expect(is, `${seed} ${id}`).toEqual(should);
    }
    expect(it.early, `${seed}: nothing final is sent at once`).not.toContain(true);
    expect(it.lines.join(''), `${seed}: no secret is written down`).not.toContain(SECRET);
    expect(it.server.state.passwords.length, `${seed}`).toBeLessThanOrEqual(1);
  }
  // Every end was reached, or the test would test nothing.
  for (const end of ['done', 'failed', 'conflict', 'undone', 'undo done', 'undo conflict', 'erased']) {
    expect(ends[end] ?? 0, end).toBeGreaterThan(5);
  }
}, 120_000);
