// What the search for duplicates takes and gives. A record is a person of any source, flattened to texts by kind.

import type { Compared, Tier, ValueKind } from '@/utils/people/same-person';

/** A record to be compared: any number of texts of each kind, as they are written; empty ones count as missing. */
export interface Entry {
  /** Unique among the records compared with each other. */
  readonly id: string;
  readonly values: { readonly [K in ValueKind]?: readonly string[] };
}

/** Two records that are taken for one person. `left` stands before `right` in the order of ids. */
export interface Pair {
  readonly left: string;
  readonly right: string;
  /** 0 to 1. */
  readonly probability: number;
  readonly tier: Tier;
  /** The index of their group in `groups`; null: grouping refused to put the two together. */
  readonly group: number | null;
}

export interface Duplicates {
  /** Every pair inside a group, and pairs that grouping refused. The surest first. */
  readonly pairs: readonly Pair[];
  /** Ids of records that are one person, at least two each; no record stands in two. */
  readonly groups: readonly (readonly string[])[];
  /** What was learned: `compare` tells with it why two records were taken for one. */
  readonly weights: Weights;
}

/** How a long piece of work is kept from holding up its thread. */
export interface Pausing {
  readonly signal?: AbortSignal | undefined;
  /** Awaited about every 8 ms of work. Absent: the work runs through. */
  readonly breathe?: (() => Promise<void>) | undefined;
}

/** How much each level of agreement says, learned from the records themselves. Plain data: may be posted and stored. */
export interface Weights {
  /** Log odds (natural) that two records picked at random are one person. */
  readonly prior: number;
  /** By slot (see slots.ts), by level: how often it is so between records of one person, and of two. */
  readonly match: readonly (readonly number[])[];
  readonly chance: readonly (readonly number[])[];
  /** As `chance`, where the slot that this one goes along with (city with postcode) agrees too. */
  readonly along: readonly (readonly number[])[];
  /** The most that what people of one home share can be worth, by what it seems worth. */
  readonly home: readonly number[];
  /** By slot: how many values were counted, and how often the common ones occur, by folded value. */
  readonly counted: readonly number[];
  readonly common: readonly Readonly<Record<string, number>>[];
}

/** Another record that may be the same person. */
export interface Candidate {
  readonly id: string;
  readonly compared: Compared;
}

/** Records kept ready, so that one person's duplicates are found at once. */
export interface DuplicateIndex {
  readonly size: number;
  readonly weights: Weights;
  /** Puts a record in, in place of one with the same id. */
  add(record: Entry): void;
  /** False: there was none. */
  remove(id: string): boolean;
  /** Records that may be the same person as this one (which need not be in), best first; never the one with its id. */
  candidates(record: Entry, limit?: number): readonly Candidate[];
}
