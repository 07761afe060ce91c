// The journal is outbox, undo log and history in one. An entry is one run of an action; its steps are changes, each
// marked `sent` before its call and `done` after it, so that a background stopped in between knows what it was about.

import type { ActionId } from '@/utils/actions/inputs';
import type { Change, Made } from '@/utils/changes/types';
import type { Problem } from '@/utils/problem';

/**
 * `planned` → `sent` → `done` or `refused`. When a later step is refused, a done one is taken back: `returning` →
 * `returned`, or `kept` where that is refused too.
 */
export type StepState = 'planned' | 'sent' | 'done' | 'refused' | 'returning' | 'returned' | 'kept';

export interface Step {
  readonly change: Change;
  /** Which of the chosen actions wants it, from 0; of an undo: which step it takes back. */
  readonly of: number;
  readonly state: StepState;
  readonly made?: Made;
  /** Why it was refused or kept. */
  readonly problem?: Problem;
  /** Taken back by a later entry. */
  readonly undone?: true;
}

/** `waiting`: nobody knows whether a step was made; it is settled before anything else is done to that person. */
export type EntryState = 'waiting' | 'sending' | 'done' | 'failed' | 'conflict' | 'undone';

export type EntryAction = ActionId | 'create-person' | 'edit-person' | 'undo';

export interface Entry {
  readonly id: string;
  readonly connection: string;
  /** Null until the person is made. */
  readonly person: string | null;
  readonly action: EntryAction;
  /** ISO: when the user did it. */
  readonly at: string;
  readonly state: EntryState;
  readonly steps: readonly Step[];
  /** A step was refused: what was done is being taken back, or has been. Of an undo: what it left as it is. */
  readonly problem?: Problem;
  /** While waiting: what the user was told. */
  readonly doubt?: Problem;
  /** The entry that this one takes back. */
  readonly undoes?: string;
  /** The later entry that tried the same once more. */
  readonly again?: string;
}

export const isOpen = ({ state }: Entry): boolean => state === 'waiting' || state === 'sending';

/** What became of a change whose answer was never heard. */
export type Settled =
  | { readonly state: 'made'; readonly made: Made }
  | { readonly state: 'not-made' }
  /** Neither what it was made upon nor what it was to make. */
  | { readonly state: 'else'; readonly theirs: unknown };
