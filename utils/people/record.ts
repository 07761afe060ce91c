// What a helpdesk's record holds beside the person itself: billing, chats, history, details, organisations.
// Dates are ISO strings (UTC), money is minor units plus currency, time is seconds.

import type { FieldValue, Named, Part, Person, Ticket } from './types';

export interface Money {
  /** Minor units of `currency`: cents. */
  readonly amount: number;
  /** ISO 4217; empty where the server does not tell it, then no symbol is invented. */
  readonly currency: string;
}

export interface Charge {
  readonly id: string;
  readonly at: string;
  readonly text: string;
  readonly seconds?: number;
  readonly money?: Money;
  readonly ticket?: { readonly id: string; readonly number: string };
}

/** Sums of charges. A currency each, in the order of their size; seconds are null where no time is recorded. */
export interface Totals {
  readonly seconds: number | null;
  readonly money: readonly Money[];
}

/** The totals are of all charges, not only of those listed. */
export interface Billing extends Part<Charge> {
  readonly totals: Totals;
  /** The last twelve months that end with the present one, oldest first, empty ones too; '2026-11'. */
  readonly months: readonly (Totals & { readonly month: string })[];
}

export interface Chat {
  readonly id: string;
  readonly at: string;
  readonly endedAt?: string;
  /** The agent's name. */
  readonly agent: string | null;
  readonly subject: string;
  readonly lines: readonly { readonly by: 'person' | 'agent'; readonly at: string; readonly text: string }[];
}

/** What of a record was changed: a known word, or `custom` with the title of the field. */
export type ChangedField =
  | 'name'
  | 'summary'
  | 'timezone'
  | 'language'
  | 'auto-replies'
  | 'address'
  | 'primary'
  | 'contact'
  | 'label'
  | 'group'
  | 'organisation'
  | 'note'
  | 'file'
  | 'ticket'
  | 'custom'
  | 'status'
  | 'person'
  | 'picture'
  /** `which`: 'in', the survivor's, or 'into'; the value is the other one's name. */
  | 'merged'
  /** `which`: 'ticket', 'note', 'file', 'charge', 'chat', 'activity'; the value is how many. */
  | 'moved'
  /** The value is the address. */
  | 'banned';

export interface ChangedItem {
  readonly kind: 'change';
  readonly id: string;
  readonly at: string;
  /** A name, or `ME`. */
  readonly by: string;
  readonly field: ChangedField | 'other';
  /** Which one: a field type ('phone'), the title of a custom field, a ticket's number, the server's own word. */
  readonly which?: string;
  readonly from: string | null;
  readonly to: string | null;
  /** The journal's entry that made it. */
  readonly entry?: string;
}

export interface ActivityItem {
  readonly kind: 'activity';
  readonly id: string;
  readonly at: string;
  readonly what: 'wrote' | 'chatted' | 'signed-in' | 'confirmed' | 'downloaded' | 'rated' | 'other';
  readonly ticket?: { readonly id: string; readonly number: string };
  readonly detail?: string;
  /** Somebody else who did it in what is theirs: an agent who answered. */
  readonly by?: string;
}

export type HistoryItem = ChangedItem | ActivityItem;

export interface HistoryQuery {
  /** 'mine': changes made by the user of this browser or login. */
  readonly which: 'all' | 'changes' | 'activity' | 'mine';
  /** A part of a field, value, name or ticket number; empty: all. */
  readonly text: string;
  /** Code words of the record ('phone', 'resolved', 'signed-in') that fit the text in the reader's language; '' is `ME`. */
  readonly codes?: readonly string[];
}

export interface SignIn {
  readonly id: string;
  readonly at: string;
  readonly browser: string;
  readonly ip?: string;
  readonly ok: boolean;
}

/** How a record came to be, and when somebody was last there. Null: not known there. */
export interface Details {
  readonly createdAt: string | null;
  /** 'panel', 'import', 'web', 'mail', … or the server's own word. */
  readonly creationSystem: string | null;
  readonly confirmed: boolean | null;
  readonly lastLoginAt: string | null;
  readonly lastSeenAt: string | null;
  readonly browser: string | null;
  /** Newest first. */
  readonly signIns: Part<SignIn>;
}

export interface OrganisationTicket extends Ticket {
  readonly person: Named | null;
}

/** An organisation's own page. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly labels: readonly string[];
  readonly domains: readonly string[];
  readonly fields: readonly FieldValue[];
  readonly people: Part<Person>;
  readonly open: Part<OrganisationTicket>;
  readonly resolved: Part<OrganisationTicket>;
}

export interface Team extends Named {
  readonly agents: number;
}

export interface LabelHit {
  readonly label: string;
  readonly people: number;
}

/** A ticket's own page in a book that has no other place for it. */
export interface TicketPage {
  readonly ticket: Ticket;
  /** What it was opened with, where the book keeps that. */
  readonly text?: string;
  readonly person: Person | null;
  readonly agent: string | null;
  readonly team: string | null;
  readonly organisation: Named | null;
  readonly labels: readonly string[];
  readonly charges: Billing | null;
  readonly activity: readonly ActivityItem[];
}
