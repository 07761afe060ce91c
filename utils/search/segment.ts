// A part of the index: some people, and the sorted terms they are found by. People are numbered in the order of
// their names, so a number is a rank too. All of it lies in typed arrays, which are saved and loaded as they are:
// nothing is parsed on the way.

/** What is saved. */
export interface Packed {
  /** Sorted by their bytes in UTF-8, each closed by a line feed. */
  readonly terms: Uint8Array<ArrayBuffer>;
  /** Where the postings of each term begin, and where the last ones end. */
  readonly offsets: Int32Array<ArrayBuffer>;
  /** `person << 2 | place`, rising within a term. */
  readonly postings: Int32Array<ArrayBuffer>;
  /** The record's id of each person. */
  readonly ids: Int32Array<ArrayBuffer>;
  /** Folded names, sorted, each closed by a line feed. */
  readonly names: Uint8Array<ArrayBuffer>;
  /** Seconds since 1970. */
  readonly created: Int32Array<ArrayBuffer>;
  readonly seen: Int32Array<ArrayBuffer>;
}

export interface Segment extends Packed {
  /** Where each term begins, and where the last one ends. */
  readonly starts: Int32Array;
  readonly nameStarts: Int32Array;
  /** 1: the person is in a later segment, or gone. */
  readonly dead: Uint8Array;
  /** Living people. */
  readonly count: { living: number };
}

export const LINE = 10;

export function segmentOf(packed: Packed): Segment {
  return {
    ...packed,
    starts: lineStarts(packed.terms, packed.offsets.length - 1),
    nameStarts: lineStarts(packed.names, packed.ids.length),
    dead: new Uint8Array(packed.ids.length),
    count: { living: packed.ids.length },
  };
}

/** Takes people out. Ids that are not here are left alone. */
export function bury(segment: Segment, ids: ReadonlySet<number>): void {
  const { dead, count } = segment;
  const one = (at: number): void => {
    if (at < 0 || dead[at] === 1) return;
    dead[at] = 1;
    count.living -= 1;
  };
  // Looking through them all once costs as much as some ten single searches.
  if (ids.size < 10) for (const id of ids) one(segment.ids.indexOf(id));
  else for (const [at, id] of segment.ids.entries()) if (ids.has(id)) one(at);
}

/** First line in `[from, to)` that is not before `key`; `depth`: bytes that all of them are known to share with it. */
export function lowerBound(
  bytes: Uint8Array,
  starts: Int32Array,
  key: Uint8Array,
  from: number,
  to: number,
  depth = 0,
): number {
  const range = { low: from, high: to };
  while (range.low < range.high) {
    const middle = (range.low + range.high) >>> 1;
    if (compare(bytes, (starts[middle] ?? 0) + depth, key) < 0) range.low = middle + 1;
    else range.high = middle;
  }
  return range.low;
}

/** First line in `[from, to)` that is behind all those that begin with `key`. */
export function prefixEnd(
  bytes: Uint8Array,
  starts: Int32Array,
  key: Uint8Array,
  from: number,
  to: number,
  depth = 0,
): number {
  const range = { low: from, high: to };
  while (range.low < range.high) {
    const middle = (range.low + range.high) >>> 1;
    const start = (starts[middle] ?? 0) + depth;
    if (compare(bytes, start, key) < 0 || begins(bytes, start, key)) range.low = middle + 1;
    else range.high = middle;
  }
  return range.low;
}

/** Whether the line that begins (or goes on) at `start` begins with `key` from there. */
export function begins(bytes: Uint8Array, start: number, key: Uint8Array): boolean {
  for (let at = 0; at < key.length; at += 1) if (bytes[start + at] !== key[at]) return false;
  return true;
}

/** Whether it begins with `key` and ends there. */
export const isWhole = (bytes: Uint8Array, start: number, key: Uint8Array): boolean =>
  begins(bytes, start, key) && bytes[start + key.length] === LINE;

function compare(bytes: Uint8Array, start: number, key: Uint8Array): number {
  for (let at = 0; at < key.length; at += 1) {
    const here = bytes[start + at] ?? 0;
    const there = key[at] ?? 0;
    if (here === there) continue;
    // A line that ends is before all that go on; only marks hold a byte below the line feed.
    if (here === LINE) return -1;
    return here - there;
  }
  return 0;
}

function lineStarts(bytes: Uint8Array, lines: number): Int32Array {
  const starts = new Int32Array(lines + 1);
  for (let at = 0, line = 1; line <= lines; at += 1) {
    if (bytes[at] !== LINE) continue;
    starts[line] = at + 1;
    line += 1;
  }
  return starts;
}
