// What a book holds, row by row. Ids are numbers that the database counts up; a person's own id is the string of
// it. Dates are ISO strings (UTC), money is minor units plus currency, time is seconds. A property that an
// imported person does not have is absent, not empty: 100,000 rows are written at a time.

import type { Made } from '@/utils/changes/types';
import type { Address, FieldType, FieldValue, PersonStatus, TicketState } from '@/utils/people/types';

export interface StoredEmail {
  readonly address: Address;
  readonly primary?: true;
  readonly label?: string;
}

export interface StoredMembership {
  readonly organisation: number;
  readonly position?: string;
  readonly manager?: true;
}

/** How a record came to be and when somebody was last seen. */
export interface Facts {
  readonly createdAt: string;
  /** 'panel', 'import', 'web', 'mail', 'sample', … */
  readonly creationSystem: string;
  readonly confirmed?: boolean;
  readonly lastLoginAt?: string;
  readonly lastSeenAt?: string;
}

export interface PersonRow {
  readonly id: number;
  readonly name: string;
  /** What the addresses are found by, see keys.ts. */
  readonly keys: readonly string[];
  /** What the name is found by, see keys.ts. */
  readonly names: readonly string[];
  readonly emails: readonly StoredEmail[];
  /** Absent: active. */
  readonly status?: PersonStatus;
  /** Absent: a person. */
  readonly kind?: 'agent' | 'shared-mailbox';
  readonly memberships?: readonly StoredMembership[];
  /** Ids of `memberships`, for the index. */
  readonly orgs?: readonly number[];
  readonly labels?: readonly string[];
  /** User groups. */
  readonly groups?: readonly number[];
  /** Agents only. */
  readonly teams?: readonly number[];
  readonly summary?: string;
  /** Contact data, of every type but custom fields. */
  readonly fields?: readonly FieldValue[];
  /** Custom fields by the id of their definition; choices as a list. */
  readonly custom?: Readonly<Record<number, string | readonly string[]>>;
  readonly timezone?: string;
  readonly language?: string;
  readonly autoReplies?: boolean;
  /** A `data:image/…` address. */
  readonly picture?: string;
  readonly facts: Facts;
  /** Counts up with each write to this row; whoever writes a row that belongs to a person leaves it alone. */
  readonly revision: number;
}

/** Somebody who was merged into another: out of every list, with the whole row, so that they can come back. */
export interface MergedRow {
  readonly id: number;
  /** Who stands for them; may have been merged into yet another since. */
  readonly into: number;
  readonly at: string;
  readonly row: PersonRow;
  /** By address: who else had it then, where somebody did. */
  readonly shared: readonly { readonly address: Address; readonly with: readonly number[] }[];
}

export interface OrganisationRow {
  readonly id: number;
  readonly name: string;
  /** The folded name. */
  readonly key: string;
  readonly summary?: string;
  readonly labels?: readonly string[];
  readonly fields?: readonly FieldValue[];
  readonly domains?: readonly string[];
  readonly createdAt: string;
  /** Made together with this person: goes with them if nobody else has come to use it. */
  readonly madeFor?: number;
}

export interface NamedRow {
  readonly id: number;
  readonly name: string;
}

export interface CustomFieldRow {
  readonly id: number;
  readonly title: string;
  readonly description?: string;
  readonly type: FieldType;
  readonly choices?: readonly string[];
  /** Where it stands among the others. */
  readonly order: number;
}

