// A connector is the code for one kind of server; a connection is one configured server; a session is a
// connector opened on a connection. A capability is a method that is there: nothing *says* what it can do.

import type { Change, ChangeType, Made, PersonValues, Stamp } from '@/utils/changes/types';
import type { OpenHttp } from '@/utils/http/types';
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
import type { Compared } from '@/utils/people/same-person';
import type { Address, CustomField, FieldType, FileRef, Named, Note, Part, Person, Ticket } from '@/utils/people/types';
import type { Ban, Holdings, Leaving, Security, Sees } from './account';
import type { CallPlace } from './calls';
import type { Connection, Memory, Says } from './connection';
import type { Form } from './form';

export type { Ban, Holdings, Leaving, Security, Sees } from './account';
export type { CallPlace, KeptCall, OwnCall } from './calls';
export type { Connection, Memory, Says } from './connection';

/** Why a record was found: by one of its addresses, or only near it. */
export type MatchReason =
  | { readonly kind: 'primary' }
  | { readonly kind: 'other-address' }
  /** The message's or the record's address carries a +tag that the other has not. */
  | { readonly kind: 'tag'; readonly address: Address };

/** A near match is a suggestion: it is listed, never shown as the person. */
export type NearReason =
  | { readonly kind: 'dots'; readonly address: Address }
  | { readonly kind: 'name'; readonly address: Address | null }
  | { readonly kind: 'similar-address'; readonly address: Address; readonly sameName: boolean };

export interface Found {
  readonly person: Person;
  readonly reason: MatchReason;
  readonly openTickets: number;
  readonly tickets: number;
}

export interface Near {
  readonly person: Person;
  readonly reason: NearReason;
}

export interface OrganisationHit {
  readonly id: string;
  readonly name: string;
  readonly people: number;
}

export interface Range {
  readonly limit: number;
}

export type TicketSort = 'newest' | 'oldest' | 'last-reply' | 'urgency';

export type Role = 'anyone' | 'customers' | 'agents';
export type SearchSort = 'best' | 'name' | 'newest' | 'last-seen';

export interface SearchQuery {
  /** Words in any order, each whole or begun; empty: everybody whom the filters leave. */
  readonly text: string;
  readonly role: Role;
  /** Id of a user group; of a team where `role` is 'agents'. */
  readonly group: string | null;
  /** Only people who have this label. */
  readonly label: string | null;
  readonly sort: SearchSort;
}

/** Where the letters were found, if neither in the name nor in the address that is shown. */
export interface Because {
  readonly kind: 'organisation' | 'label' | 'phone' | 'field' | 'summary' | 'id' | 'ticket';
  /** Title of the field ("Job title"), number of the ticket. */
  readonly title?: string;
  readonly text: string;
}

export interface PersonHit {
  readonly person: Person;
  readonly openTickets: number | null;
  readonly because?: Because;
  /** 0 is best. Comparable between the books of this browser; absent where a server gives no such thing. */
  readonly score?: number;
}

/** Ids of all that belongs to a person and goes along when they are merged, by kind; a kind that cannot be moved is absent. */
export interface Belongings {
  readonly tickets?: readonly string[];
  readonly notes?: readonly string[];
  readonly files?: readonly string[];
  readonly charges?: readonly string[];
  readonly chats?: readonly string[];
  readonly activity?: readonly string[];
}

/** Somebody who may be the same person, with the reasons. */
export interface Suspect extends Compared {
  readonly person: Person;
  readonly tickets: number | null;
}

/** Somebody whom a ticket is from. */
export interface Requestor {
  readonly id: string;
  readonly name: string;
  readonly address: Address | null;
}

