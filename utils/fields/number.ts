import { checked } from './check';
import { plainDigits } from './digits';
import type { FieldKind } from './types';

const PLAIN = /^-?\d+(\.\d+)?$/u;
/** With commas or with points between the thousands. */
const GROUPED = { ',': /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u, '.': /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u } as const;

/**
 * `1 234,5` is 1234.5 everywhere. What can be read in two ways is read as the typist's language writes numbers:
 * 12,345 is twelve thousand in English and twelve and a bit in German. Without a language it is no thousand.
 */
const parse = (typed: string, locale?: string): string | null => {
  const text = plainDigits(typed)
    .trim()
    .replaceAll(/[\s'’٬\u00A0\u202F]/gu, '')
    .replaceAll('٫', '.')
    .replaceAll('\u2212', '-')
    .replace(/^\+/u, '');
  const value = ungrouped(text, pointOf(locale));
  return PLAIN.test(value) ? value : null;
};

/** Kept with a point and no groups, shown as the reader's language writes it. */
export const number: FieldKind = {
  id: 'number',
  label: 'field_number',
  direction: 'ltr',
  parse,
  check: checked(parse, 'wrong_number'),
  // More digits than a number can hold exactly are left as they are.
  format: ({ value }, { locale }) =>
    PLAIN.test(value) && value.replaceAll(/\D/gu, '').length <= 15
      ? new Intl.NumberFormat(locale, { maximumFractionDigits: 15 }).format(Number(value))
      : value,
  // With the reader's own point, or 12.345 would come back as twelve thousand from a German hand.
  typed: (value, locale) => (PLAIN.test(value) && pointOf(locale) === ',' ? value.replace('.', ',') : value),
  link: () => null,
};

/** The sign that parts the whole from the rest, where it is one of the two that get mixed up; null: not known. */
function pointOf(locale: string | undefined): ',' | '.' | null {
  if (locale === undefined) return null;
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(0.5);
  const point = parts.find(({ type }) => type === 'decimal')?.value;
  return point === ',' || point === '.' ? point : null;
}

function ungrouped(text: string, point: ',' | '.' | null): string {
  const [one, other] = point === '.' ? ([',', '.'] as const) : (['.', ','] as const);
  // Two signs, or one of them twice, leave no doubt.
  for (const group of [one, other]) {
    const sure = text.split(group).length > 2 || (text.includes(one) && text.includes(other));
    if (GROUPED[group].test(text) && (sure || (group === one && point !== null))) {
      return text.replaceAll(group, '').replace(',', '.');
    }
  }
  return text.replace(/^(-?\d+),(\d+)$/u, '$1.$2');
}