export interface TicketRow {
  readonly id: number;
  readonly person: number;
  readonly organisation?: number;
  readonly number: string;
  readonly title: string;
  readonly state: TicketState;
  /** 1: everything but resolved. A number because an index cannot hold true and false. */
  readonly open: 0 | 1;
  readonly urgent?: 1;
  /** Person id of the agent. */
  readonly agent?: number;
  readonly team?: number;
  readonly labels?: readonly string[];
  /** Where its mails go, if that is not the primary address. */
  readonly notifies?: Address;
  /** What it was opened with from the panel. */
  readonly text?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface NoteRow {
  readonly id: number;
  readonly person: number;
  readonly author: string;
  readonly text: string;
  readonly createdAt: string;
  readonly editedAt?: string;
  readonly files?: readonly number[];
}

export interface FileRow {
  readonly id: number;
  readonly person: number;
  /** The person once more, if it is on the profile itself and not on a note: for the index. */
  readonly profile?: number;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly type: string;
  readonly createdAt: string;
}

/** A file's content, apart, so that a list of files reads no bytes. Same id as the file. */
export interface BlobRow {
  readonly id: number;
  readonly content: Blob;
}

export interface ChargeRow {
  readonly id: number;
  readonly person: number;
  readonly ticket?: number;
  readonly at: string;
  readonly text: string;
  readonly seconds?: number;
  /** Minor units of `currency`. */
  readonly amount?: number;
  readonly currency?: string;
}

export interface ChatRow {
  readonly id: number;
  readonly person: number;
  readonly at: string;
  readonly endedAt?: string;
  readonly agent?: number;
  readonly subject: string;
  readonly lines: readonly { readonly by: string; readonly at: string; readonly text: string }[];
}

/** One value of a person that somebody changed. */
export interface LogRow {
  readonly id: number;
  readonly person: number;
  readonly at: string;
  /** A name; '' is the user of this browser. */
  readonly by: string;
  /** A `ChangedField`; a word of another program is shown as it is. */
  readonly field: string;
  /** Which one: a field type, the title of a custom field, a ticket's number. */
  readonly which?: string;
  readonly from: string | null;
  readonly to: string | null;
  /** The run and the step of the journal that made it. */
  readonly entry?: string;
  readonly step?: number;
  /** What that write made. */
  readonly made?: Made;
}

/** Something a person did: wrote, signed in, confirmed, … */
export interface ActivityRow {
  readonly id: number;
  readonly person: number;
  readonly at: string;
  readonly what: 'wrote' | 'chatted' | 'signed-in' | 'confirmed' | 'downloaded' | 'rated';
  readonly ticket?: number;
  readonly detail?: string;
}

export interface SignInRow {
  readonly id: number;
  readonly person: number;
  readonly at: string;
  readonly browser: string;
  readonly ip?: string;
  readonly ok: boolean;
}

export interface BanRow {
  /** An address, or a pattern with `*`. */
  readonly pattern: string;
  readonly at: string;
  readonly reason?: string;
}

/** A file on its way in; its rows live in key ranges of their own, so that all of it can be taken back. */
export interface ImportRow {
  readonly id: string;
  readonly file: string;
  readonly at: string;
  /** First id and the id after the last. */
  readonly people: readonly [number, number];
  readonly organisations: readonly [number, number];
}

export interface PieceRow {
  readonly import: string;
  readonly index: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Something taken away, kept so that it can come back as it was, its id and bytes too. */
export type BinRow = {
  /** Kind and id: 'note:7'. */
  readonly key: string;
  readonly at: string;
  readonly person: number;
} & (
  | { readonly kind: 'note'; readonly note: NoteRow; readonly files: readonly FileRow[] }
  | { readonly kind: 'file'; readonly file: FileRow }
  /** How a note was before it was edited. */
  | { readonly kind: 'text'; readonly text: string; readonly editedAt?: string }
  | { readonly kind: 'organisation'; readonly organisation: OrganisationRow }
  /** A ban that was lifted. */
  | { readonly kind: 'ban'; readonly ban: BanRow }
  /** What somebody was who was disabled, if not simply active. */
  | { readonly kind: 'status'; readonly status: PersonStatus }
  /**
   * An address that this person has had, who else had it then, and which tickets went there. `lentBy`: it was theirs
   * while these were merged into them, who have come back with it.
   */
  | {
      readonly kind: 'address';
      readonly sharedWith: readonly number[];
      readonly tickets?: readonly number[];
      readonly lentBy?: readonly number[];
    }
);

/** Whose record is not as the search index knows it. */
export interface TouchedRow {
  readonly seq: number;
  readonly person: number;
  /** The id after the last, where an import touched many. */
  readonly until?: number;
}

/** How many rows there are in a long list, see counts.ts. */
export interface CountRow {
  readonly key: string;
  readonly count: number;
}
