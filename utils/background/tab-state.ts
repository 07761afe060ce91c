import { matchOf } from '@/utils/lookup/shown';
import type { Subject } from '@/utils/messages/view';
import { emptyView, isView, type PanelView, viewKey } from '@/utils/messages/view';
import type { Party, Reading } from '@/utils/people/message';
import type { Person, PersonRef } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';
import { type Kept, keepPerTab } from './kept';

/** What a server told of the ticket whose page of its own is open. */
export interface Told {
  /** Of the server and its ticket. */
  readonly key: string;
  readonly requestors: readonly Party[];
  readonly problem?: Problem;
}

/** What we know of a tab beside its view. */
export interface TabState {
  /** The last reading of each frame: a webmail's message can stand in one, its list in another. */
  readonly frames: Readonly<Record<string, Reading>>;
  /** The site of the top frame, 'https://mail.google.com'; null: no script of ours has spoken. */
  readonly origin: string | null;
  /** Who the open message is from; what "Back to the message" returns to. */
  readonly fromPage: Subject | null;
  /** The shown person was picked by hand, here or by "always". */
  readonly picked: boolean;
  /** Whose the open ticket is, by its own server. */
  readonly told?: Told | null;
  /** Nothing but the tab's address told what is open there. */
  readonly byAddress?: boolean;
  /** Locked away: who is looked up again, and what was typed for them, once it is unlocked. */
  readonly waiting?: Pick<PanelView, 'subject' | 'shown' | 'draft'>;
}

const EMPTY: TabState = { frames: {}, origin: null, fromPage: null, picked: false };

const isState = (value: unknown): value is TabState =>
  typeof value === 'object' && value !== null && 'frames' in value && 'origin' in value;

export type Views = Kept<PanelView>;
export type Tabs = Kept<TabState>;

export function keepTabs(): Tabs {
  return keepPerTab({ key: (tab) => `tab:${tab}`, empty: () => EMPTY, is: isState });
}

/** Each change of a view counts its revision up, so that a panel never draws an older one over a newer. */
export function keepViews(changed: (tab: number, view: PanelView) => void): Views {
  const views = keepPerTab({ key: viewKey, empty: emptyView, is: isView, changed });
  return {
    ...views,
    change: (tab, change) =>
      views.change(tab, (view) => {
        const next = change(view);
        return next === view ? view : { ...next, revision: view.revision + 1 };
      }),
  };
}

/** Somebody as they were last seen in any tab; null: nobody has looked at them since the browser was started. */
export async function lastSeen(views: Views, ref: PersonRef): Promise<Person | null> {
  for (const tab of await views.tabs()) {
    const match = matchOf((await views.get(tab)).answers, ref);
    if (match) return match.person;
  }
  return null;
}
