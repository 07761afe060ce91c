// Who may say what to whom. One interface a direction; each line is a question and its answer. A content
// script can only say what stands in FromPage, and an own page what stands in FromPanel: the background checks
// the sender and decodes every message as if a stranger had sent it (schema.ts).

import type { DuplicatesTold, ImportState } from '@/utils/connectors/told';
import type { OrganisationHit, PersonHit, SearchQuery, TicketSort } from '@/utils/connectors/types';
import type { Party, Reading } from '@/utils/people/message';
import type {
  Billing,
  Chat,
  Details,
  HistoryItem,
  HistoryQuery,
  LabelHit,
  Organisation,
  Team,
  TicketPage,
} from '@/utils/people/record';
import type { Address, CustomField, FileRef, Named, Note, Part, PersonRef, Ticket } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';
import type { ActingAsks, Ask } from './acting';
import type { ConnectionAsks } from './connections';
import type { FollowingAsks } from './following';
import type { CreateDraft, PanelView, Source, SourceAnswer } from './view';

export type {
  DuplicatesTold,
  ImportProblem,
  ImportState,
  SearchAsked,
  SearchTold,
  SuspectsAsked,
  SuspectsTold,
} from '@/utils/connectors/told';
export type { Suspect } from '@/utils/connectors/types';
export type { Ask, EntryMark, FieldConflict, Plan, Queued, QueueState, Ran } from './acting';
export { isQueue, NO_QUEUE, queueKey } from './acting';
export type {
  CallRow,
  CallTried,
  ConnectionDraft,
  ConnectionKind,
  ConnectionRow,
  ConnectionTest,
  VaultState,
} from './connections';
export { LOCK_KEY } from './connections';

/** What the launcher says, by shape and word. */
export type LauncherFace =
  | { readonly kind: 'none' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'known' }
  | { readonly kind: 'several'; readonly count: number }
  | { readonly kind: 'new' };

export interface LauncherPlace {
  readonly hidden: boolean;
  /** 0 to 1: how far down the page's edge. */
  readonly top: number;
}

/** From content scripts. */
export interface FromPage {
  /** Said once at start, by the top frame only; tells where the launcher stands. */
  'page.hello': Ask<Record<never, never>, { readonly launcher: LauncherPlace; readonly face: LauncherFace }>;
  'page.read': Ask<{ readonly reading: Reading }, null>;
  /** This self-hosted page turned out to be Outlook: its own script is wanted here. */
  'page.outlook': Ask<Record<never, never>, null>;
  'launcher.press': Ask<Record<never, never>, null>;
  'launcher.place': Ask<{ readonly hidden?: boolean; readonly top?: number }, null>;
}

/** To content scripts. */
export interface ToPage {
  'launcher.show': Ask<{ readonly face: LauncherFace }, null>;
  'launcher.place': Ask<{ readonly launcher: LauncherPlace }, null>;
  /** Tell once more what you read: what you told before may be lost. Goes to all frames. */
  'page.again': Ask<Record<never, never>, null>;
  /** Access was taken back: leave nothing behind. */
  'page.stop': Ask<Record<never, never>, null>;
  /** No answer: the tab still runs the script of an older version. */
  'page.ping': Ask<Record<never, never>, true>;
}

export interface SiteAccess {
  /** 'https://mail.google.com' */
  readonly origin: string;
  readonly launcherHidden: boolean;
}

export interface BookState {
  readonly sample: { readonly loaded: boolean; readonly people: number };
  readonly own: { readonly people: number };
}

/** Where the progress of an import is kept in session storage. */
export const importKey = 'import';

/** Written by the background only, within this browser session: its outline is proof enough. */
export const isImport = (value: unknown): value is ImportState =>
  typeof value === 'object' && value !== null && 'state' in value && 'file' in value;

export interface Preferences {
  readonly ownAddresses: readonly string[];
  readonly neverLookUp: readonly string[];
  /** Section id → folded. */
  readonly folded: Readonly<Record<string, boolean>>;
  /** Of our own pages. */
  readonly theme: 'system' | 'light' | 'dark';
  /** Keys without Ctrl do something in the panel. */
  readonly singleKeys: boolean;
}

/** Text on its way into a field, kept so that neither a new message nor a closed panel nor a crash loses it. */
export interface Typed {
  readonly text: string;
  /** What the field held when the typing began. */
  readonly base: string;
  /** ISO. */
  readonly at: string;
}

