// The words of the product: a person is one record of one server; an address is a bare, lower-cased
// e-mail address that only `parseAddress` makes; a problem is told, never swallowed. Nothing here knows
// a server, a page or a browser. Dates are ISO strings (UTC), money is minor units plus currency.

import type { FieldType } from './field-types';

export type { FieldType } from './field-types';

declare const addressBrand: unique symbol;

/** `local@domain`, lower case, domain in ASCII (Punycode). Made by `parseAddress` only. */
export type Address = string & { readonly [addressBrand]: true };

export interface EmailAddress {
  readonly address: Address;
  readonly primary: boolean;
  readonly label?: string;
}

/** Which record: the connection (a configured server or book) and the record's id there. */
export interface PersonRef {
  readonly connection: string;
  readonly id: string;
}

export type PersonStatus = 'active' | 'disabled' | 'locked' | 'banned';

/** A value of the profile by field type; `type` is a key of utils/fields. */
export interface FieldValue {
  readonly type: FieldType;
  /** What the record calls it ("Work", "Fax"), or the title of a custom field. */
  readonly label?: string;
  /** As it was typed; how it is drawn and linked is the field type's business. */
  readonly value: string;
  /** The service of an instant messenger, the city of a postal address, and the like. */
  readonly parts?: Readonly<Record<string, string>>;
  /** True for custom fields: they stand under Properties, not under Contact. */
  readonly custom?: boolean;
  /** Of a custom field: which definition it follows. */
  readonly id?: string;
  /** Of a custom field that takes several values: they stand one a line, and those of two people can be united. */
  readonly many?: true;
}

/** A custom field as the server defines it, whether a person has a value or not. */
export interface CustomField {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly type: FieldType;
  readonly choices?: readonly string[];
  /** The server takes no record without it. */
  readonly required?: true;
  /** Characters; absent: any number. */
  readonly longest?: number;
}

/** A group, a team: what is chosen by its name and kept by its id. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A person's place in an organisation. */
export interface Membership {
  readonly organisation: string;
  readonly name: string;
  readonly position?: string;
  readonly manager?: boolean;
  /** Tickets of the whole organisation, where the server counts them. */
  readonly tickets?: number;
}

/** What an agent should know of somebody before anything else. */
export type Mark =
  | { readonly kind: 'vip' }
  /** Mail to them came back; the reason as the server has it, '' where it tells none. */
  | { readonly kind: 'bounced'; readonly reason: string }
  /** Away; days as `YYYY-MM-DD`, '' where one is open. */
  | { readonly kind: 'away'; readonly from: string; readonly to: string; readonly instead?: string }
  /** The record is kept by something else, which writes over what is edited here: 'ldap'. */
  | { readonly kind: 'synchronised'; readonly by: string };

export interface Person {
  readonly ref: PersonRef;
  /** One display string, never built from parts. */
  readonly name: string;
  readonly emails: readonly EmailAddress[];
  /** This record has room for so many; absent: as its server says of all. */
  readonly mostAddresses?: number;
  readonly status: PersonStatus;
  readonly kind: 'person' | 'agent' | 'shared-mailbox';
  readonly memberships: readonly Membership[];
  readonly labels: readonly string[];
  readonly groups: readonly Named[];
  /** What the server lets them be ("Agent", "Customer"), where it tells that apart from groups. Only shown. */
  readonly roles?: readonly Named[];
  readonly marks?: readonly Mark[];
  readonly summary: string;
  readonly fields: readonly FieldValue[];
  /** IANA name, "Europe/Berlin". */
  readonly timezone?: string;
  /** BCP 47, "vi". */
  readonly language?: string;
  readonly autoReplies?: boolean;
  readonly createdAt?: string;
  /** Last sign of life: a ticket, a sign-in, a chat. */
  readonly seenAt?: string;
  /** The server's own mark of this state of the record, where it has one. */
  readonly version?: string;
  /** A `data:image/…` address; nothing is ever loaded from elsewhere. */
  readonly picture?: string;
}

export type TicketState = 'new' | 'waiting-us' | 'waiting-them' | 'hold' | 'resolved';

export interface Ticket {
  readonly id: string;
  /** The number that the customer knows. */
  readonly number: string;
  readonly title: string;
  readonly state: TicketState;
  readonly urgent: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly url?: string;
  /** Where its mails go, if that is not the primary address. */
  readonly notifies?: Address;
}

export interface FileRef {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly type: string;
  readonly createdAt?: string;
}

/** Author of what the user of this browser wrote in a book of their own, where nobody has a name. */
export const ME = '';

export interface Note {
  readonly id: string;
  /** A name, or `ME`. */
  readonly author: string;
  readonly text: string;
  readonly createdAt: string;
  readonly editedAt?: string;
  readonly files: readonly FileRef[];
}

/** Part of a list with the honest total, newest first. */
export interface Part<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}
