// What a text is found by. A token is a folded word; a whole e-mail address is one too, and so is what stands
// behind its @. Marks are tokens that nobody can type: they carry the filters.

import { foldName } from '@/utils/people/fold';

/** Where a token stands in a record; smaller is better. */
export const NAME = 0;
export const MAIL = 1;
export const REST = 2;

export type Place = typeof NAME | typeof MAIL | typeof REST;

/** No text has this sign once it is cut into words, so no word begins a mark. */
const SIGN = '\u0001';

export const mark = {
  agent: `${SIGN}a`,
  customer: `${SIGN}c`,
  group: (id: string) => `${SIGN}g${id}`,
  team: (id: string) => `${SIGN}t${id}`,
  /** Labels are told apart by each letter, as the record does. */
  label: (label: string) => `${SIGN}l${label.replaceAll('\n', ' ')}`,
};

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const FOREIGN_DIGITS = /(?![0-9])\p{Nd}/gu;
// Written without spaces: each part of a name must be found without what stands before it.
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]{2,12}$/u;

/** Longest token, in UTF-16 units; what is cut off would only be told apart by a whole line of letters. */
const LONGEST = 60;

/** As it is compared: folded, with the digits of all scripts as 0 to 9. */
export function foldText(text: string): string {
  // Once more in lower case: letters of formulas (𝒜) become plain capitals by folding.
  return foldName(text).toLowerCase().replace(FOREIGN_DIGITS, asciiDigit);
}

/** The words of a folded text. */
export function wordsOf(folded: string): readonly string[] {
  return (folded.match(WORD) ?? []).map((word) => word.slice(0, LONGEST));
}

/** Tokens of a name or any other text. */
export function textTokens(text: string): readonly string[] {
  const words = wordsOf(foldText(text));
  return words.some((word) => UNSPACED.test(word)) ? words.flatMap(endings) : words;
}

/** Tokens of an address: itself, what stands behind the @ (with it), and its words. */
export function addressTokens(address: string): readonly string[] {
  const folded = foldText(address);
  const at = folded.lastIndexOf('@');
  return [folded.slice(0, LONGEST), ...(at < 0 ? [] : [folded.slice(at, at + LONGEST)]), ...wordsOf(folded)];
}

/** Tokens of a phone number in any spelling: all digits, the last nine and the last seven. */
export function phoneTokens(phone: string): readonly string[] {
  const digits = internationalDigits(phone);
  return [...new Set([digits, digits.slice(-9), digits.slice(-7)])].filter((token) => token !== '');
}

/** All digits without what is dialled before a country; empty if there are none. */
export function internationalDigits(phone: string): string {
  const digits = foldText(phone).replace(/[^0-9]/g, '');
  return digits.startsWith('00') && digits.length > 9 ? digits.slice(2) : digits;
}

function endings(word: string): readonly string[] {
  if (!UNSPACED.test(word)) return [word];
  const letters = [...word];
  return letters.map((_, from) => letters.slice(from).join(''));
}

// A script's ten digits stand one after the other, so the value is counted back to where the digits begin.
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  for (let value = 0; value < 10; value += 1) {
    if (!/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) return String(value);
  }
  return digit;
}