/** What was pressed beside an address is meant for that one, though the next message may have come meanwhile. */
interface OfAddress {
  readonly tab: number;
  readonly of: Address;
}

interface OfPerson {
  readonly ref: PersonRef;
  readonly limit: number;
}

interface OfTickets extends OfPerson {
  readonly sort?: TicketSort;
}

interface OfConnection {
  readonly connection: string;
}

/** From our own pages: panel, options, welcome, sample mailbox. */
export interface FromPanel extends ActingAsks, ConnectionAsks, FollowingAsks {
  'panel.open': Ask<{ readonly tab: number }, PanelView>;
  /** Typed, pasted or linked text: the first address in it is looked up. Fails with `invalid`. */
  'lookup.text': Ask<{ readonly tab: number; readonly text: string }, null>;
  /** The same for a link to the panel: a text without an address is handed to the search field, nobody is shown. */
  'lookup.link': Ask<{ readonly tab: number; readonly text: string }, null>;
  'lookup.party': Ask<{ readonly tab: number; readonly party: Party }, null>;
  'lookup.person': Ask<{ readonly tab: number; readonly ref: PersonRef }, null>;
  /** With `connection` there alone: what the others have answered stays. */
  'lookup.again': Ask<{ readonly tab: number; readonly connection?: string }, null>;
  'lookup.cancel': Ask<{ readonly tab: number }, null>;
  /** Back from a picked person to the list, or from an asked address to the page's message. */
  'lookup.back': Ask<{ readonly tab: number }, null>;
  'match.pick': Ask<{ readonly tab: number; readonly ref: PersonRef; readonly always: boolean }, null>;
  /** Takes "always" back. */
  'match.ask': Ask<OfAddress, null>;
  'never.add': Ask<OfAddress, null>;
  'never.remove': Ask<OfAddress, null>;
  /** `of`: as in `draft.keep`; the person is shown only while the panel is about it. */
  'person.create': Ask<{ readonly tab: number; readonly draft: CreateDraft; readonly of?: string }, PersonRef>;
  'person.uncreate': Ask<{ readonly tab: number }, null>;
  /** `of`: address or name of the subject it is typed for; the panel's current one if absent. */
  'draft.keep': Ask<{ readonly tab: number; readonly draft: CreateDraft | null; readonly of?: string }, null>;
  notes: Ask<{ readonly ref: PersonRef; readonly limit: number }, Part<Note>>;
  tickets: Ask<OfTickets & { readonly which: 'open' | 'resolved' }, Part<Ticket>>;
  /** What was put away after it was resolved. */
  archived: Ask<OfTickets, Part<Ticket>>;
  'ticket.page': Ask<
    { readonly connection: string; readonly id: string },
    TicketPage & { readonly at: Pick<SourceAnswer, 'source' | 'can' | 'denied'> }
  >;
  files: Ask<OfPerson, Part<FileRef>>;
  /** A piece of a file's bytes, numbered from 0; the last one says so. Fails with `missing`. */
  'file.read': Ask<
    { readonly connection: string; readonly id: string; readonly index: number },
    { readonly base64: string; readonly last: boolean; readonly type: string }
  >;
  /** A file goes over in pieces of at most 256 kB, numbered from 0, before the action that is to keep it. */
  'file.piece': Ask<{ readonly id: string; readonly index: number; readonly base64: string }, null>;
  /** What was handed over is not wanted any more. */
  'file.drop': Ask<{ readonly id: string }, null>;
  billing: Ask<OfPerson, Billing>;
  chats: Ask<OfPerson, Part<Chat>>;
  history: Ask<OfPerson & { readonly query: HistoryQuery }, Part<HistoryItem>>;
  details: Ask<OfPerson, Details>;
  definitions: Ask<OfConnection, readonly CustomField[]>;
  groups: Ask<OfConnection, readonly Named[]>;
  labels: Ask<OfConnection & { readonly text: string }, Part<LabelHit>>;
  /** Of these connections, all if absent. */
  search: Ask<
    {
      readonly query: SearchQuery;
      readonly limit: number;
      readonly connections?: readonly string[];
      /** By which the question can be taken back. */
      readonly by?: string;
    },
    Part<PersonHit & { readonly source: Source }>
  >;
  /** Nobody waits for that search any more: its calls are ended. */
  'search.stop': Ask<{ readonly by: string }, null>;
  organisations: Ask<{ readonly connection: string; readonly text: string }, Part<OrganisationHit>>;
  organisation: Ask<OfConnection & { readonly id: string; readonly limit: number }, Organisation>;
  teams: Ask<OfConnection, readonly Team[]>;
  /** All that is half-typed for a person, by the place it is typed in ('summary', 'note', …), in windows like the tab's. */
  'typed.get': Ask<{ readonly tab: number; readonly ref: PersonRef }, Readonly<Record<string, Typed>>>;
  /** Null: saved or given up. Of a private window's `tab` nothing is written to disk. */
  'typed.keep': Ask<
    { readonly tab: number; readonly ref: PersonRef; readonly place: string; readonly typed: Typed | null },
    null
  >;
  'tab.reload': Ask<{ readonly tab: number }, null>;
  'site.list': Ask<Record<never, never>, readonly SiteAccess[]>;
  'site.launcher': Ask<{ readonly origin: string; readonly hidden: boolean }, null>;
  'book.state': Ask<Record<never, never>, BookState>;
  'sample.load': Ask<Record<never, never>, BookState>;
  'sample.remove': Ask<Record<never, never>, BookState>;
  /** A file goes over in pieces of at most 256 kB, numbered from 0, before it is started. */
  'import.piece': Ask<{ readonly id: string; readonly index: number; readonly base64: string }, null>;
  'import.start': Ask<{ readonly id: string; readonly file: string }, null>;
  'import.stop': Ask<Record<never, never>, null>;
  'preferences.get': Ask<Record<never, never>, Preferences>;
  /** A list replaces the one before; a fold is set beside the others. */
  'preferences.set': Ask<Partial<Preferences>, Preferences>;
}

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

