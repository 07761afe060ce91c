import { ProblemError } from '@/utils/problem';
import { isSecret } from './redact';
import type { Entry, Step } from './types';

/** What stands would be made twice; of a secret nothing was kept that could be sent. */
const stands = ({ state, change }: Step): boolean => state === 'done' || state === 'kept' || isSecret(change);

/** Refused, and nothing of it stands: the same can be tried once more. What was outdated would be so again. */
export function canTryAgain({ state, person, undoes, again, steps }: Entry): boolean {
  const untried = undoes === undefined && again === undefined;
  return state === 'failed' && person !== null && untried && steps.length > 0 && !steps.some(stands);
}

/** The same changes, as if nothing had been. */
export const stepsAgain = ({ steps }: Entry): readonly Step[] =>
  steps.map(({ change, of }): Step => ({ change, of, state: 'planned' }));

/** Tried already, done, or outdated. */
export const notAgain = (entry: string): ProblemError =>
  new ProblemError({ kind: 'missing', call: 'action.again', detail: entry });