/** Each is absent where the server has no such thing. Lists are newest or best first, with honest totals. */
export interface Reads {
  /** `open`: everything but resolved. By last reply unless told otherwise. */
  tickets?(
    id: string,
    which: 'open' | 'resolved',
    range: Range & { readonly sort?: TicketSort },
    signal?: AbortSignal,
  ): Promise<Part<Ticket>>;
  /** What was put away for good after it was resolved, where the server tells that apart. */
  archived?(id: string, range: Range & { readonly sort?: TicketSort }, signal?: AbortSignal): Promise<Part<Ticket>>;
  /** A ticket's own page, in a book that has no other place for it. Fails with `missing`. */
  ticket?(id: string, signal?: AbortSignal): Promise<TicketPage>;
  /** Who a ticket is from, in the server's order. Fails with `missing`, and with `forbidden` where it may not be read. */
  requestors?(ticket: string, signal?: AbortSignal): Promise<readonly Requestor[]>;
  notes?(id: string, range: Range, signal?: AbortSignal): Promise<Part<Note>>;
  /** Files on the profile itself, not those on notes. */
  files?(id: string, range: Range, signal?: AbortSignal): Promise<Part<FileRef>>;
  /** The bytes of a file on a profile or a note. Fails with `missing`. */
  file?(id: string, signal?: AbortSignal): Promise<Blob>;
  /** `now`: ISO, which month is the present one. */
  billing?(id: string, range: Range & { readonly now: string }, signal?: AbortSignal): Promise<Billing>;
  chats?(id: string, range: Range, signal?: AbortSignal): Promise<Part<Chat>>;
  history?(id: string, query: HistoryQuery, range: Range, signal?: AbortSignal): Promise<Part<HistoryItem>>;
  /** `range` is of the sign-ins. */
  details?(id: string, range: Range, signal?: AbortSignal): Promise<Details>;
  /** Custom fields in their order. */
  definitions?(signal?: AbortSignal): Promise<readonly CustomField[]>;
  groups?(signal?: AbortSignal): Promise<readonly Named[]>;
  /** Labels in use that begin so, the most used first. */
  labels?(text: string, range: Range, signal?: AbortSignal): Promise<Part<LabelHit>>;
  /** Suggestions for an address that nobody has, or a name without address. */
  near?(query: { readonly address: Address | null; readonly name: string }, signal?: AbortSignal): Promise<Near[]>;
  search?(query: SearchQuery, range: Range, signal?: AbortSignal): Promise<Part<PersonHit>>;
  organisations?(text: string, range: Range, signal?: AbortSignal): Promise<Part<OrganisationHit>>;
  /** An organisation's own page; `range` is of each of its lists. Fails with `missing`. */
  organisation?(id: string, range: Range, signal?: AbortSignal): Promise<Organisation>;
  teams?(signal?: AbortSignal): Promise<readonly Team[]>;
  belongings?(id: string, signal?: AbortSignal): Promise<Belongings>;
  /** How many tickets of theirs this login does not see, and cannot move. */
  unseen?(id: string, signal?: AbortSignal): Promise<number>;
  holdings?(id: string, signal?: AbortSignal): Promise<Holdings>;
  security?(id: string, signal?: AbortSignal): Promise<Security>;
  /** Whether the server is about to delete them; null: it is not. */
  leaving?(id: string, signal?: AbortSignal): Promise<Leaving | null>;
  /** What they may see, read in their name. */
  sees?(id: string, range: Range, signal?: AbortSignal): Promise<Sees>;
  /** Their picture as a `data:image/…` address, from the server itself and nowhere else; null: they have none. */
  picture?(id: string, signal?: AbortSignal): Promise<string | null>;
  /**
   * Waits until something of this person changes at the server: true then, false after a while in which nothing did (a
   * minute at most). Asked only while somebody looks at them. Fails where the server has no such thing after all.
   */
  news?(id: string, signal?: AbortSignal): Promise<boolean>;
  bans?(range: Range, signal?: AbortSignal): Promise<Part<Ban>>;
  /** Who may be the same person as this one, the surest first. */
  suspects?(id: string, range: Range, signal?: AbortSignal): Promise<readonly Suspect[]>;
}

export type Writes = { readonly [T in ChangeType]?: (change: Change<T>, stamp: Stamp) => Promise<Made> };
export type Capability = keyof Reads | ChangeType;

/** How many values of a kind a person can have there; what has no place cannot be taken over in a merge. */
export interface Room {
  /** Absent: any number. */
  readonly addresses?: number;
  /** Contact values by type, those with a name by that too; what is in none has no place. Absent: any number of any. */
  readonly contacts?: readonly { readonly type: FieldType; readonly label?: string; readonly count: number }[];
}

