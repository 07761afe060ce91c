// A connector is the code for one kind of server; a connection is one configured server; a session is a
// connector opened on a connection. A capability is a method that is there: nothing *says* what it can do.

import type { Change, ChangeType, Made } from '@/utils/changes/types';
import type { Address, Note, Part, Person, Ticket } from '@/utils/people/types';

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

/** Each is absent where the server has no such thing. */
export interface Reads {
  /** `open`: everything but resolved. Newest first. */
  tickets?(id: string, which: 'open' | 'resolved', range: Range, signal?: AbortSignal): Promise<Part<Ticket>>;
  /** Newest first. */
  notes?(id: string, range: Range, signal?: AbortSignal): Promise<Part<Note>>;
  /** Suggestions for an address that nobody has, or a name without address. */
  near?(query: { readonly address: Address | null; readonly name: string }, signal?: AbortSignal): Promise<Near[]>;
  /** People whose name or address begins with the text, best first. */
  search?(text: string, range: Range, signal?: AbortSignal): Promise<Part<Person>>;
  organisations?(text: string, range: Range, signal?: AbortSignal): Promise<Part<OrganisationHit>>;
}

export type Writes = { readonly [T in ChangeType]?: (change: Change<T>) => Promise<Made> };
export type Capability = keyof Reads | ChangeType;

export interface Session {
  /** All people with this address, any of theirs, whatever the case; then the same without +tag. */
  find(address: Address, signal?: AbortSignal): Promise<Found[]>;
  /** Fails with `missing`. */
  get(id: string, signal?: AbortSignal): Promise<Person>;
  readonly reads: Reads;
  readonly writes: Writes;
  /** The server could, this login may not: shown disabled, with the reason. */
  readonly denied: readonly Capability[];
}

export type MarkShape = 'square' | 'circle' | 'diamond' | 'hexagon' | 'shield' | 'house';

/** One configured server or book, as the panel names it. */
export interface Connection {
  readonly id: string;
  readonly connector: string;
  readonly name: string;
  readonly mark: { readonly shape: MarkShape; readonly letter: string };
  /** Kept in this browser: answers at once, is never cached, never offline. */
  readonly local: boolean;
  readonly settings: Readonly<Record<string, string>>;
}

export interface Connector {
  readonly id: string;
  open(connection: Connection): Promise<Session>;
}

/** What is wrong with a file of people, and where. */
export interface ImportProblem {
  readonly kind:
    | 'empty'
    | 'encoding'
    | 'quote-open'
    | 'quote-inside'
    | 'columns'
    | 'no-address-column'
    | 'line-too-long'
    | 'address-invalid'
    | 'nothing'
    | 'storage-full';
  /** From 1, as an editor counts the file's lines. */
  readonly line: number;
  readonly detail?: string;
}

/** Progress of an import into the own book. */
export interface ImportState {
  readonly id: string;
  readonly file: string;
  readonly state: 'checking' | 'running' | 'done' | 'stopped' | 'failed';
  /** Pieces of the file while it is checked, people from then on. */
  readonly done: number;
  readonly total: number;
  /** People left out, since they are in the book already or stand in the file twice. */
  readonly known: number;
  readonly problem?: ImportProblem;
}
