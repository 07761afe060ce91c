// Every write there is, as data: the smallest step, with what it was made upon (`from`) and what it makes (`to`).
// Null stands for "not there". A change without a decided inverse does not compile (inverse.ts). A connector that
// finds something else than `from` refuses with `conflict` and tells what is there (`theirs`).

import type { Address, FieldValue, FileRef, Note, TicketState } from '@/utils/people/types';

export interface NewPerson {
  readonly name: string;
  /** The first is the primary one. */
  readonly addresses: readonly Address[];
  /** An id, or the name of one to make. */
  readonly organisation?: { readonly id: string } | { readonly create: string };
  readonly position?: string;
  /** Contact values, and custom fields by their `id`. */
  readonly fields?: readonly FieldValue[];
  readonly labels?: readonly string[];
  readonly groups?: readonly string[];
  readonly summary?: string;
  readonly timezone?: string;
  readonly language?: string;
  /** A `data:image/…` address. */
  readonly picture?: string;
}

/** The single values of a record, by the name of the field. */
export interface PersonValues {
  readonly name: string;
  readonly summary: string;
  readonly timezone: string | null;
  readonly language: string | null;
  /** False: the server sends this person no automatic replies. */
  readonly autoReplies: boolean;
  /** A `data:image/…` address. */
  readonly picture: string | null;
}

export interface LabelledAddress {
  readonly address: Address;
  readonly label?: string;
}

/** A person's place in an organisation. */
export interface Place {
  readonly position: string;
  readonly manager: boolean;
}

/** A file whose bytes were handed over under `staged` before, see `file.piece` in the protocol. */
export interface StagedFile {
  readonly staged: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly type: string;
}

/** What belongs to one person and goes to another when two are merged: ids, as `Reads.belongings` tells them. */
interface Moving {
  readonly items: readonly string[];
  /** Ids of people; the change is about the first of them. */
  readonly from: string;
  readonly to: string;
}

type Values = {
  [F in keyof PersonValues]: { readonly field: F; readonly from: PersonValues[F]; readonly to: PersonValues[F] };
}[keyof PersonValues];

export interface Changes {
  'person.create': { readonly draft: NewPerson };
  /** `version`: the state it was made in; a record touched since is not deleted. */
  'person.delete': { readonly version: string };
  /** For good, with all that belongs to them. `version`: as it was when the agent was asked; null: it has none. */
  'person.erase': { readonly version: string | null };
  /** Out of every list and lookup, since they were merged into another: whoever asks for them is given that one. */
  'person.hide': { readonly into: string; readonly from: boolean; readonly to: boolean };
  /** The server's own merge, which it alone knows how to do: `person` stays, `other` goes. */
  'person.merge': { readonly other: string };
  /** False: cannot sign in nor open tickets. `into`: who they were merged into, for a server that can say so there. */
  'account.enable': { readonly from: boolean; readonly to: boolean; readonly into?: string };
  /** Takes back, while the server still waits with it, that the person is deleted there. `task`: see `Leaving`. */
  'erase.cancel': { readonly task: string };
  'account.unlock': Record<never, never>;
  /** Whether the address is kept from becoming a person's again. */
  'address.ban': { readonly address: Address; readonly from: boolean; readonly to: boolean };
  'ticket.move': Moving;
  'note.move': Moving;
  /** Files on the profile; those on notes go with them. */
  'file.move': Moving;
  'charge.move': Moving;
  'chat.move': Moving;
  /** What they did, and their sign-ins. */
  'activity.move': Moving;
  /** Never stored, queued, held or logged: it runs now or not at all. */
  'login.password': { readonly secret: string };
  /** A link to choose a new password goes to this address. */
  'login.reset': { readonly address: Address };
  /** A session as that person; `Made.url` is where it is opened, never stored. */
  'login.view': Record<never, never>;
  /** One way of proving who they are beside the password, by its id; null: all of them. */
  'factor.remove': { readonly factor: string | null };
  'person.set': Values;
  /**
   * `at`: which of the addresses, from 0: where a removed one comes back. Never removes the primary or the last, but of
   * who is merged `into` another on a server that cannot hide them: there any of them goes.
   */
  'email.set': {
    readonly at: number;
    readonly from: LabelledAddress | null;
    readonly to: LabelledAddress | null;
    readonly into?: string;
  };
  'email.primary': { readonly from: Address | null; readonly to: Address | null };
  /** A contact value (no custom field); known by its content, `at` is only where it stands. */
  'contact.set': { readonly at: number; readonly from: FieldValue | null; readonly to: FieldValue | null };
  /** `field`: id of the definition; choices one a line. */
  'custom.set': { readonly field: string; readonly from: string | null; readonly to: string | null };
  'label.set': { readonly label: string; readonly at: number; readonly from: boolean; readonly to: boolean };
  'group.set': { readonly group: string; readonly from: boolean; readonly to: boolean };
  'membership.set': {
    /** `name` alone: the organisation of that name, made if there is none. */
    readonly organisation: { readonly id: string | null; readonly name: string };
    readonly at: number;
    readonly from: Place | null;
    readonly to: Place | null;
  };
  /** `again`: the removed note that comes back as it was. */
  'note.add': { readonly text: string; readonly files: readonly StagedFile[]; readonly again: Note | null };
  'note.set': { readonly note: string; readonly from: string; readonly to: string };
  'note.remove': { readonly note: Note };
  'file.add': { readonly file: StagedFile | null; readonly again: FileRef | null };
  'file.remove': { readonly file: FileRef };
  'ticket.create': { readonly title: string; readonly text: string; readonly urgent: boolean };
  /** `version`: its `updatedAt` when it was made; a ticket touched since is not deleted. */
  'ticket.delete': { readonly ticket: string; readonly version: string };
  'ticket.state': { readonly ticket: string; readonly from: TicketState; readonly to: TicketState };
  'ticket.urgent': { readonly ticket: string; readonly from: boolean; readonly to: boolean };
  /** Null: the primary address. */
  'ticket.notify': { readonly ticket: string; readonly from: Address | null; readonly to: Address | null };
}
export type ChangeType = keyof Changes;
export type Change<T extends ChangeType = ChangeType> = {
  [K in T]: { readonly type: K; readonly person: string | null } & Changes[K];
}[T];

/** A session as somebody else in the browser: where it is opened, and how it ends. http or https. */
export interface OpenedView {
  readonly url: string;
  /** Where that tab goes once `url` has come: `url` only begins the session. */
  readonly next?: string;
  /** A text that stands on the page of `url` where it worked: whoever is not signed in there gets another. */
  readonly worked?: string;
  /** What ends it, opened in the same way; absent: it ends with its tab. */
  readonly back?: string;
}

/** What a write made: the id of what it made or changed, and the version that has now. */
export interface Made {
  readonly id: string;
  readonly version: string;
  /** Of `login.view`. Never stored with what was done. */
  readonly view?: OpenedView;
}

/** Which step of which entry of the journal a write belongs to: a book that keeps it can say whether it was made. */
export interface Stamp {
  readonly entry: string;
  /** From 0. */
  readonly step: number;
  /** ISO: when the user did it. */
  readonly at: string;
}
