// Slips as people, keyboards and scanners make them.
import type { Entry } from '@/utils/duplicates';
import type { Dice } from './dice';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const SCANNED = [
  ['m', 'rn'],
  ['l', '1'],
  ['o', '0'],
  ['w', 'vv'],
  ['d', 'cl'],
  ['s', '5'],
  ['g', 'q'],
  ['u', 'v'],
] as const;
const SPOKEN = [
  ['ph', 'f'],
  ['c', 'k'],
  ['y', 'i'],
  ['ie', 'y'],
  ['ck', 'k'],
  ['s', 'z'],
  ['ee', 'ea'],
  ['tt', 't'],
  ['ll', 'l'],
  ['ou', 'u'],
  ['ei', 'ie'],
] as const;
const NICKNAMES = ['will', 'bill', 'liz', 'beth', 'jack', 'bob', 'kate', 'meg', 'dick', 'peggy'];
const SHORT: Readonly<Record<string, string>> = {
  street: 'st',
  road: 'rd',
  avenue: 'ave',
  place: 'pl',
  north: 'n',
  south: 's',
  drive: 'dr',
};

/** A short form of a name: its beginning as a rule, now and then another name altogether. */
export const nicknamesOf = (dice: Dice, given: string): string =>
  dice.chance(0.7) ? given.slice(0, 3 + dice.below(2)) : dice.pick(NICKNAMES);

function typed(dice: Dice, text: string): string {
  const at = dice.below(text.length);
  const [before, letter, after] = [text.slice(0, at), text[at] ?? '', text.slice(at + 1)];
  const other = /\d/.test(letter) ? String(dice.below(10)) : dice.pick([...LETTERS]);
  switch (dice.below(4)) {
    case 0:
      return text.length > 2 ? before + after : text;
    case 1:
      return before + letter + other + after;
    case 2:
      return before + other + after;
    default:
      return before + after.slice(0, 1) + letter + after.slice(1);
  }
}

function replaced(dice: Dice, text: string, table: readonly (readonly [string, string])[]): string {
  const fitting = table.filter(([from]) => text.includes(from));
  if (fitting.length === 0) return typed(dice, text);
  const [from, to] = dice.pick(fitting);
  return text.replace(from, to);
}

function dated(dice: Dice, text: string): string {
  const [year = '', month = '', day = ''] = text.split('-');
  if (day === '') return dice.chance(0.5) ? String(Number(year) + (dice.chance(0.5) ? 1 : -1)) : typedDigit(dice, text);
  switch (dice.below(5)) {
    case 0:
      return `${year}-${day}-${month}`;
    case 1:
      return `${year}-01-01`;
    case 2:
      return `${Number(year) + dice.below(5) - 2}-${month}-${day}`;
    default:
      return typedDigit(dice, text);
  }
}

function typedDigit(dice: Dice, text: string): string {
  const places = [...text].flatMap((letter, at) => (/\d/.test(letter) ? [at] : []));
  if (places.length === 0) return typed(dice, text);
  const at = dice.pick(places);
  return `${text.slice(0, at)}${dice.below(10)}${text.slice(at + 1)}`;
}

/** The value with one slip of a sort that its kind has. */
export function slip(dice: Dice, kind: keyof Entry['values'], text: string): string {
  if (text.length < 2) return text;
  if (kind === 'birthDate') return dated(dice, text);
  if (kind === 'phone' || kind === 'houseNumber' || kind === 'postcode')
    return dice.chance(0.7) ? typedDigit(dice, text) : typed(dice, text);
  const roll = dice.roll();
  if (roll < 0.45) return typed(dice, text);
  if (roll < 0.6) return replaced(dice, text, SCANNED);
  if (roll < 0.8) return replaced(dice, text, SPOKEN);
  if (kind === 'given' && roll < 0.9) return dice.chance(0.6) ? text.slice(0, 1) : nicknamesOf(dice, text);
  if (kind === 'street') return text.replace(/\w+$/, (word) => SHORT[word] ?? word.slice(0, 3));
  return typed(dice, typed(dice, text));
}
