// What pages ask to have done, and how it is told: plan, run, undo, queue. Part of what protocol.ts lists.

import type { ActionId, Chosen } from '@/utils/actions/inputs';
import type { Change, OpenedView } from '@/utils/changes/types';
import type { Ban, Holdings, Security, Sees, Suspect } from '@/utils/connectors/types';
import type { Address, Part, Person, PersonRef } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';

export interface Ask<Question, Answer> {
  readonly question: Question;
  readonly answer: Answer;
}

/** What became of an action. */
export interface Ran {
  /** Of the journal: what Undo names. Empty: all was so already, nothing was done and there is nothing to undo. */
  readonly entry: string;
  /** Ids of what was made, in the order of the steps. */
  readonly made: readonly string[];
  /** Nothing was sent yet, since the server cannot be reached: it is kept in this browser and goes by itself. */
  readonly queued?: true;
  /** ms since the epoch: nothing was sent yet, since nothing could take it back; Undo until then simply drops it. */
  readonly heldUntil?: number;
  /** One of its steps cannot be taken back, or there is nothing in it to be. */
  readonly final?: true;
  /** Of "view as": where it is opened, told once and kept nowhere. */
  readonly view?: OpenedView;
}

/** What an action comes down to, shown before it is done. It waits in the journal as a draft: what is shown is what runs. */
export interface Plan {
  /** Of the journal. */
  readonly draft: string;
  readonly changes: readonly Change[];
  /** Which of them cannot be taken back, from 0. */
  readonly final: readonly number[];
}

/** An entry that is not done yet, or stopped and waits for the agent: one line of the queue. */
export interface Queued {
  readonly entry: string;
  readonly ref: PersonRef | null;
  /** The person's name when it was done; empty: not known. */
  readonly name: string;
  readonly action: EntryMark['action'];
  /** What is told of it in a line: the text of a note, a new value. Never a secret. */
  readonly text: string;
  readonly at: string;
  /** `queued`: waits for the network · `held`: until `until` · `conflict`, `failed`: waits for the agent. */
  readonly state: 'queued' | 'sending' | 'held' | 'conflict' | 'failed';
  /** ms since the epoch: of `held`, when it goes; of `queued`, when it is tried again. */
  readonly until?: number;
  readonly problem?: Problem;
  /** Of a `conflict`: each value that is not what the change was made upon. */
  readonly conflicts?: readonly FieldConflict[];
  /** The changes that are not made yet, so that the panel can show their values already. */
  readonly pending: readonly Change[];
}

/** One value that was changed here and there: base, mine, theirs. */
export interface FieldConflict {
  /** Which step of the entry, from 0. */
  readonly step: number;
  readonly change: Change;
  readonly theirs: unknown;
}

/** Written by the background into session storage under `queueKey`; panels listen. */
export interface QueueState {
  /** Oldest first. */
  readonly items: readonly Queued[];
  /** Connections that cannot be reached, since when (ISO). */
  readonly offline: Readonly<Record<string, string>>;
}

export const queueKey = 'queue';
export const NO_QUEUE: QueueState = { items: [], offline: {} };

/** Written by the background only, within this browser session: its outline is proof enough. */
export const isQueue = (value: unknown): value is QueueState =>
  typeof value === 'object' && value !== null && 'items' in value && 'offline' in value;

/** A run of an action in the journal, as History and Undo show it. */
export interface EntryMark {
  readonly id: string;
  /** 'undo' for a run that took another back. */
  readonly action: ActionId | 'create-person' | 'edit-person' | 'undo';
  readonly at: string;
  readonly state: 'waiting' | 'queued' | 'held' | 'done' | 'failed' | 'conflict' | 'undone';
  /** Whom else it was about: who was merged in. */
  readonly others?: readonly string[];
  /** Done, and each of its steps can still be taken back. */
  readonly canUndo: boolean;
  readonly problem?: Problem;
  /** Refused as a whole: the same can be tried once more. */
  readonly canTryAgain?: true;
}

