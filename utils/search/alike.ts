// Who shares the most telling words with somebody: those worth comparing, not yet an answer. A word counts the more
// the fewer have it; one that very many have does not count, nor is it walked through.

import { bytesOf } from './build';
import { type Index, livingCount } from './changes';
import { canBeMisspelt, misspelt } from './edits';
import type { Entry } from './entry';
import { isWhole, lowerBound, type Segment } from './segment';
import { addressTokens, phoneTokens, textTokens } from './tokens';

/** Of more words than these, the rest tells little. */
const MOST = 40;
/** What this many have, and more than one in twenty, tells nothing. */
const COMMON = 400;
const SHARE = 0.05;
/** How much a word counts that is one letter off, and one that stands in no name, address or number. */
const SLIP = 0.6;
const ASIDE = 0.5;

interface Range {
  readonly segment: number;
  readonly from: number;
  readonly to: number;
}

interface Word {
  readonly ranges: readonly Range[];
  readonly weight: number;
}

/** Ids of people who are like this one, the likest first; never the one with its id. */
export function alike(index: Index, entry: Entry, limit: number): readonly number[] {
  const people = livingCount(index);
  const scores = index.map(({ ids }) => new Float32Array(ids.length));
  for (const { ranges, weight } of wordsOf(index, entry, people)) {
    for (const { segment, from, to } of ranges) count(index[segment], scores[segment], from, to, weight);
  }
  return best(index, scores, entry.id, limit);
}

function wordsOf(index: Index, entry: Entry, people: number): readonly Word[] {
  const words = new Map<string, Word>();
  const add = (token: string, much: number, ranges = rangesOf(index, token)): void => {
    const having = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
    if (having === 0 || (having > COMMON && having > people * SHARE)) return;
    words.set(token, { ranges, weight: much * Math.log(1 + people / having) });
  };
  for (const token of entry.addresses.flatMap(addressTokens)) add(token, 1);
  for (const token of textTokens(entry.name)) {
    add(token, 1);
    // In a name of one's own, a slip is likelier than another name.
    if (canBeMisspelt(token)) add(`${token} misspelt`, SLIP, slipsOf(index, token));
  }
  // The last digits alone: the longer forms are found with them.
  for (const token of entry.phones.flatMap((phone) => phoneTokens(phone).slice(-1))) add(token, 1);
  for (const token of entry.texts.flatMap(textTokens)) if (!words.has(token)) add(token, ASIDE);
  return [...words.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST);
}

function rangesOf(index: Index, token: string): readonly Range[] {
  const key = bytesOf(token);
  return index.flatMap(({ terms, starts, offsets }, segment) => {
    const at = lowerBound(terms, starts, key, 0, offsets.length - 1);
    if (at === offsets.length - 1 || !isWhole(terms, starts[at] ?? 0, key)) return [];
    return [{ segment, from: offsets[at] ?? 0, to: offsets[at + 1] ?? 0 }];
  });
}

const slipsOf = (index: Index, token: string): readonly Range[] =>
  index.flatMap((part, segment) =>
    misspelt(part, token).whole.map(({ from, to }) => ({
      segment,
      from: part.offsets[from] ?? 0,
      to: part.offsets[to] ?? 0,
    })),
  );

function count(
  segment: Segment | undefined,
  scores: Float32Array | undefined,
  from: number,
  to: number,
  weight: number,
) {
  if (segment === undefined || scores === undefined) return;
  const { postings } = segment;
  for (let at = from; at < to; at += 1) {
    const person = (postings[at] ?? 0) >>> 2;
    scores[person] = (scores[person] ?? 0) + weight;
  }
}

/** One walk, and a short list kept in its order: most are told off by a glance at the last of it. */
function best(index: Index, scores: readonly Float32Array[], self: number, limit: number): readonly number[] {
  const ids: number[] = [];
  const values: number[] = [];
  for (const [at, { ids: own, dead }] of index.entries()) {
    const given = scores[at] ?? new Float32Array();
    for (let person = 0; person < given.length; person += 1) {
      const score = given[person] ?? 0;
      if (score === 0 || (ids.length === limit && score < (values[limit - 1] ?? 0))) continue;
      const id = own[person] ?? 0;
      if (dead[person] === 1 || id === self) continue;
      let place = ids.length;
      while (place > 0 && goesBefore(score, id, values[place - 1] ?? 0, ids[place - 1] ?? 0)) place -= 1;
      if (place === limit) continue;
      ids.splice(place, 0, id);
      values.splice(place, 0, score);
      if (ids.length > limit) {
        ids.pop();
        values.pop();
      }
    }
  }
  return ids;
}

const goesBefore = (score: number, id: number, other: number, otherId: number): boolean =>
  score > other || (score === other && id < otherId);
