// How alike two values of one kind are, as a level. The same for (a, b) and (b, a).

import { edits } from './edits';
import { jaroWinkler } from './jaro-winkler';
import { LEVEL, type Manner } from './slots';
import type { Texts } from './texts';

const { different, weak, near, partial, crossed, same } = LEVEL;

const slips = ({ codes, start, length }: Texts, a: number, b: number): number =>
  edits(codes, start[a] ?? 0, length[a] ?? 0, start[b] ?? 0, length[b] ?? 0);
const alike = ({ codes, start, length }: Texts, a: number, b: number): number =>
  jaroWinkler(codes, start[a] ?? 0, length[a] ?? 0, start[b] ?? 0, length[b] ?? 0);
const sizeOf = (texts: Texts, a: number): number => texts.length[a] ?? 0;
const letter = ({ codes, start }: Texts, a: number): number => codes[start[a] ?? 0] ?? 0;

function bits(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Whether so many letters occur in one of them only that no measure can find them alike: most pairs end here. */
function unlike(texts: Texts, a: number, b: number): boolean {
  const apart = bits((texts.letters[a] ?? 0) ^ (texts.letters[b] ?? 0));
  return apart > 4 && apart > 0.375 * (sizeOf(texts, a) + sizeOf(texts, b));
}

function oneName(texts: Texts, a: number, b: number): number {
  if (a === b) return same;
  const m = sizeOf(texts, a);
  const n = sizeOf(texts, b);
  if (m === 1 || n === 1) return letter(texts, a) === letter(texts, b) ? partial : different;
  const least = Math.min(m, n);
  if (unlike(texts, a, b)) return least > 2 && texts.sound[a] === texts.sound[b] ? weak : different;
  const apart = slips(texts, a, b);
  if (apart === 1 && least > 2) return near;
  const likeness = alike(texts, a, b);
  if (likeness >= 0.93 || (apart === 2 && least > 6)) return near;
  if (likeness >= 0.85 || (apart === 2 && least > 4) || (least > 2 && texts.sound[a] === texts.sound[b])) return weak;
  return different;
}

function oneWord(texts: Texts, a: number, b: number): number {
  if (a === b) return same;
  if (unlike(texts, a, b)) return different;
  const m = sizeOf(texts, a);
  const n = sizeOf(texts, b);
  const apart = slips(texts, a, b);
  if (apart === 1 && Math.min(m, n) > 3) return near;
  if (apart === 2 && Math.min(m, n) > 7) return near;
  return alike(texts, a, b) >= 0.93 ? near : different;
}

/** How many words of the shorter one have their like in the longer one, in 256ths for exact and in ones for near. */
function shared(texts: Texts, short: Int32Array, long: Int32Array, one: typeof oneName): number {
  let used = 0;
  let found = 0;
  for (const word of short) {
    let best: number = different;
    let at = -1;
    for (let j = 0; j < long.length && j < 31; j += 1) {
      if ((used & (1 << j)) !== 0) continue;
      const level = one(texts, word, long[j] ?? 0);
      if (level > best || at < 0) {
        best = level;
        at = j;
      }
    }
    if (best === same || best === partial || best === near) used |= 1 << at;
    if (best === same) found += 256;
    else if (best === partial || best === near) found += 1;
  }
  return found;
}

const single = [Int32Array.of(0), Int32Array.of(0)] as const;
function partsOf(texts: Texts, a: number, scratch: 0 | 1): Int32Array {
  const parts = texts.parts[a] ?? null;
  if (parts !== null) return parts;
  const one = single[scratch];
  one[0] = a;
  return one;
}

function names(texts: Texts, a: number, b: number): number {
  if (texts.parts[a] === null && texts.parts[b] === null) return oneName(texts, a, b);
  const [pa, pb] = [partsOf(texts, a, 0), partsOf(texts, b, 1)];
  const [short, long] = pa.length <= pb.length ? [pa, pb] : [pb, pa];
  const found = shared(texts, short, long, oneName);
  const [exact, about] = [found >> 8, found & 255];
  if (exact + about === short.length) return short.length < long.length || exact === 0 ? partial : near;
  if (!unlike(texts, a, b) && alike(texts, a, b) >= 0.94) return near;
  return exact > 0 ? weak : different;
}

function phrases(texts: Texts, a: number, b: number): number {
  const least = Math.min(sizeOf(texts, a), sizeOf(texts, b));
  const far = unlike(texts, a, b);
  const apart = far ? 3 : slips(texts, a, b);
  if ((apart === 1 && least > 3) || (apart === 2 && least > 7)) return near;
  const likeness = far ? 0 : alike(texts, a, b);
  if (likeness >= 0.95) return near;
  if (texts.parts[a] === null && texts.parts[b] === null) return likeness >= 0.88 ? weak : different;
  const [pa, pb] = [partsOf(texts, a, 0), partsOf(texts, b, 1)];
  const [short, long] = pa.length <= pb.length ? [pa, pb] : [pb, pa];
  const found = shared(texts, short, long, oneWord);
  const all = (found >> 8) + (found & 255);
  if (all === short.length) return short.length === long.length ? near : partial;
  return all * 2 >= long.length || likeness >= 0.88 ? weak : different;
}

function digits(texts: Texts, a: number, b: number): number {
  const m = sizeOf(texts, a);
  const n = sizeOf(texts, b);
  // A slip changes two characters at most.
  const apart = bits((texts.letters[a] ?? 0) ^ (texts.letters[b] ?? 0)) > 4 ? 3 : slips(texts, a, b);
  const least = Math.min(m, n);
  if (apart === 1 && least > 1) return near;
  const { codes, start } = texts;
  let begin = 0;
  while (begin < least && codes[(start[a] ?? 0) + begin] === codes[(start[b] ?? 0) + begin]) begin += 1;
  // The first half of a postcode is a district, "12a" is in house 12.
  if (least > 4 && begin * 2 >= Math.max(m, n)) return partial;
  return apart === 2 && least > 4 ? weak : different;
}

function dates(texts: Texts, a: number, b: number): number {
  const m = sizeOf(texts, a);
  const n = sizeOf(texts, b);
  if (m !== 8 || n !== 8) return slips(texts, a, b) === 1 && Math.min(m, n) > 3 ? near : different;
  const { codes, start } = texts;
  const sa = start[a] ?? 0;
  const sb = start[b] ?? 0;
  const pair = (at: number, bt: number): boolean =>
    codes[sa + at] === codes[sb + bt] && codes[sa + at + 1] === codes[sb + bt + 1];
  const blank = (from: number, at: number): boolean => codes[from + at] === 48 && codes[from + at + 1] === 48;
  const year = pair(0, 0) && pair(2, 2);
  const month = pair(4, 4);
  const day = pair(6, 6);
  const apart = slips(texts, a, b);
  if (blank(sa, 4) || blank(sb, 4)) {
    if (year) return partial;
    const years = Math.abs(Math.trunc(Number(texts.text[a]) / 10_000) - Math.trunc(Number(texts.text[b]) / 10_000));
    return years === 1 ? near : apart === 1 ? weak : different;
  }
  if (blank(sa, 6) || blank(sb, 6)) return year && month ? partial : year ? crossed : different;
  if (apart === 1 || (year && pair(4, 6) && pair(6, 4))) return near;
  if (year && (month || day)) return weak;
  if (apart === 2 || (month && day)) return weak;
  return year ? crossed : different;
}

function addresses(texts: Texts, a: number, b: number): number {
  const apart = slips(texts, a, b);
  const least = Math.min(sizeOf(texts, a), sizeOf(texts, b));
  const [left, right] = [texts.text[a] ?? '', texts.text[b] ?? ''];
  const [la, lb] = [left.lastIndexOf('@'), right.lastIndexOf('@')];
  const [localA, localB] = [left.slice(0, la), right.slice(0, lb)];
  if (apart === 1 && least > 7) return near;
  if (la > 3 && localA === localB) return partial;
  if (apart === 2 && least > 13) return weak;
  const bare = (local: string): string => local.replace(/\+.*$/, '').replace(/[^\p{L}]/gu, '');
  const letters = bare(localA);
  return letters.length > 5 && letters === bare(localB) ? weak : different;
}

/** The level of two different values. */
function worked(texts: Texts, manner: Manner, a: number, b: number): number {
  switch (manner) {
    case 'name':
      return names(texts, a, b);
    case 'date':
      return dates(texts, a, b);
    case 'digits':
      return digits(texts, a, b);
    case 'address':
      return addresses(texts, a, b);
    case 'words':
      return phrases(texts, a, b);
  }
}

/** The level of two values, by their numbers in `texts`. */
export function levelOf(texts: Texts, manner: Manner, a: number, b: number): number {
  if (a === b) return same;
  const low = Math.min(a, b);
  const high = Math.max(a, b);
  const key = high * 0x4000000 + low;
  const hash = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
  const place = (hash >>> 17) & (texts.asked.length - 1);
  if (texts.asked[place] === key) return texts.answers[place] ?? different;
  const level = worked(texts, manner, low, high);
  texts.asked[place] = key;
  texts.answers[place] = level;
  return level;
}
