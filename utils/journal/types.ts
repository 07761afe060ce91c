// The journal is outbox, undo log and history in one. An entry is one run of an action; its steps are changes, each
// marked `sent` before its call and `done` after it, so that a background stopped in between knows what it was about.

import type { ActionId, Chosen } from '@/utils/actions/inputs';
import type { Change, Made } from '@/utils/changes/types';
import type { Problem } from '@/utils/problem';

/**
 * `planned` → `sent` → `done` or `refused`. When a later step is refused, a done one is taken back: `returning` →
 * `returned`, or `kept` where that is refused too. `given`: given up, or found to be so already: nothing of it stands.
 */
export type StepState = 'planned' | 'sent' | 'done' | 'refused' | 'returning' | 'returned' | 'kept' | 'given';

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

/**
 * `draft`: shown, not confirmed · `held`: goes when its time is up, nothing was sent · `queued`: waits for the network,
 * and goes on where it stopped · `waiting`: nobody knows whether a step was made; it is settled before anything else
 * is done to that person.
 */
export type EntryState =
  | 'draft'
  | 'held'
  | 'queued'
  | 'waiting'
  | 'sending'
  | 'done'
  | 'failed'
  | 'conflict'
  | 'undone';

export type EntryAction = ActionId | 'create-person' | 'edit-person' | 'undo';

export interface Entry {
  readonly id: string;
  readonly connection: string;
  /** Null until the person is made. */
  readonly person: string | null;
  /** Whom else it is about: it takes its turn in their queues and stands in their histories, too. */
  readonly others?: readonly string[];
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
  /** May wait in this browser for a network. */
  readonly waits?: true;
  /** Nobody waits for its answer: it stands in the queue until it is done or taken out. */
  readonly listed?: true;
  /** The person's name, kept only while it stands in the queue. */
  readonly name?: string;
  /** Of a draft: what it was planned from. */
  readonly chosen?: readonly Chosen[];
  /** Of `held`: ms since the epoch. */
  readonly heldUntil?: number;
  /** Of `queued`: how often it was tried, since when (ISO) it waits, when (ms) it is tried next, and what is in its way. */
  readonly tries?: number;
  readonly since?: string;
  readonly retryAt?: number;
  readonly trouble?: Problem;
  /** The agent took it out of the queue when some of it was made: that is taken back. */
  readonly dropped?: true;
}

/** Begun and not ended: what comes after it for the same people waits. */
export const isOpen = ({ state }: Entry): boolean => state === 'waiting' || state === 'sending' || state === 'queued';

/** To be looked after when the background starts: unfinished, or standing in the queue. */
export const isLive = (entry: Entry): boolean =>
  isOpen(entry) || entry.state === 'held' || entry.state === 'draft' || entry.listed === true;

/** What became of a change whose answer was never heard. */
export type Settled =
  | { readonly state: 'made'; readonly made: Made }
  | { readonly state: 'not-made' }
  /** Neither what it was made upon nor what it was to make. */
  | { readonly state: 'else'; readonly theirs: unknown }
  /** Nothing that can be read tells. */
  | { readonly state: 'untold' };
