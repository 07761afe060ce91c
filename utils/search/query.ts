// A typed text as what has to be there: each word, and each number that may be a phone's, once.

import { foldText, internationalDigits, wordsOf } from './tokens';

/** One thing that must be found: by the first of its readings that finds anybody at all, in anybody's record. */
export interface Need {
  readonly readings: readonly Reading[];
}

/** Tokens that must all be there, each whole or begun. */
export type Reading = readonly string[];

/** More words than anybody types; each costs a walk. */
const MOST = 10;

/** A run of digits with what stands between them in phone numbers. */
const PHONE = /[+(]{0,2}\d(?:[\s()./-]{0,3}\d){5,}/gu;

/** What a text asks for. None: everybody. */
export function needsOf(text: string): readonly Need[] {
  const folded = foldText(text);
  const needs: Need[] = [];
  const addWords = (part: string): void => {
    for (const word of part.split(/[\s,;<>"]+/u)) {
      if (word.includes('@')) needs.push(...addressNeed(word));
      else for (const token of wordsOf(word)) needs.push({ readings: [[token]] });
    }
  };
  const done = { to: 0 };
  for (const match of folded.matchAll(PHONE)) {
    // Digits inside a word or an address are part of it.
    const before = folded[match.index - 1] ?? ' ';
    const after = folded[match.index + match[0].length] ?? ' ';
    if (!/[\s,;:]/u.test(before) || !/[\s,;]/u.test(after)) continue;
    addWords(folded.slice(done.to, match.index));
    needs.push({ readings: [...phoneReadings(match[0]), wordsOf(match[0])] });
    done.to = match.index + match[0].length;
  }
  addWords(folded.slice(done.to));
  return needs.slice(0, MOST);
}

/** The tokens of a text that a person's own words are compared with. */
export const wantedWords = (text: string): readonly string[] =>
  needsOf(text).flatMap(({ readings }) => readings.at(-1) ?? []);

function addressNeed(word: string): readonly Need[] {
  const bare = word.replace(/^[^\p{L}\p{N}@]+|[^\p{L}\p{N}@]+$/gu, '');
  const words = wordsOf(bare);
  return words.length === 0 ? [] : [{ readings: [[bare.slice(0, 60)], words] }];
}

/** From the strictest: all digits, without the zero of the trunk, the last nine, the last seven of a short one. */
function phoneReadings(text: string): readonly Reading[] {
  const digits = internationalDigits(text);
  const bare = digits.replace(/^0+/, '');
  const readings = [digits, bare];
  if (bare.length >= 9) readings.push(bare.slice(-9));
  else if (bare.length >= 7) readings.push(bare.slice(-7));
  return [...new Set(readings)].filter((reading) => reading !== '').map((reading) => [reading]);
}
