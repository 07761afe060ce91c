import { checked } from './check';
import { plainDigits } from './digits';
import type { FieldKind } from './types';

const DAY = /^(\d{4})-(\d{2})-(\d{2})/u;

const parse = (typed: string): string | null => {
  const plain = plainDigits(typed).trim();
  return dayOf(plain) === null ? null : plain.slice(0, 10);
};

/** A day of the calendar, kept as 2021-03-03: it is the same day in every time zone. */
export const date: FieldKind = {
  id: 'date',
  label: 'field_date',
  direction: 'auto',
  parse,
  check: checked(parse, 'wrong_date'),
  format: ({ value }, { locale }) => {
    const day = dayOf(value);
    if (day === null) return value;
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(day);
  },
  link: () => null,
};

/** Null for what is no day, the 30th of February among them. */
function dayOf(value: string): Date | null {
  const day = DAY.exec(value)?.[0];
  if (day === undefined) return null;
  const parsed = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== day ? null : parsed;
}
