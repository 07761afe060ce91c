// Rows that share a key lie in one block: only rows of one block are ever compared.

import type { Keys } from './keys';
import type { Work } from './pausing';
import { longer } from './texts';

/** A block larger than this tells too little; what is in it is found by keys that take more. */
export const LARGEST = 30;

/** The keys of all rows, one row after the other. */
export interface Filing {
  keys: Uint32Array;
  count: number;
  /** By row: where its keys end. */
  readonly ends: Int32Array;
  rows: number;
}

export interface Blocks {
  /** Open addressing, two numbers a place: a key of 32 bits (never 0), and its block (-1: too large). */
  readonly places: Int32Array;
  /** By block: where its rows begin in `rows`, in order; the next block's rows begin where they end. */
  readonly begins: Int32Array;
  readonly rows: Int32Array;
  /** By row: where its blocks end in `own`; blocks of one row only are left out. */
  readonly ends: Int32Array;
  readonly own: Uint32Array;
  /** Rows that came later, by key. */
  readonly late: Map<number, number[]>;
}

/** @param guess about how many keys there will be */
export const newFiling = (rows: number, guess: number): Filing => ({
  keys: new Uint32Array(Math.max(1024, guess)),
  count: 0,
  ends: new Int32Array(rows),
  rows: 0,
});

/** Files the next row under its keys. */
export function fileRow(filing: Filing, { key, count }: Keys): void {
  while (filing.count + count > filing.keys.length) filing.keys = longer(filing.keys, Uint32Array);
  for (let at = 0; at < count; at += 1) filing.keys[filing.count + at] = key[at] ?? 1;
  filing.count += count;
  filing.ends[filing.rows] = filing.count;
  filing.rows += 1;
}

/** Where the key lies, as an index into `places`; where it would be put, if it is not there. */
function placeOf(places: Int32Array, key: number): number {
  const mask = places.length - 1;
  let place = (Math.imul(key, 0x9e3779b1) << 1) & mask;
  for (;;) {
    const there = places[place];
    if (there === key || there === 0) return place;
    place = (place + 2) & mask;
  }
}

/** Lays the rows of each block side by side. `looked`: blocks are asked for by key later, so all are needed. */
export function* pack(filing: Filing, looked: boolean): Work<Blocks> {
  const { keys, count, ends } = filing;
  let length = 2048;
  while (length < count * 2.3) length *= 2;
  const places = new Int32Array(length);
  let used = 0;
  for (let at = 0; at < count; at += 1) {
    if (at % 4096 === 0) yield;
    const key = (keys[at] ?? 1) | 0;
    const place = placeOf(places, key);
    if (places[place] === 0) {
      places[place] = key;
      used += 1;
    }
    places[place + 1] = (places[place + 1] ?? 0) + 1;
    keys[at] = place + 1;
  }
  const least = looked ? 1 : 2;
  const begins = new Int32Array(used + 1);
  let blocks = 0;
  let filled = 0;
  for (let at = 1; at < length; at += 2) {
    if (at % 16384 === 1) yield;
    const size = places[at] ?? 0;
    if (size === 0) continue;
    if (size < least || size > LARGEST) {
      places[at] = -1;
      continue;
    }
    places[at] = blocks;
    begins[blocks] = filled;
    filled += size;
    blocks += 1;
  }
  begins[blocks] = filled;
  yield;
  const free = begins.slice(0, blocks);
  const rows = new Int32Array(filled);
  yield;
  let kept = 0;
  for (let row = 0, at = 0; row < filing.rows; row += 1) {
    if (row % 128 === 0) yield;
    const end = ends[row] ?? 0;
    for (; at < end; at += 1) {
      const block = places[keys[at] ?? 0] ?? -1;
      if (block < 0) continue;
      const to = free[block] ?? 0;
      rows[to] = row;
      free[block] = to + 1;
      if (looked && (begins[block + 1] ?? 0) - (begins[block] ?? 0) < 2) continue;
      keys[kept] = block;
      kept += 1;
    }
    ends[row] = kept;
  }
  return { places: looked ? places : new Int32Array(2), begins, rows, ends, own: keys, late: new Map() };
}

/** The block of a key: -1 too large, -2 there is none. */
export function blockOf({ places }: Blocks, key: number): number {
  const place = placeOf(places, key | 0);
  return places[place] === 0 ? -2 : (places[place + 1] ?? -1);
}

/** Files a row that came after the others. */
export function fileLate({ late }: Blocks, { key, count }: Keys, row: number): void {
  for (let at = 0; at < count; at += 1) {
    const one = key[at] ?? 1;
    const rows = late.get(one);
    if (rows === undefined) late.set(one, [row]);
    else rows.push(row);
  }
}
