// An action is what an agent chooses. It only plans: it lists changes, and is handed no way to write. What is shown
// before, queued, resumed after a crash and taken back is that list; no action writes its own undo.

import type { Change, ChangeType } from '@/utils/changes/types';
import type { Person } from '@/utils/people/types';
import type { ActionId, Input } from './inputs';

export interface Action<Id extends ActionId = ActionId> {
  readonly id: Id;
  /** Offered only where the connection can make all of these. */
  readonly needs: readonly ChangeType[];
  /** Fails with `invalid` where the input makes no sense for this person, with `conflict` where it is outdated. */
  plan(job: { readonly person: Person; readonly input: Input<Id> }): readonly Change[];
}