export type Question<Set, Name extends keyof Set> = Set[Name] extends Ask<infer Q, unknown> ? Q : never;
export type AnswerTo<Set, Name extends keyof Set> = Set[Name] extends Ask<unknown, infer A> ? A : never;

/** How a component asks the background: handed down as a prop, so that a test can answer. Never rejects. */
export type AskBackground = <Name extends keyof FromPanel>(
  name: Name,
  question: Question<FromPanel, Name>,
) => Promise<Answer<AnswerTo<FromPanel, Name>>>;

/** What only the page itself can do, within the user's click. */
export interface PageActs {
  /** Asks the browser for access to a site (all its hosts at once), within the click; false if the user said no. */
  allowSite(origin: string, ...more: readonly string[]): Promise<boolean>;
  revokeSite(origin: string): Promise<boolean>;
  copy(text: string): Promise<boolean>;
  /** Our settings, or one section of them. */
  openOptions(section?: 'connections'): void;
  openShortcuts(): void;
  /** A page of a server in a tab of its own; anything but http and https is not opened. */
  openUrl(url: string): void;
  /** As the browser granted them ("Alt+W"); null where a clash left one without a key. */
  shortcuts(): Promise<{ readonly openPanel: string | null; readonly lookUp: string | null }>;
  /** Makes the search of the local books among the sources ready, so that the first letter is answered at once. */
  warmSearch(sources: readonly Source[]): void;
  /** Searches the sources side by side and tells what was found so far, again and again, until the signal aborts. */
  search(wanted: SearchWish, tell: (found: FoundPeople) => void, signal: AbortSignal): void;
  /** Goes through a whole local book for people who may be one, off this page's thread. Returns how to stop. */
  findDuplicates(connection: string, tell: (told: DuplicatesTold) => void): () => void;
}

export interface SearchWish {
  readonly query: SearchQuery;
  /** Rows, of all sources together. */
  readonly limit: number;
  /** All open connections; none: not known yet, the background knows. */
  readonly sources: readonly Source[];
}

export interface FoundPerson extends PersonHit {
  readonly source: Source;
  /** Where else somebody with the same primary address was found, in the order of the sources. */
  readonly also: readonly Source[];
}

/** What the sources have told up to now. */
export interface FoundPeople {
  readonly items: readonly FoundPerson[];
  /** Records that `items` stand for. */
  readonly listed: number;
  /** Records of all sources that have answered. */
  readonly total: number;
  /** The same by source: how many of its records `items` stand for, of how many. */
  readonly counts?: readonly { readonly source: Source; readonly listed: number; readonly total: number }[];
  /** Servers that are not asked yet, and from how many letters on they are. */
  readonly short?: readonly { readonly source: Source; readonly letters: number }[];
  readonly waiting: readonly Source[];
  readonly failed: readonly { readonly source: Source; readonly problem: Problem }[];
  /** Books whose index is being made: searched by name and address only. */
  readonly making: readonly Source[];
}
