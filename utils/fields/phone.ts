import { checked } from './check';
import { plainDigits } from './digits';
import type { FieldKind } from './types';

/** Digits that a number can have: short codes have three, E.164 ends at fifteen, and an exit code comes before. */
const FEWEST = 3;
const MOST = 18;

const parse = (typed: string): string | null => {
  const value = typed.replace(/\s+/gu, ' ').trim();
  return value === '' ? null : value;
};

/** Kept as typed, so that neither "ext. 12" nor a number that cannot be one is lost; dialled by its digits. */
export const phone: FieldKind = {
  id: 'phone',
  label: 'field_phone',
  direction: 'ltr',
  parse,
  check: checked(parse, null),
  format: ({ value }) => value,
  link: ({ value }) => dial(phonesIn(value)[0]?.text ?? ''),
};

/** A piece of what was typed: a number, or what stands between two. */
export interface PhonePiece {
  readonly text: string;
  readonly number: boolean;
}

/** What stands between two numbers, the surest first: a stroke without spaces is part of many a number. */
const BETWEEN = [/( ?[;,|] ?| \/ | (?:or|and|oder|und|أو) )(?=[+(\p{Nd}])/iu, /(\/)(?=[+(\p{Nd}])/u];
/** Digits that a number needs to count as a second one. */
const WHOLE = 6;

/** The numbers in one field: two of them are two links. `030/123456` is one, its second half is no second number. */
export function phonesIn(value: string): readonly PhonePiece[] {
  const text = value.replace(/\s+/gu, ' ').trim();
  for (const between of BETWEEN) {
    const parts = text.split(between);
    const numbers = parts.filter((_, index) => index % 2 === 0);
    if (numbers.length > 1 && numbers.every((each) => count(each) >= WHOLE)) {
      return parts.map((each, index) => ({ text: each, number: index % 2 === 0 }));
    }
  }
  return [{ text, number: true }];
}

/** `tel:` link of one number; null for what cannot be dialled. */
export function dial(text: string): string | null {
  const number = dialled(text);
  const digits = number.replace('+', '').length;
  return digits < FEWEST || digits > MOST ? null : `tel:${number}`;
}

const KEYS = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];
const VANITY = /^\+?\d[\d ().-]{2,}(?!EXT|APP)[A-Z](?:-?[A-Z]){2}[A-Z\d -]*$/u;

/** A number whose end is a word, "1-800-FLOWERS", as the keys of a telephone. Any other text as it is. */
export function withoutLetters(text: string): string {
  if (!VANITY.test(text.trim())) return text;
  return text.replaceAll(/[A-Z]/gu, (letter) =>
    String(KEYS.findIndex((key) => key.includes(letter.toLowerCase())) + 2),
  );
}

const count = (text: string): number => plainDigits(text).replaceAll(/\D/gu, '').length;

/** Up to the extension: `+49 (0) 30 123-4 ext. 5` is dialled +49301234. Empty for what has no digits or is words. */
function dialled(text: string): string {
  const plain = withoutLetters(plainDigits(text).replace(/^\s*tel:/iu, ''));
  const [number = ''] = plain.split(/(?:ext|x|durchwahl|app|#|;|,)/iu);
  // "since 2024": with words beside it, a few digits are no number.
  if (/\p{L}{2}/u.test(number) && count(number) < WHOLE) return '';
  const plus = number.trim().startsWith('+');
  return (plus ? '+' : '') + (plus ? number.replace('(0)', '') : number).replaceAll(/\D/gu, '');
}
