// An action is what an agent chooses. It only plans: it lists changes, and is handed no way to write. What is shown
// before, queued, resumed after a crash and taken back is that list; no action writes its own undo.

import type { Change, ChangeType } from '@/utils/changes/types';
import type { Capability, Reads, Room, Session } from '@/utils/connectors/types';
import type { TextKey } from '@/utils/i18n';
import type { Person } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';
import type { ActionId, Chosen, Input } from './inputs';

/** What a plan may look at, and nothing that writes. */
export interface Sight {
  readonly reads: Reads;
  /** Somebody else of the same connection; fails with `missing`. */
  get(id: string): Promise<Person>;
  /** Whether the connection makes such changes and this login may. */
  can(type: ChangeType): boolean;
  /** See `Session.movesAtOnce`. */
  readonly movesAtOnce: number;
  /** See `Session.oneOrganisation`. Absent: a person can be in several. */
  readonly oneOrganisation?: boolean;
  /** See `Session.room`. */
  readonly room?: Room;
  /** See `Session.limits`. */
  readonly limits?: Session['limits'];
  /** See `Session.mergesAt`. */
  readonly mergesAt?: string;
}

interface Job<Id extends ActionId> extends Sight {
  /** As the connection has them now. */
  readonly person: Person;
  readonly input: Input<Id>;
}

/** How an action stands in the menu and the palette; what is edited in its own place stands in neither. */
export interface InMenu {
  readonly label: TextKey;
  readonly icon: 'merge' | 'ban' | 'check' | 'trash' | 'unlock' | 'key' | 'mail' | 'eye' | 'shield';
  /** `danger` comes last, apart, in red. */
  readonly place: 'people' | 'account' | 'security' | 'danger';
  /** `none`: one press, Undo after it · `ask`: a dialog first · `type-address`: one that wants the address typed · `page`: a form. */
  readonly confirm: 'none' | 'ask' | 'type-address' | 'page';
  /** What must be readable for its dialog. */
  readonly reads?: readonly Exclude<Capability, ChangeType>[];
  /** Whether it makes sense for this person. */
  when(person: Person): boolean;
}

export interface Action<Id extends ActionId = ActionId> {
  readonly id: Id;
  /** Offered only where the connection can make all of these. */
  readonly needs: readonly ChangeType[];
  /** … and one of these. */
  readonly oneOf?: readonly ChangeType[];
  readonly menu?: InMenu;
  /** An edit or a note: made without a network, it waits in this browser and goes by itself. */
  readonly waits?: true;
  /**
   * Fails with `invalid` where the input makes no sense for this person, with `conflict` (and what is there now) where
   * it is outdated. No changes: what was wanted is so already.
   */
  plan(job: Job<Id>): readonly Change[] | Promise<readonly Change[]>;
}

/** One action for each input: one that is missing, or stands under another's name, does not compile. */
export type Actions = { readonly [Id in ActionId]: Action<Id> };

/** The action that was chosen, with what it was told. */
export function chosenAction(actions: Actions, { action, input }: Chosen) {
  // The compiler does not follow that the input is the one of this very action.
  const found = actions[action] as Action;
  return {
    needs: found.needs,
    waits: found.waits === true,
    plan: async (person: Person, sight: Sight) => found.plan({ ...sight, person, input }),
  };
}

/** What makes no sense; `detail` is for the log. */
export const senseless = (detail: string): ProblemError => new ProblemError({ kind: 'invalid', detail });

/** What was changed since the agent began; `theirs`: what is there now. */
export const outdated = (theirs: unknown): ProblemError => new ProblemError({ kind: 'conflict', theirs });
