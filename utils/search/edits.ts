// Words with one wrong, missing, added or swapped letter. The sorted terms are walked as a tree: for each place of
// the word, what begins alike up to there is one range of them, and what may follow is found by two binary
// searches. So there is no table of misspellings to be built, saved and held in memory.

import { bytesOf } from './build';
import { isWhole, LINE, lowerBound, prefixEnd, type Segment } from './segment';

export interface TermRange {
  readonly from: number;
  readonly to: number;
}

export interface Misspelt {
  readonly whole: readonly TermRange[];
  /** Terms that only begin so. */
  readonly begun: readonly TermRange[];
}

/** Shorter words are one edit away from too many others. */
const SHORTEST = 4;
/** A begun word must be longer still. */
const SHORTEST_BEGUN = 5;

/** Can this word be misspelt? A digit more or less would be another number, not a slip. */
export const canBeMisspelt = (token: string): boolean => [...token].length >= SHORTEST && !/\d/.test(token);

/** Terms that are, or begin with, the token after one edit. */
export function misspelt(segment: Segment, token: string): Misspelt {
  const letters = [...token];
  const found: Found = { whole: [], begun: [] };
  const rest = (from: number): Uint8Array => bytesOf(letters.slice(from).join(''));
  const walk = { from: 0, to: segment.offsets.length - 1, depth: 0 };
  for (let at = 0; at <= letters.length && walk.from < walk.to; at += 1) {
    // An edit at the end of a begun word would allow any letter there.
    const begun = letters.length >= SHORTEST_BEGUN && at < letters.length - 1;
    const take = (range: Walk, after: Uint8Array): void => collect(segment, range, after, begun, found);
    if (at < letters.length) {
      take(walk, rest(at + 1));
      const [one, two] = [letters[at], letters[at + 1]];
      if (two !== undefined && one !== two) take(walk, bytesOf(`${two}${one}${letters.slice(at + 2).join('')}`));
    }
    const [letter, same, next] = [bytesOf(letters[at] ?? ''), rest(at), rest(at + 1)];
    for (const branch of branches(segment, walk, plainOnly(token))) {
      take(branch, same);
      if (at < letters.length) take(branch, next);
    }
    const { from, to, depth } = walk;
    walk.from = lowerBound(segment.terms, segment.starts, letter, from, to, depth);
    walk.to = prefixEnd(segment.terms, segment.starts, letter, walk.from, to, depth);
    walk.depth += letter.length;
  }
  return found;
}

interface Found {
  readonly whole: TermRange[];
  readonly begun: TermRange[];
}

interface Walk {
  readonly from: number;
  readonly to: number;
  /** Bytes that all terms of the range share. */
  readonly depth: number;
}

function collect(segment: Segment, { from, to, depth }: Walk, after: Uint8Array, begun: boolean, found: Found): void {
  const { terms, starts } = segment;
  const first = lowerBound(terms, starts, after, from, to, depth);
  if (first >= to) return;
  if (isWhole(terms, (starts[first] ?? 0) + depth, after)) found.whole.push({ from: first, to: first + 1 });
  if (!begun) return;
  const end = prefixEnd(terms, starts, after, first, to, depth);
  if (end > first) found.begun.push({ from: first, to: end });
}

/** What may stand next in a range: one narrower range a letter. */
function* branches(segment: Segment, { from, to, depth }: Walk, plain: boolean): Generator<Walk> {
  const { terms, starts } = segment;
  for (let at = from; at < to; ) {
    const start = (starts[at] ?? 0) + depth;
    const size = letterSize(terms[start] ?? LINE);
    if (size === 0) {
      at += 1;
      continue;
    }
    const letter = terms.subarray(start, start + size);
    // Whoever writes in Latin letters slips into another one of them; all others are sorted behind.
    if (plain && size > 2) return;
    const end = prefixEnd(terms, starts, letter, at, to, depth);
    yield { from: at, to: end, depth: depth + size };
    at = end;
  }
}

/** Bytes of the letter that begins with this one; 0 for what is no letter: the end of the line, or a mark. */
function letterSize(byte: number): number {
  if (byte <= LINE) return 0;
  if (byte < 0x80) return 1;
  if (byte < 0xe0) return 2;
  return byte < 0xf0 ? 3 : 4;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of plain ASCII
const plainOnly = (token: string): boolean => /^[\x00-\x7f]*$/.test(token);
