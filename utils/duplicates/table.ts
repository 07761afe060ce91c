// Records as numbers: what each has in each slot, so that comparing them touches no text that was seen before.

import type { ValueKind } from '@/utils/people/same-person';
import { nameParts } from './name-parts';
import { normal } from './normal';
import { FAMILY, FIRST, GIVEN, SLOTS } from './slots';
import { longer, newTexts, numberOf, type Texts } from './texts';
import type { Entry } from './types';

export interface Table {
  rows: number;
  readonly ids: string[];
  /** By slot. Given and family names share theirs, since they are written in each other's place. */
  readonly texts: readonly Texts[];
  /** By row * WIDTH + slot: the number of the value; -1 none; below -1: several, in `several` at -2 - it. */
  values: Int32Array;
  readonly several: Int32Array[];
  /** By slot: how many rows have a value, and by number of the value, how many have this one. */
  readonly filled: number[];
  readonly counts: Uint32Array[];
}

export const NONE = -1;
/** A row's values lie side by side: two rows are compared far more often than one slot of many is gone through. */
const WIDTH = 2 ** Math.ceil(Math.log2(FIRST));
const MOST = 8;

export function newTable(rows = 64): Table {
  const names = newTexts(rows);
  return {
    rows: 0,
    ids: [],
    texts: SLOTS.map(({ manner }) => (manner === 'name' ? names : newTexts(rows))),
    values: new Int32Array(rows * WIDTH),
    several: [],
    filled: SLOTS.map(() => 0),
    counts: SLOTS.map(() => new Uint32Array(256)),
  };
}

const kept = (kind: ValueKind, values: readonly string[] | undefined): readonly string[] => {
  if (values === undefined || values.length === 0) return [];
  if (values.length === 1) {
    const only = normal(kind, values[0] ?? '');
    return only === '' ? [] : [only];
  }
  return [...new Set(values.map((value) => normal(kind, value)).filter((value) => value !== ''))].slice(0, MOST);
};

/** What a row has in a slot; see `values`. */
export const valueAt = (table: Table, slot: number, row: number): number => table.values[row * WIDTH + slot] ?? NONE;

/** A record's normal values in a slot; names are one value each, whole names taken apart where there are no parts. */
function valuesOf(entry: Entry, slot: number): readonly string[] {
  const kind = SLOTS[slot]?.kind ?? 'text';
  if (slot !== GIVEN && slot !== FAMILY) return kept(kind, entry.values[kind]);
  const own = kept(kind, entry.values[kind]);
  if (own.length > 0) return own.length > 1 ? [[...new Set(own.join(' ').split(' '))].join(' ')] : own;
  const other = kept('given', entry.values[slot === GIVEN ? 'family' : 'given']);
  const whole = entry.values.name?.[0];
  if (whole === undefined || other.length > 0) return [];
  const part = nameParts(whole)[slot === GIVEN ? 'given' : 'family'];
  return part === '' ? [] : [part];
}

function count(table: Table, slot: number, number: number, by: 1 | -1): void {
  let counts = table.counts[slot];
  if (counts === undefined) return;
  while (number >= counts.length) {
    counts = longer(counts, Uint32Array);
    table.counts[slot] = counts;
  }
  counts[number] = (counts[number] ?? 0) + by;
}

/** The numbers of a row's values in a slot, as a view or a fresh small array. */
export function numbersAt(table: Table, slot: number, row: number): ArrayLike<number> {
  const value = valueAt(table, slot, row);
  if (value >= 0) return [value];
  return value === NONE ? [] : (table.several[-2 - value] ?? []);
}

/** How many values a row has in a slot, and the number of one of them. */
export function countAt(table: Table, slot: number, row: number): number {
  const value = valueAt(table, slot, row);
  return value >= 0 ? 1 : value === NONE ? 0 : (table.several[-2 - value]?.length ?? 0);
}
export function numberAt(table: Table, slot: number, row: number, at: number): number {
  const value = valueAt(table, slot, row);
  return value >= NONE ? value : (table.several[-2 - value]?.[at] ?? NONE);
}

/** Takes the row's values out of the counts (-1) or in again (1). */
export function countRow(table: Table, row: number, by: 1 | -1): void {
  for (let slot = 0; slot < FIRST; slot += 1) {
    const numbers = countAt(table, slot, row);
    if (numbers > 0) table.filled[slot] = (table.filled[slot] ?? 0) + by;
    for (let at = 0; at < numbers; at += 1) count(table, slot, numberAt(table, slot, row, at), by);
  }
}

/** Puts a record in and gives its row. `counted`: false for one that is only looked up. */
export function putRow(table: Table, entry: Entry, counted = true): number {
  const row = table.rows;
  table.rows += 1;
  table.ids.push(entry.id);
  for (let slot = 0; slot < FIRST; slot += 1) writeSlot(table, entry, row, slot);
  if (counted) countRow(table, row, 1);
  return row;
}

function writeSlot(table: Table, entry: Entry, row: number, slot: number): void {
  const texts = table.texts[slot];
  if (texts === undefined) return;
  const place = row * WIDTH + slot;
  if (place >= table.values.length) table.values = longer(table.values, Int32Array);
  const heard = slot === GIVEN || slot === FAMILY;
  const kind = SLOTS[slot]?.kind ?? 'text';
  const given = entry.values[kind];
  table.values[place] = NONE;
  if (given === undefined && !heard) return;
  if (given?.length === 1) {
    const only = normal(kind, given[0] ?? '');
    if (only !== '') table.values[place] = numberOf(texts, only, heard);
    if (only !== '' || !heard) return;
  }
  const numbers = valuesOf(entry, slot).map((value) => numberOf(texts, value, heard));
  const [first = NONE] = numbers;
  if (numbers.length < 2) table.values[place] = first;
  else {
    table.several.push(Int32Array.from(numbers));
    table.values[place] = -1 - table.several.length;
  }
}
