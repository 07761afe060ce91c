// Two records of one person, side by side: what differs, what is united, what is lost. Nothing here writes; the page
// draws it and the action plans by it, so that what is shown is what is done.

import type { Room } from '@/utils/connectors/types';
import type { FieldType } from '@/utils/people/field-types';
import type { Address, FieldValue, Membership, Named, Person } from '@/utils/people/types';

export type Side = 'stays' | 'goes';

export interface Two {
  readonly stays: Person;
  readonly goes: Person;
}

/** Whether the server can take over what the one merged in has of a kind. */
export interface Takes {
  readonly values: boolean;
  readonly custom: boolean;
  readonly addresses: boolean;
  readonly contacts: boolean;
  readonly labels: boolean;
  readonly groups: boolean;
  readonly memberships: boolean;
  /** Which organisation it is, and the place there. */
  readonly places: boolean;
  /** A person is in one organisation at most. */
  readonly oneOrganisation: boolean;
  /** The summary is where notes are kept, and has room for so many characters: those of both are joined. */
  readonly longestNote?: number;
  /** How much there is room for; nothing: for all. */
  readonly room: Room;
}

/** Of each field that differs, by its `key`: whose value stays. What is not named goes by default. */
export type Keep = Readonly<Record<string, Side>>;

/** A single value that is not the same on both sides, where the one merged in has one. */
export interface Differing {
  /** Of `Keep`: 'name', 'custom:3', 'position:7'. */
  readonly key: string;
  readonly what:
    | 'name'
    | 'organisation'
    | 'position'
    | 'manager'
    | 'summary'
    | 'timezone'
    | 'language'
    | 'autoReplies'
    | 'picture'
    | 'custom';
  /** Title of the custom field; of `position` and `manager`, name of the organisation. */
  readonly title?: string;
  /** Of a custom field: how it is drawn. */
  readonly type?: FieldType;
  /** As they are kept; null: none. Of `autoReplies` and `manager` 'true' or 'false'. */
  readonly stays: string | null;
  readonly goes: string | null;
  /** Who wins where nobody chooses: whoever stays, unless only the other says something. */
  readonly byDefault: Side;
  /** Who wins as it was chosen. */
  readonly wins: Side;
  /** The value that is lost; null: none is. */
  readonly dropped: string | null;
  /** The server cannot take the other's value: there is nothing to choose. */
  readonly fixed?: true;
}

interface Kept {
  readonly from: Side | 'both';
  /** Of the one merged in, and the server cannot take it over: lost. */
  readonly dropped?: true;
}

export interface UnitedAddress extends Kept {
  readonly address: Address;
  readonly label?: string;
  readonly primary: boolean;
}

export interface UnitedContact extends Kept {
  readonly value: FieldValue;
  /** The same value as the one merged in writes it; that writing is lost. */
  readonly other?: FieldValue;
}

export interface UnitedLabel extends Kept {
  readonly label: string;
}

export interface UnitedGroup extends Kept, Named {}

export interface UnitedMembership extends Kept {
  readonly membership: Membership;
}

/** Those of whoever stays come first, each list in its own order. */
export interface Comparison {
  readonly differing: readonly Differing[];
  readonly addresses: readonly UnitedAddress[];
  readonly contacts: readonly UnitedContact[];
  readonly labels: readonly UnitedLabel[];
  readonly groups: readonly UnitedGroup[];
  readonly memberships: readonly UnitedMembership[];
  /** As chosen; else the one of whoever stays; null: neither has any. */
  readonly primary: Address | null;
}