export interface Session {
  /** All people with this address, any of theirs, whatever the case; then the same without +tag. */
  find(address: Address, signal?: AbortSignal): Promise<Found[]>;
  /** Fails with `missing`. */
  get(id: string, signal?: AbortSignal): Promise<Person>;
  /** How many tickets are theirs, where that costs less than the lists. */
  counts?(id: string, signal?: AbortSignal): Promise<Pick<Found, 'openTickets' | 'tickets'>>;
  /** Where the server's own pages stand: what they call by an id, `get` finds by it. Absent: it has none. */
  readonly site?: string;
  readonly reads: Reads;
  readonly writes: Writes;
  /** Whether a stamped write was made, asked after a crash: what it made, or null. Absent: the journal reads the value. */
  made?(stamp: Stamp): Promise<Made | null>;
  /** How many things one `….move` takes at most: 1 where each is a call of its own. Absent: all at once. */
  readonly movesAtOnce?: number;
  /** A person is in one organisation at most. */
  readonly oneOrganisation?: true;
  /** Absent: for as many as there are. */
  readonly room?: Room;
  /** The server merges people on a page of its own, better than it can be done from here: its address, '{id}' is who stays. */
  readonly mergesAt?: string;
  /** A page of the server where a link for a new password can be sent by hand, which cannot be done from here. */
  readonly resetsAt?: string;
  /** The single values of a record that can be set; absent: each. */
  readonly sets?: readonly (keyof PersonValues)[];
  /** Characters that such a text may have; absent: any number. */
  readonly limits?: Readonly<Partial<Record<'name' | 'summary', number>>>;
  /** Offered, but never tried on this server yet: the first use tells whether it has such a thing. */
  readonly unproven?: readonly Capability[];
  /** The server could, this login may not: shown disabled, with the reason. */
  readonly denied: readonly Capability[];
}

/** Who a connection is signed in as, and what they may do: as far as the server can be asked beforehand. */
export interface Login {
  /** As the server calls them: "Lena Lead". */
  readonly name: string;
  /** Their rank, in the server's own word ("Admin"); null where it has none. */
  readonly role: string | null;
  /** Of the server's program; null where it is not told. */
  readonly version: string | null;
  /** The server could, this login may not. */
  readonly denied: readonly Capability[];
  /** The right that is missing, as the server names it ("AdminUsers"). */
  readonly missing?: Readonly<Partial<Record<Capability, string>>>;
  /** By each right that is missing: whether the token lacks it, though its owner has it, or its owner as well. */
  readonly lacks?: Readonly<Record<string, 'token' | 'owner'>>;
  /** How many queues, groups or inboxes of tickets they see; absent where that is not known. */
  readonly queues?: number;
}

/** What a connector gives; what the login may not do is asked apart, and put in by whoever opened it. */
export interface Opened extends Omit<Session, 'denied'> {
  /**
   * Fails with `signed-out` where the token is wrong, `forbidden` where it may look nobody up. Absent: nobody signs in
   * there, and everybody may do everything. 'rights': what only people read (the version) may be left out, for fewer
   * calls.
   */
  login?(signal?: AbortSignal, what?: 'all' | 'rights'): Promise<Login>;
  /** What was found out by trying, remembered; asks nothing of the server. */
  proof?(): Promise<Proof>;
  /**
   * Makes one of `Connector.calls` as it stands among the settings, upon the login's own record: only one that reads,
   * nothing is kept of its answer. Fails with `missing` where the server has no such call, `invalid` for one that writes.
   */
  tries?(call: string, signal?: AbortSignal): Promise<void>;
}

export interface Proof {
  readonly unproven: readonly Capability[];
  /** The server turned out not to have these: they are taken away. */
  readonly without: readonly Capability[];
  readonly sets?: Session['sets'];
  /** Of `sets`: those that were never tried on this server yet. */
  readonly untried?: Session['sets'];
  /** As far as it is known by now. */
  readonly mergesAt?: string;
  readonly oneOrganisation?: true;
}

/** What an address of the server's own pages shows. */
export interface Shown {
  readonly kind: 'ticket' | 'person';
  readonly id: string;
}

export interface Connector {
  readonly id: string;
  readonly settings: Form;
  readonly says?: Says;
  /** Calls that this kind of server may or may not have: off until somebody who runs it says how each is made. */
  readonly calls?: readonly CallPlace[];
  /** What one of its own pages shows, by its address alone; `site` as in `Session`. Null: neither. */
  shows?(site: string, url: string): Shown | null;
  /**
   * Asks nothing of the server yet. `http`: the way to the one server of this connection; a book of this browser needs
   * none. Fails with `invalid` where the settings cannot be.
   */
  open(connection: Connection, http: OpenHttp, memory: Memory): Promise<Opened>;
}
