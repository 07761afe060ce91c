// Rows that share a key lie in one block: only rows of one block are ever compared.

import type { Work } from './pausing';
import { longer } from './texts';

export interface Blocks {
  /** Open addressing: a key of 32 bits (never 0), where its chain begins, how many rows it has. */
  keys: Uint32Array;
  heads: Int32Array;
  sizes: Uint32Array;
  used: number;
  /** Where a block's rows lie side by side, in order, as far as they were packed; and how many. */
  begins: Int32Array;
  lengths: Uint32Array;
  packed: Int32Array;
  /** Chains of those put in since: a row and the entry put in before it, -1 at the end. */
  rows: Int32Array;
  next: Int32Array;
  entries: number;
}

export function newBlocks(entries: number): Blocks {
  let places = 1024;
  while (places < entries * 1.5) places *= 2;
  return {
    keys: new Uint32Array(places),
    heads: new Int32Array(places).fill(-1),
    sizes: new Uint32Array(places),
    used: 0,
    begins: new Int32Array(0),
    lengths: new Uint32Array(0),
    packed: new Int32Array(0),
    rows: new Int32Array(Math.max(1024, entries)),
    next: new Int32Array(Math.max(1024, entries)),
    entries: 0,
  };
}

/** Where the key lies; where it would be put, if it is not there. */
export function placeOf(blocks: Blocks, key: number): number {
  const { keys } = blocks;
  const mask = keys.length - 1;
  let place = Math.imul(key, 0x9e3779b1) & mask;
  for (;;) {
    const there = keys[place];
    if (there === key || there === 0) return place;
    place = (place + 1) & mask;
  }
}

function grow(blocks: Blocks): void {
  const { keys, heads, sizes, begins, lengths } = blocks;
  const isPacked = begins.length > 0;
  if (isPacked) {
    blocks.begins = new Int32Array(keys.length * 2);
    blocks.lengths = new Uint32Array(keys.length * 2);
  }
  blocks.keys = new Uint32Array(keys.length * 2);
  blocks.heads = new Int32Array(keys.length * 2);
  blocks.sizes = new Uint32Array(keys.length * 2);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? 0;
    if (key === 0) continue;
    const place = placeOf(blocks, key);
    blocks.keys[place] = key;
    blocks.heads[place] = heads[at] ?? -1;
    blocks.sizes[place] = sizes[at] ?? 0;
    if (!isPacked) continue;
    blocks.begins[place] = begins[at] ?? 0;
    blocks.lengths[place] = lengths[at] ?? 0;
  }
}

/** Puts a row into the block of a key. */
export function putInBlock(blocks: Blocks, key: number, row: number): void {
  if (blocks.used * 4 > blocks.keys.length * 3) grow(blocks);
  const place = placeOf(blocks, key);
  if (blocks.entries === blocks.rows.length) {
    blocks.rows = longer(blocks.rows, Int32Array);
    blocks.next = longer(blocks.next, Int32Array);
  }
  const fresh = blocks.keys[place] === 0;
  if (fresh) {
    blocks.keys[place] = key;
    blocks.used += 1;
  }
  const entry = blocks.entries;
  blocks.entries += 1;
  blocks.rows[entry] = row;
  blocks.next[entry] = fresh ? -1 : (blocks.heads[place] ?? -1);
  blocks.heads[place] = entry;
  blocks.sizes[place] = (blocks.sizes[place] ?? 0) + 1;
}

/** Lays the rows of each block side by side: they are gone through far more often than put in. */
export function* pack(blocks: Blocks): Work<void> {
  const { keys, heads, rows, next } = blocks;
  const begins = new Int32Array(keys.length);
  const lengths = new Uint32Array(keys.length);
  const packed = new Int32Array(blocks.entries);
  let used = 0;
  for (let place = 0; place < keys.length; place += 1) {
    if (place % 8192 === 0) yield;
    if (keys[place] === 0) continue;
    const size = blocks.sizes[place] ?? 0;
    begins[place] = used;
    lengths[place] = size;
    let at = used + size - 1;
    for (let entry = heads[place] ?? -1; entry >= 0; entry = next[entry] ?? -1) {
      packed[at] = rows[entry] ?? 0;
      at -= 1;
    }
    used += size;
    heads[place] = -1;
  }
  Object.assign(blocks, {
    begins,
    lengths,
    packed,
    entries: 0,
    rows: new Int32Array(1024),
    next: new Int32Array(1024),
  });
}
