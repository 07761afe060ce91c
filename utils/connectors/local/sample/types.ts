// The sample people are invented: their addresses are at example.com, .net and .org and under .test, which belong
// to nobody. They are tables of words; load-sample.ts makes rows of them. Nothing is random, and times count back
// from the moment of loading, so that the data looks alive whenever it is loaded.

import type { FieldType, FieldValue, PersonStatus, TicketState } from '@/utils/people/types';

/** '40m', '3h', '2d' before now, or a day: '2021-03-03'. */
export type When = `${number}${'m' | 'h' | 'd'}` | `${number}-${number}-${number}`;

export interface SamplePlace {
  readonly org: string;
  readonly position?: string;
  readonly manager?: true;
}

export interface SamplePerson {
  /** What other tables call them. */
  readonly key: string;
  readonly name: string;
  /** The first is the primary one. */
  readonly emails: readonly string[];
  readonly at?: readonly SamplePlace[];
  readonly status?: PersonStatus;
  readonly kind?: 'agent' | 'shared-mailbox';
  readonly teams?: readonly string[];
  readonly groups?: readonly string[];
  readonly labels?: readonly string[];
  readonly summary?: string;
  readonly fields?: readonly FieldValue[];
  /** By the key of the custom field. */
  readonly custom?: Readonly<Record<string, string | readonly string[]>>;
  readonly timezone?: string;
  readonly language?: string;
  readonly autoReplies?: boolean;
  /** How the record came to be; left out: with the sample. */
  readonly from?: 'web' | 'mail' | 'import';
  readonly created: When;
  readonly seen?: When;
  readonly login?: When;
}

export interface SampleCustomField {
  readonly key: string;
  readonly title: string;
  readonly description?: string;
  readonly type: FieldType;
  readonly choices?: readonly string[];
}

export interface SampleTicket {
  readonly person: string;
  /** Left out: the next free number. */
  readonly number?: number;
  readonly title: string;
  readonly state: TicketState;
  readonly urgent?: true;
  readonly created: When;
  readonly updated: When;
  readonly agent: string;
  readonly labels?: readonly string[];
  /** Another address of the person than the primary one. */
  readonly notifies?: string;
  /** Left out: the person's first organisation. */
  readonly org?: string;
}

export interface SampleNote {
  readonly person: string;
  readonly author: string;
  readonly at: When;
  readonly text: string;
  readonly files?: readonly { readonly name: string; readonly size: number }[];
}

export interface SampleCharge {
  readonly person: string;
  readonly ticket?: number;
  readonly at: When;
  readonly text: string;
  readonly minutes?: number;
  /** Minor units: cents of euros, and whole dong. */
  readonly amount?: number;
  /** Left out: euros. */
  readonly currency?: string;
}

/** A file on a profile. */
export interface SampleFile {
  readonly person: string;
  readonly at: When;
  readonly name: string;
  readonly size: number;
}

export const phone = (value: string, label?: string): FieldValue =>
  label === undefined ? { type: 'phone', value } : { type: 'phone', label, value };
