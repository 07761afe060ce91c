import { applied } from '@/utils/changes/apply';
import { contactsOf, currentOf } from '@/utils/changes/current';
import { same } from '@/utils/changes/same';
import type { Change } from '@/utils/changes/types';
import type { Session } from '@/utils/connectors/types';
import type { Person } from '@/utils/people/types';
import { type Problem, toProblem } from '@/utils/problem';
import type { Entry, Step } from './types';

/**
 * Before what waited is sent: holds every value against what it was changed upon, so that all conflicts are told at
 * once and nothing is made of an edit that has one. What is as wanted already is `given`. Fails as the connection does.
 */
export async function checked(session: Session, entry: Entry): Promise<Entry> {
  const { person: id, connection, steps, undoes } = entry;
  // An undo tells step by step what it leaves, and what is half done has been held against the server before.
  if (id === null || undoes !== undefined || !steps.every(({ state }) => state === 'planned')) return entry;
  const found = await session.get(id).catch((error: unknown) => {
    if (toProblem(error).kind !== 'missing') throw error;
    return null;
  });
  // Gone: the first step is told so, in the connection's own words.
  if (found === null) return entry;
  const seen = { person: found };
  const after = steps.map((step): Step => {
    const current = step.change.person === id ? currentOf(seen.person, step.change) : null;
    if (!current?.known || !('from' in step.change)) return step;
    const { from, to } = step.change;
    if (same(current.value, from)) {
      seen.person = applied(seen.person, step.change);
      return step;
    }
    if (same(current.value, to)) return { ...step, state: 'given' };
    const theirs = current.value ?? successor(seen.person, step.change);
    const problem: Problem = { kind: 'conflict', call: step.change.type, connection, step: step.of, theirs };
    return { ...step, state: 'refused', problem };
  });
  const problem = after.find(({ state }) => state === 'refused')?.problem;
  return problem ? { ...entry, steps: after, state: 'conflict', problem } : { ...entry, steps: after };
}

/** What a contact value has become, since it is known by its content alone: the only one of its kind. */
function successor(person: Person, change: Change): unknown {
  if (change.type !== 'contact.set' || change.from === null) return null;
  const { type } = change.from;
  const [only, ...more] = contactsOf(person).filter((one) => one.type === type);
  return more.length === 0 ? (only ?? null) : null;
}
