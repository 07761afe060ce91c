// Who had what was wanted for somebody else: a refusal names them, and stays in the journal of that other one.

import type { Problem } from '@/utils/problem';
import type { Entry, Step } from './types';

/** Ids of those whom its problems name: who had what was wanted for somebody else. */
export const ownersIn = ({ problem, doubt, trouble, steps }: Entry): readonly string[] =>
  [problem, doubt, trouble, ...steps.map((step) => step.problem)].flatMap((one) => one?.owner?.id ?? []);

/** The entry without their names. */
export function withoutOwners({ problem, doubt, trouble, ...entry }: Entry): Entry {
  return {
    ...entry,
    ...(problem && { problem: withoutOwner(problem) }),
    ...(doubt && { doubt: withoutOwner(doubt) }),
    ...(trouble && { trouble: withoutOwner(trouble) }),
    steps: entry.steps.map(({ problem: of, ...step }): Step => ({ ...step, ...(of && { problem: withoutOwner(of) }) })),
  };
}

const withoutOwner = ({ owner, detail, ...problem }: Problem): Problem =>
  owner || detail === undefined ? problem : { ...problem, detail };
