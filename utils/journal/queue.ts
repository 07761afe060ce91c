import type { Problem } from '@/utils/problem';
import { type Entry, isOpen } from './types';

/** ms: the first pause, which doubles, and the longest. An alarm comes after half a minute at the earliest. */
const PAUSE = 30_000;
const LONGEST = 30 * 60_000;

/** Waits for the network; nobody waits for its answer any more. */
export const queued = (entry: Entry, trouble: Problem, now: Date): Entry =>
  paused({ ...entry, state: 'queued', listed: true }, trouble, now);

/** Tried in vain: again after a pause, or when the server says so. */
export function paused(entry: Entry, trouble: Problem, now: Date): Entry {
  const tries = (entry.tries ?? 0) + 1;
  const retryAt = trouble.retryAt ?? now.getTime() + Math.min(PAUSE * 2 ** (tries - 1), LONGEST);
  return { ...entry, trouble, tries, retryAt, since: entry.since ?? now.toISOString() };
}

/** Not tried, since it comes after what waits itself. */
export function behind(entry: Entry, ahead: Entry, now: Date): Entry {
  return { ...entry, retryAt: Math.max(ahead.retryAt ?? 0, now.getTime() + PAUSE) };
}

/** Why it is not done yet. */
export const troubleOf = ({ trouble, doubt }: Entry): Problem => trouble ?? doubt ?? { kind: 'offline' };

/** An entry as it is written down when nothing more is done to it for now. */
export function atRest(entry: Entry, now: Date): Entry {
  if (entry.state === 'queued') return queued(entry, troubleOf(entry), now);
  if (isOpen(entry)) return paused(entry, troubleOf(entry), now);
  const { trouble: _trouble, tries: _tries, retryAt: _at, since: _since, heldUntil: _until, ...ended } = entry;
  // What nobody waited for, and what an undo left as it is, waits for the agent, who may be elsewhere by now.
  const late = entry.listed === true && entry.state === 'failed';
  const disputed = entry.state === 'conflict' && (entry.listed === true || entry.undoes !== undefined);
  return late || disputed ? { ...ended, listed: true } : unlisted(ended);
}

/** Out of the queue, in History only. */
export function unlisted({ listed: _listed, name: _name, ...entry }: Entry): Entry {
  return entry;
}

/** What is to be done by then. */
export const isDueBy =
  (time: number) =>
  (entry: Entry): boolean =>
    (dueAt([entry]) ?? Number.POSITIVE_INFINITY) <= time;

/** When there is something to do of its own accord, in ms since the epoch; null: nothing. */
export function dueAt(live: readonly Entry[]): number | null {
  const times = live.flatMap((entry) => {
    const at = entry.state === 'held' ? entry.heldUntil : isOpen(entry) ? entry.retryAt : undefined;
    return at === undefined ? [] : [at];
  });
  return times.length === 0 ? null : Math.min(...times);
}
