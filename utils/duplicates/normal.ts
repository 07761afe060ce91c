// A value as it is compared: folded, without what people write in one way or another.

import { foldName } from '@/utils/people/fold';
import type { ValueKind } from '@/utils/people/same-person';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NOTHING = /^(?:-+|n\/?a|nan|null|none|unknown|undefined|nil|\?+)$/;
const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** Folded words with single spaces: letters and digits only. Apostrophes join ("o'brien" is "obrien"). */
export function words(text: string): string {
  const folded = foldName(text);
  if (PLAIN.test(folded)) return folded;
  if (NOTHING.test(folded)) return '';
  return folded
    .replace(/['’`´]/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

const pad = (number: string, length: number): string => number.padStart(length, '0');
const yearOf = (text: string): string =>
  text.length === 2 ? `${Number(text) > 30 ? '19' : '20'}${text}` : pad(text, 4);

/**
 * A date as eight digits, YYYYMMDD, with 00 for what is not known; any other text as its digits. Day and month are
 * taken in the order that a day above twelve does not forbid, else day first: the order is a slip that is forgiven.
 */
export function dateDigits(text: string): string {
  const folded = foldName(text);
  if (/^\d{8}$/.test(folded)) return folded;
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)/.exec(folded);
  if (iso) return `${iso[1]}${pad(iso[2] ?? '', 2)}${pad(iso[3] ?? '', 2)}`;
  const day = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})(?!\d)/.exec(folded);
  if (day) {
    const [first = '', second = ''] = [day[1], day[2]];
    const american = Number(second) > 12 && Number(first) <= 12;
    const [date, month] = american ? [second, first] : [first, second];
    return `${yearOf(day[3] ?? '')}${pad(month, 2)}${pad(date, 2)}`;
  }
  const month = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.exec(folded)?.[1];
  const year = /\b(\d{4})\b/.exec(folded)?.[1];
  if (year !== undefined) {
    const date = month === undefined ? undefined : /\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(folded)?.[1];
    const inYear = month === undefined ? '00' : pad(String(MONTHS.indexOf(month) + 1), 2);
    return `${year}${inYear}${pad(date ?? '', 2)}`;
  }
  return folded.replace(/\D/g, '');
}

function phoneDigits(text: string): string {
  const digits = text.replace(/(?:ext|x|#).*$/i, '').replace(/\D/g, '');
  // Country and trunk prefixes are written or not; nine digits tell a number apart.
  return digits.length < 5 ? '' : digits.slice(-9);
}

/** The value as it is compared with others of its kind; empty: it says nothing. */
export function normal(kind: ValueKind, text: string): string {
  switch (kind) {
    case 'birthDate':
      return dateDigits(text);
    case 'phone':
      return phoneDigits(text);
    case 'email':
      return foldName(text)
        .replace(/^mailto:/, '')
        .replace(/\s/g, '');
    case 'postcode':
    case 'identifier':
    case 'houseNumber':
      return words(text).replace(/ /g, '');
    default:
      return words(text);
  }
}
