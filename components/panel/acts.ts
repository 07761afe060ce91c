// What every part of the panel can do, so that it need not be handed down by hand: ask the background, act within
// the user's click, say something to a screen reader, and know what time it is.

import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { ActionId, Chosen } from '@/utils/actions/inputs';
import type { Answer, AskBackground, PageActs, Ran } from '@/utils/messages/protocol';
import type { Source } from '@/utils/messages/view';
import type { PersonRef, Ticket } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';
import type { Hit } from './states';
import type { TypedTexts } from './typed-texts';
import type { NoticeMark } from './use-notices';

/** What stands in the place of the profile for a while. */
export type PanelPage =
  | { readonly kind: 'organisation'; readonly connection: string; readonly id: string }
  | { readonly kind: 'label'; readonly connection: string; readonly label: string }
  | { readonly kind: 'agents' }
  | { readonly kind: 'new-person'; readonly name: string; readonly address: string }
  | { readonly kind: 'edit-person'; readonly ref: PersonRef }
  /** `goes`: null until the agent has chosen whom to merge in. `after` 'back': afterwards to where it was opened. */
  | { readonly kind: 'merge'; readonly stays: PersonRef; readonly goes: PersonRef | null; readonly after?: 'back' }
  /** All pairs of a book that may be one person, one after the other. */
  | { readonly kind: 'duplicates'; readonly connection: string }
  /** vCards: of this person, or (null) of new people. */
  | { readonly kind: 'cards'; readonly ref: PersonRef | null }
  /** What is not sent yet. */
  | { readonly kind: 'queue' };

/** What stands over everything until it is closed. */
export type Over =
  | { readonly kind: 'palette' }
  | { readonly kind: 'keys' }
  /** The question before an action; about the person as they were when it was put. */
  | { readonly kind: 'action'; readonly action: ActionId; readonly hit: Hit }
  /** What they can see, read in their name; where a link for a new password is sent by hand. */
  | { readonly kind: 'sees' | 'reset-page'; readonly hit: Hit }
  /** Whose a ticket is to be. */
  | { readonly kind: 'move-ticket'; readonly hit: Hit; readonly ticket: Ticket }
  /** What was done by one press was refused. */
  | { readonly kind: 'refused'; readonly problem: Problem; readonly source: string; readonly again: () => void };

/** What is to be done: one or several actions, or a plan as it was shown. */
export type Doing = Chosen | readonly Chosen[] | { readonly draft: string };

/** Something done that no journal knows of. */
export type DoneOutside = Pick<NoticeMark, 'key' | 'title' | 'detail' | 'source' | 'undo'>;

/** What a notice says was done; null: there is none. */
export type DoneTitle = string | null | ((ran: Ran) => Promise<string>);

export interface Acts {
  readonly tab: number;
  readonly ask: AskBackground;
  readonly page: PageActs;
  /** ms since the epoch */
  readonly now: () => number;
  /** Announces politely, once. */
  readonly say: (text: string) => void;
  /** Interrupts, once: something that was asked for failed. */
  readonly warn: (text: string) => void;
  /** Is a section folded away? Remembered per user. */
  readonly folded: (section: string, byDefault: boolean) => boolean;
  readonly fold: (section: string, folded: boolean) => void;
  /** While on, the panel stays with its person ("Still editing NAME. Show NEW NAME?"). `key`: the place. */
  readonly hold: (key: string, on: boolean) => void;
  /**
   * Runs one or several actions on a person, as one entry of the journal. Once done, a notice says `title` and offers
   * Undo; null: no notice. `title` may be asked for what was made ("Ticket 1050 created"). Never rejects.
   */
  readonly run: (ref: PersonRef, doing: Doing, title: DoneTitle) => Promise<Answer<Ran>>;
  /** Tells what was done outside of the journal, with its own way back. */
  readonly notice: (done: DoneOutside) => void;
  /** Opens a page in place of the profile, with Back; Esc goes back too. */
  readonly open: (page: PanelPage) => void;
  /** Back from the page that was opened last. */
  readonly leave: () => void;
  /** Puts something over everything; null: nothing any more. */
  readonly over: (what: Over | null) => void;
  /** Whether there is a list of all commands: not inside another page of ours. */
  readonly palette: boolean;
  /** The name of a connection as the user wrote it. */
  readonly sourceName: (connection: string) => string;
  /** More than one connection is open: whatever is done names the one that it is done at. */
  readonly several: boolean;
  /** An open connection by its id. */
  readonly sourceOf: (connection: string) => Source | undefined;
  /** What is half-typed in this panel. */
  readonly typed: TypedTexts;
}

export const ActsContext = createContext<Acts | null>(null);

export function useActs(): Acts {
  const acts = useContext(ActsContext);
  if (acts === null) throw new Error('a part of the panel is drawn outside of it');
  return acts;
}

/** The time in ms, drawn anew every `every` ms; 0: it stands still. */
export function useNow(every: number): number {
  const { now } = useActs();
  const [, redraw] = useState(0);
  useEffect(() => {
    if (every === 0) return;
    const timer = setInterval(() => redraw((count) => count + 1), every);
    return () => clearInterval(timer);
  }, [every]);
  return now();
}
