// Somebody who was deleted for good leaves nothing behind in the journal either: what was written down about them is
// their data. That something was done, and when, stays.

import type { Session } from '@/utils/connectors/types';
import type { PersonRef } from '@/utils/people/types';
import { toProblem } from '@/utils/problem';
import type { Store } from './db';
import { withoutOwners } from './owners';
import { type Entry, isLive } from './types';

interface Forgotten {
  /** Everybody who is gone: who was deleted, and who had been merged into them. */
  readonly people: readonly PersonRef[];
  /** As they are to be written down. */
  readonly entries: readonly Entry[];
  /** Ids of what was still to be done to them. */
  readonly unsent: readonly string[];
}

/** What is to become of the journal once `erased` has deleted somebody. Fails as the disk does. */
export async function forgetting(erased: Entry, store: Store, session: Session | null): Promise<Forgotten> {
  const { connection } = erased;
  const people = new Set(erased.person === null ? [] : [erased.person]);
  const about = new Map<string, Entry>();
  // A set grows while it is walked: whoever was merged into one who was merged in comes last.
  for (const id of people) {
    const entries = await store.about(connection, id);
    for (const entry of entries) about.set(entry.id, entry);
    for (const other of new Set(entries.flatMap(({ person, others = [] }) => [person ?? id, ...others]))) {
      // Whoever has come back since is somebody of their own.
      if (!people.has(other) && session && (await isGone(session, other))) people.add(other);
    }
  }
  about.delete(erased.id);
  const unsent = [...about.values()].filter(({ state }) => state === 'draft' || state === 'held' || state === 'queued');
  const kept = [...about.values()].filter((one) => !unsent.includes(one));
  const naming = (await store.naming(connection, [...people])).filter(({ id }) => !about.has(id) && id !== erased.id);
  return {
    people: [...people].map((id) => ({ connection, id })),
    entries: [
      withoutNames(erased),
      ...kept.map(emptied),
      // What waits for the agent still waits.
      ...naming.map((one) => (isLive(one) ? withoutOwners(one) : emptied(one))),
    ],
    unsent: unsent.map(({ id }) => id),
  };
}

const isGone = ({ get }: Session, id: string): Promise<boolean> =>
  get(id).then(
    () => false,
    (error: unknown) => toProblem(error).kind === 'missing',
  );

/** Whether this entry has deleted somebody for good. */
export const hasErased = ({ steps }: Entry): boolean =>
  steps.some(({ change, state }) => change.type === 'person.erase' && state === 'done');

/** An entry about somebody who is gone: nothing of it can be taken back or read any more. */
function emptied({ id, connection, person, others, action, at, state, undoes, again }: Entry): Entry {
  return {
    id,
    connection,
    person,
    ...(others && { others }),
    action,
    at,
    state,
    steps: [],
    ...(undoes !== undefined && { undoes }),
    ...(again !== undefined && { again }),
  };
}

/** The entry that deleted them: of its steps only that one stays, which names nobody. */
const withoutNames = (entry: Entry): Entry => ({
  ...emptied(entry),
  steps: entry.steps.filter(({ change }) => change.type === 'person.erase'),
});
