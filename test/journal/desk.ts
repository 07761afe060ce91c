// A journal on a server whose network, and a clock whose time, the test decides.
import { vi } from 'vitest';
import { NO_SIGHT } from '@/test/support/acted';
import { person } from '@/test/support/people';
import { mayWait, planAll } from '@/utils/actions';
import type { Chosen } from '@/utils/actions/inputs';
import type { Change } from '@/utils/changes/types';
import { type Entry, makeJournal, type Run } from '@/utils/journal';
import type { Store } from '@/utils/journal/db';
import type { Person, PersonRef } from '@/utils/people/types';
import { type Problem, ProblemError } from '@/utils/problem';
import { memoryDisk } from './memory';
import { fakeServer } from './server';

export function desk(people: readonly Partial<Person>[] = [{}]) {
  const all = people.map((one, index) =>
    person({ ref: { connection: 'book', id: `p${index + 1}` }, summary: 'old', version: '1', ...one }),
  );
  const clock = { now: Date.parse('2026-11-21T12:00:00.000Z') };
  const net: { away: Problem | null } = { away: null };
  const reach = async () => {
    if (net.away) throw new ProblemError(net.away);
  };
  const server = fakeServer(all, { at: reach, read: reach });
  const disk = memoryDisk();
  const told: { live: readonly Entry[]; dueAt: number | null } = { live: [], dueAt: null };
  const changed = vi.fn(async (_: PersonRef) => undefined);
  const start = (store: Store = disk) =>
    makeJournal({
      store,
      sessionOf: server.sessionOf,
      changed,
      remembered: async ({ id }) => all.find(({ ref }) => ref.id === id) ?? null,
      now: () => new Date(clock.now),
      tell: (live, dueAt) => {
        told.live = live;
        told.dueAt = dueAt;
      },
    });
  const about = (some: Partial<Run>): Run => ({
    connection: 'book',
    person: 'p1',
    action: 'edit-person',
    needs: [],
    plan: async () => [],
    ...some,
  });
  /** What these actions come down to, for one of the people. */
  const edit = (id: string, ...chosen: readonly Chosen[]): Run =>
    about({
      person: id,
      waits: mayWait(chosen),
      plan: async (session) => planAll(await session.get(id), chosen, NO_SIGHT),
    });
  /** These very changes. */
  const made = (changes: readonly Change[], some: Partial<Run> = {}): Run =>
    about({
      ...some,
      plan: async (session) => (await session.get(some.person ?? 'p1')) && changes.map((change) => ({ change, of: 0 })),
    });
  return {
    clock,
    net,
    server,
    disk,
    told,
    changed,
    start,
    edit,
    made,
    states: () => disk.all().map(({ state }) => state),
  };
}

export const OFFLINE: Problem = { kind: 'offline' };
export const summary = (from: string, to: string): Chosen => ({ action: 'set-summary', input: { from, to } });
export const label = (name: string, on = true): Chosen => ({ action: 'set-label', input: { label: name, on } });
export const must = (entry: Entry | null): Entry => {
  if (!entry) throw new Error('nothing was done');
  return entry;
};
