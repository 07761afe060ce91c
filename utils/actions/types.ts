// An action is what an agent chooses. It only plans: it lists changes, and is handed no way to write. What is shown
// before, queued, resumed after a crash and taken back is that list; no action writes its own undo.

import type { Change, ChangeType } from '@/utils/changes/types';
import type { Person } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';
import type { ActionId, Chosen, Input } from './inputs';

interface Job<Id extends ActionId> {
  /** As the connection has them now. */
  readonly person: Person;
  readonly input: Input<Id>;
}

export interface Action<Id extends ActionId = ActionId> {
  readonly id: Id;
  /** Offered only where the connection can make all of these. */
  readonly needs: readonly ChangeType[];
  /**
   * Fails with `invalid` where the input makes no sense for this person, with `conflict` (and what is there now) where
   * it is outdated. No changes: what was wanted is so already.
   */
  plan(job: Job<Id>): readonly Change[];
}

/** One action for each input: one that is missing, or stands under another's name, does not compile. */
export type Actions = { readonly [Id in ActionId]: Action<Id> };

/** The action that was chosen, with what it was told. */
export function chosenAction(actions: Actions, { action, input }: Chosen) {
  // The compiler does not follow that the input is the one of this very action.
  const found = actions[action] as Action;
  return { needs: found.needs, plan: (person: Person) => found.plan({ person, input }) };
}

/** What makes no sense; `detail` is for the log. */
export const senseless = (detail: string): ProblemError => new ProblemError({ kind: 'invalid', detail });

/** What was changed since the agent began; `theirs`: what is there now. */
export const outdated = (theirs: unknown): ProblemError => new ProblemError({ kind: 'conflict', theirs });
