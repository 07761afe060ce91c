// The one snapshot the panel is a function of. The background writes it for a tab, panels draw it; it is kept
// in the browser's session storage, so it outlives a stopped background and paints before one is awake.

import type { Capability, Connection, Found, Leaving, Near, Room, Says, Session } from '@/utils/connectors/types';
import type { Party, Role } from '@/utils/people/message';
import type { Chat } from '@/utils/people/record';
import type { FieldValue, FileRef, Note, Part, PersonRef, Ticket } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';

/** How a connection is named beside every value that comes from it. */
export interface Source extends Pick<Connection, 'id' | 'name' | 'mark' | 'local'> {
  /** Of a server: 'https://rt.example.org', what the browser is asked for where it may not be called. */
  readonly origin?: string;
  readonly says?: Says;
}

/** Two records of different connections that are not one person although they share an address: the user said so. */
export type ApartPair = readonly [PersonRef, PersonRef];

/** What we know of the tab's page. */
export interface PageStatus {
  readonly state: 'none' | 'open' | 'unknown' | 'no-access' | 'orphaned' | 'off';
  /** Null where the browser does not tell us the tab's address. */
  readonly host: string | null;
  /** 'http://mail.test:8080': what to ask for, where access is missing; https and the host if absent. */
  readonly origin?: string;
  readonly site: string | null;
  /** Where the page is of a server that is connected here. */
  readonly ticket?: OpenTicket;
}

/** The ticket that the page shows. */
export interface OpenTicket {
  readonly connection: string;
  /** As `Ticket.id`. */
  readonly id: string;
  /** Whose it is: told by the page or its server, asked right now, or not to be had. */
  readonly state: 'known' | 'looking' | 'failed';
  readonly problem?: Problem;
}

export interface Subject {
  /** Site, account, conversation, message and address: an answer for another key is never painted. */
  readonly key: string;
  readonly party: Party;
  readonly role: Role | 'asked';
  /** 'asked': typed, pasted, selected, linked; stays until the next message is opened. */
  readonly origin: 'page' | 'asked';
  /** The message's own title, never its text. */
  readonly title: string | null;
  readonly noReply: boolean;
}

/** A part of the profile that comes by a call of its own, and can fail on its own. */
export type Section<Item> =
  | { readonly state: 'loading' }
  | { readonly state: 'read'; readonly part: Part<Item> }
  | { readonly state: 'failed'; readonly problem: Problem };

/** Absent where the server has no such thing. */
export interface Profile {
  readonly open?: Section<Ticket>;
  readonly resolved?: Section<Ticket>;
  readonly notes?: Section<Note>;
  readonly files?: Section<FileRef>;
  /** The server is about to delete them. */
  readonly leaving?: Leaving;
  readonly chats?: Section<Chat>;
}

export interface Match extends Found {
  readonly profile: Profile | null;
  /**
   * Grows with each change made to this person from here, and says when (ms since the epoch): lists that were read
   * beside the view are read anew, and an answer that was asked for before it does not bring the old value back.
   */
  readonly touched?: number;
}

export interface SourceAnswer {
  readonly source: Source;
  readonly state: 'looking' | 'answered' | 'failed';
  /** When the question was asked. */
  readonly since: string;
  /** By what: an address, or '#' and the id that the server's own page tells. What is kept of the answer stands under it. */
  readonly asked?: string;
  /** Set: what is shown is from the cache and this old. */
  readonly asOf?: string;
  readonly matches: readonly Match[];
  readonly problem?: Problem;
  /** What this connection can do and this login may; what is absent there is absent on the panel. */
  readonly can: readonly Capability[];
  /** What it could but this login may not: shown disabled, with the reason. */
  readonly denied: readonly Capability[];
  /** The right that is missing for it, as the server names it ("AdminUsers"). */
  readonly missing?: Readonly<Partial<Record<Capability, string>>>;
  /** See `Session.oneOrganisation`. */
  readonly oneOrganisation?: true;
  /** See `Session.room`. */
  readonly room?: Room;
  /** See `Session.mergesAt`. */
  readonly mergesAt?: string;
  /** See `Session.resetsAt`. */
  readonly resetsAt?: string;
  /** See `Session.sets`. */
  readonly sets?: Session['sets'];
  /** See `Session.limits`. */
  readonly limits?: Session['limits'];
  /** See `Session.unproven`. */
  readonly unproven?: readonly Capability[];
}