interface OfPerson {
  readonly ref: PersonRef;
  readonly limit: number;
}

export interface ActingAsks {
  /** Plans, writes into the journal, runs. A refusal comes as a problem, a `conflict` with what is there (`theirs`). */
  'action.run': Ask<{ readonly ref: PersonRef; readonly chosen: Chosen }, Ran>;
  /** Several actions on one person, as one entry: all of them or, taken back by itself, none. */
  'action.runAll': Ask<{ readonly ref: PersonRef; readonly chosen: readonly Chosen[] }, Ran>;
  'action.undo': Ask<{ readonly entry: string }, Ran>;
  /** What was refused, once more. */
  'action.again': Ask<{ readonly entry: string }, Ran>;
  /** Plans and shows, does nothing. A draft that is neither confirmed nor dropped goes within a day. */
  'action.plan': Ask<{ readonly ref: PersonRef; readonly chosen: Chosen }, Plan>;
  /** Runs a draft as it was shown. Fails with `conflict` if a record was changed since. */
  'action.confirm': Ask<{ readonly draft: string }, Ran>;
  /** Forgets a draft, or takes what is queued, held or stopped out of the queue: nothing of it is sent any more. */
  'action.drop': Ask<{ readonly entry: string }, null>;
  /** Does now what is queued: one entry, or all. */
  'queue.send': Ask<{ readonly entry?: string }, null>;
  /**
   * Of a stopped entry: the steps in `mine` are made over what is there now, the others are given up. `texts`: of these
   * steps the agent has written another value, see changes/with-text.
   */
  'entry.resolve': Ask<
    { readonly entry: string; readonly mine: readonly number[]; readonly texts?: Readonly<Record<string, string>> },
    Ran
  >;
  /** These people as they are now, in this order. Fails with `missing`. */
  people: Ask<{ readonly refs: readonly PersonRef[] }, readonly Person[]>;
  /** Whose profiles stand in other tabs, of one connection. */
  'people.open': Ask<{ readonly tab: number; readonly connection: string }, readonly Person[]>;
  holdings: Ask<{ readonly ref: PersonRef }, Holdings>;
  security: Ask<{ readonly ref: PersonRef }, Security>;
  /** What they may see, read in their name. Nothing is written. */
  sees: Ask<OfPerson, Sees>;
  /** How many tickets of theirs this login does not see. */
  unseen: Ask<{ readonly ref: PersonRef }, number>;
  /** Opens a session as somebody in a tab of its own, in the window of the panel's tab. */
  'view.open': Ask<
    {
      readonly tab: number;
      readonly connection: string;
      readonly source: string;
      readonly name: string;
      readonly view: OpenedView;
    },
    null
  >;
  /** Ends it, in its own tab if that is still there. `hidden`: the one of the private windows. */
  'view.back': Ask<{ readonly tab: number; readonly connection: string; readonly hidden: boolean }, null>;
  bans: Ask<{ readonly connection: string; readonly limit: number }, Part<Ban>>;
  'ban.lift': Ask<{ readonly connection: string; readonly address: Address }, Ran>;
  /** Who may be the same person; those declared different are left out. */
  suspects: Ask<OfPerson, readonly Suspect[]>;
  /** "Different people": remembered for both and for good, until it is taken back. */
  'apart.set': Ask<{ readonly a: PersonRef; readonly b: PersonRef; readonly apart: boolean }, null>;
  /** Pairs of ids of that connection that were declared different. */
  'apart.list': Ask<{ readonly connection: string }, readonly (readonly [string, string])[]>;
  /** All pairs of records in different connections that were declared different, the oldest first. */
  'apart.across': Ask<Record<never, never>, readonly (readonly [PersonRef, PersonRef])[]>;
  /** The person's entries, newest first. */
  entries: Ask<OfPerson, readonly EntryMark[]>;
}
