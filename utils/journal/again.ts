import { ProblemError } from '@/utils/problem';
import type { Entry, Step } from './types';

const stands = ({ state }: Step): boolean => state === 'done' || state === 'kept';

/** Refused, and nothing of it stands: the same can be tried once more. What was outdated would be so again. */
export function canTryAgain({ state, person, undoes, again, steps }: Entry): boolean {
  return state === 'failed' && person !== null && undoes === undefined && again === undefined && !steps.some(stands);
}

/** The same changes, as if nothing had been. */
export const stepsAgain = ({ steps }: Entry): readonly Step[] =>
  steps.map(({ change, of }): Step => ({ change, of, state: 'planned' }));

/** Tried already, done, or outdated. */
export const notAgain = (entry: string): ProblemError =>
  new ProblemError({ kind: 'missing', call: 'action.again', detail: entry });