export interface NearMatch extends Near {
  readonly source: Source;
}

/** Somebody else of the conversation, with what the local books know of them. */
export interface OtherPerson {
  readonly party: Party;
  readonly role: Role;
  readonly known: {
    readonly ref: PersonRef;
    readonly name: string;
    readonly organisation: string | null;
    readonly openTickets: number;
  } | null;
}

export interface CreateDraft {
  readonly name: string;
  /** The primary one. */
  readonly address: string;
  readonly organisation: string;
  readonly connection: string;
  /** What the long form asks for; nothing of it is needed. Empty: none. */
  readonly more?: {
    /** Beside the primary one. */
    readonly addresses: readonly string[];
    readonly position: string;
    readonly summary: string;
    readonly timezone: string;
    readonly language: string;
    readonly labels: readonly string[];
    /** Ids. */
    readonly groups: readonly string[];
    /** Contact values, and custom fields by their `id`. */
    readonly fields: readonly FieldValue[];
    /** A `data:image/…` address. */
    readonly picture?: string;
  };
}

export interface RecentPerson {
  readonly ref: PersonRef;
  readonly name: string;
  readonly address: string | null;
}

export interface PanelView {
  readonly tab: number;
  /** Counts up with each change of this tab's view. */
  readonly revision: number;
  readonly page: PageStatus;
  readonly subject: Subject | null;
  readonly answers: readonly SourceAnswer[];
  /** Whose profile is shown; null while several match and none is picked. */
  readonly shown: PersonRef | null;
  /** Shown because the user said "always" for this address. */
  readonly always: boolean;
  /** Among the matches: these are not one person. Absent: none. */
  readonly apart?: readonly ApartPair[];
  readonly near: readonly NearMatch[];
  readonly others: readonly OtherPerson[];
  /** Recipients that the page counts but does not show. */
  readonly more: number;
  /** Made a moment ago from this panel: offers Undo. `entry`: of the journal. */
  readonly created: {
    readonly ref: PersonRef;
    readonly version: string;
    readonly at: string;
    readonly entry?: string;
  } | null;
  /** The address is on the never-look-up list. */
  readonly never: boolean;
  readonly recent: readonly RecentPerson[];
  /** A selected or linked text that names no address, and when (ISO): goes into the search field instead. */
  readonly query?: { readonly text: string; readonly at: string };
  /** Half-typed form for this subject, kept from before. */
  readonly draft: CreateDraft | null;
  /** Names of all open connections, for "Looked in" and "Save to". */
  readonly sources: readonly Source[];
  /** Ids of those where this login may make a new person; absent: not known. */
  readonly makers?: readonly string[];
  /** Id of the connection that the last new person was saved to; empty: none yet. */
  readonly saveTo?: string;
}

/** Where the view of a tab lies in session storage. */
export const viewKey = (tab: number): string => `view:${tab}`;

/** The view of a tab nobody has looked at. */
export const emptyView = (tab: number): PanelView => ({
  tab,
  revision: 0,
  page: { state: 'none', host: null, site: null },
  subject: null,
  answers: [],
  shown: null,
  always: false,
  near: [],
  others: [],
  more: 0,
  created: null,
  never: false,
  recent: [],
  draft: null,
  sources: [],
});

/** Only the background writes views, and a new version starts with an empty session: its outline is proof enough. */
export function isView(value: unknown): value is PanelView {
  return typeof value === 'object' && value !== null && 'tab' in value && 'revision' in value && 'answers' in value;
}
