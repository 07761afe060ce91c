// Answers a question over all parts of the index. Each need adds one level to the people it finds; whoever reached
// the last level has all of them. The score of a person is the sum over the needs: exact before begun before
// misspelt, and within each the name before an address before the rest.

import { bytesOf } from './build';
import { canBeMisspelt, misspelt } from './edits';
import { needsOf, type Reading } from './query';
import { best, type Ranked, type Sort } from './rank';
import { isWhole, lowerBound, prefixEnd, type Segment } from './segment';

export interface Question {
  readonly text: string;
  /** Only people who have all of these. */
  readonly marks: readonly string[];
  readonly sort: Sort;
  /** Ids found in another way: first among the best, if they have the marks. */
  readonly also?: readonly number[];
}

export interface Answered {
  readonly found: readonly Ranked[];
  readonly total: number;
}

const EXACT = 0;
const BEGUN = 3;
const MISSPELT = 6;
const MISSPELT_BEGUN = 9;

/** Postings `[from, to)` that count as found so. */
interface Hits {
  readonly from: number;
  readonly to: number;
  readonly kind: number;
}

/** For each part of the index, the hits of one need. */
type Found = readonly (readonly Hits[])[];

/** The best people by `limit`, and how many there are. */
export function find(segments: readonly Segment[], question: Question, limit: number): Answered {
  const needs = needsOf(question.text);
  // Nothing but signs.
  if (needs.length === 0 && question.text.trim() !== '') return { found: [], total: 0 };
  const marks = question.marks.map((mark) => segments.map((segment) => exactHits(segment, mark)));
  const ask = (tokens: readonly string[], look: typeof hitsOf): Answered => {
    const hits = tokens.map((token) => look(segments, token));
    return evaluate(segments, marks, hits, question, limit);
  };
  const first = needs.flatMap(({ readings }) => read(segments, readings));
  const last = needs.flatMap(({ readings }) => readings.at(-1) ?? []);
  const answer = ask(first, hitsOf);
  if (answer.total > 0) return answer;
  // Some digits in a row may be a house and a postcode; and where each word is there, but nobody has all of them, one
  // of them may be another word, misspelt.
  const other =
    first.length === last.length && first.every((token, at) => token === last[at]) ? answer : ask(last, hitsOf);
  return other.total > 0 || last.length < 2 ? other : ask(last, withMisspelt);
}

/** The first reading of which every token is there at all; else the last one, whose words may be misspelt. */
function read(segments: readonly Segment[], readings: readonly Reading[]): Reading {
  const known = readings.find((reading) =>
    reading.every((token) => segments.some((segment) => plainHits(segment, token).length > 0)),
  );
  return known ?? readings.at(-1) ?? [];
}

function hitsOf(segments: readonly Segment[], token: string): Found {
  const plain = segments.map((segment) => plainHits(segment, token));
  if (plain.some((hits) => hits.length > 0)) return plain;
  return withMisspelt(segments, token);
}

function withMisspelt(segments: readonly Segment[], token: string): Found {
  const plain = segments.map((segment) => plainHits(segment, token));
  if (!canBeMisspelt(token)) return plain;
  return segments.map((segment, index) => {
    const { whole, begun } = misspelt(segment, token);
    const hits = ({ from, to }: { from: number; to: number }, kind: number): Hits => ({
      from: segment.offsets[from] ?? 0,
      to: segment.offsets[to] ?? 0,
      kind,
    });
    return [
      ...(plain[index] ?? []),
      ...whole.map((range) => hits(range, MISSPELT)),
      ...begun.map((range) => hits(range, MISSPELT_BEGUN)),
    ];
  });
}

/** Terms that are or begin with the token: they stand side by side, and so do their postings. */
function plainHits({ terms, starts, offsets }: Segment, token: string): readonly Hits[] {
  const key = bytesOf(token);
  const count = offsets.length - 1;
  const first = lowerBound(terms, starts, key, 0, count);
  const end = prefixEnd(terms, starts, key, first, count);
  if (first === end) return [];
  const whole = isWhole(terms, starts[first] ?? 0, key) ? first + 1 : first;
  const hits = [
    { from: offsets[first] ?? 0, to: offsets[whole] ?? 0, kind: EXACT },
    { from: offsets[whole] ?? 0, to: offsets[end] ?? 0, kind: BEGUN },
  ];
  return hits.filter(({ from, to }) => from < to);
}

function exactHits(segment: Segment, mark: string): readonly Hits[] {
  return plainHits(segment, mark).filter(({ kind }) => kind === EXACT);
}

function evaluate(
  segments: readonly Segment[],
  marks: readonly Found[],
  needs: readonly Found[],
  { sort, also = [] }: Question,
  limit: number,
): Answered {
  // The fewest first: whoever is not among them is not looked at again.
  const ordered = [...needs].sort((a, b) => size(a) - size(b));
  const parts = segments.map((segment, index) => {
    const level = new Uint8Array(segment.ids.length);
    const score = new Uint8Array(segment.ids.length);
    const pass = (found: Found, at: number, counts: boolean): void =>
      climb(segment, found[index] ?? [], { level, score, at, counts });
    for (const [at, found] of marks.entries()) pass(found, at, false);
    const last = marks.length + ordered.length;
    for (const id of also) {
      const person = segment.ids.indexOf(id);
      if (person >= 0 && level[person] === marks.length) level[person] = last + 1;
    }
    for (const [at, found] of ordered.entries()) pass(found, marks.length + at, true);
    return { segment, level, score, last };
  });
  return best(parts, sort, limit);
}

const size = (found: Found): number =>
  found.reduce((sum, hits) => sum + hits.reduce((part, { from, to }) => part + to - from, 0), 0);

interface Climb {
  readonly level: Uint8Array;
  readonly score: Uint8Array;
  /** The level of those who have all that was asked for up to now. */
  readonly at: number;
  readonly counts: boolean;
}

function climb({ postings }: Segment, hits: readonly Hits[], { level, score, at, counts }: Climb): void {
  // The best kind comes first; what a person gets by it, a worse one does not take away, but a better place may come.
  const own = new Uint8Array(level.length);
  for (const { from, to, kind } of hits) {
    for (let index = from; index < to; index += 1) {
      const posting = postings[index] ?? 0;
      const person = posting >>> 2;
      const here = level[person] ?? 0;
      const points = kind + (posting & 3);
      if (here === at) {
        level[person] = at + 1;
        own[person] = points;
        if (counts) score[person] = (score[person] ?? 0) + points;
      } else if (here === at + 1 && counts && points < (own[person] ?? 0)) {
        score[person] = (score[person] ?? 0) - (own[person] ?? 0) + points;
        own[person] = points;
      }
    }
  }
}
