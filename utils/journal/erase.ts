// Somebody who was deleted for good leaves nothing behind in the journal either: what was written down about them is
// their data. That something was done, and when, stays.

import type { Entry } from './types';

/** Whether this entry has deleted somebody for good. */
export const hasErased = ({ steps }: Entry): boolean =>
  steps.some(({ change, state }) => change.type === 'person.erase' && state === 'done');

/** An entry about somebody who is gone: nothing of it can be taken back or read any more. */
export function emptied({ id, connection, person, others, action, at, state, undoes, again }: Entry): Entry {
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
export const withoutNames = (entry: Entry): Entry => ({
  ...emptied(entry),
  steps: entry.steps.filter(({ change }) => change.type === 'person.erase'),
});
