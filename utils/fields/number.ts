import type { FieldKind } from './types';

const PLAIN = /^-?\d+(\.\d+)?$/u;

/** Kept with a point and no groups, shown as the reader's language writes it. */
export const number: FieldKind = {
  id: 'number',
  label: 'field_number',
  direction: 'ltr',
  parse: (typed) => {
    const value = typed
      .trim()
      .replaceAll(/[\s'’]/gu, '')
      .replace(/^\+/u, '')
      .replace(/^(-?\d+),(\d+)$/u, '$1.$2');
    return PLAIN.test(value) ? value : null;
  },
  // More digits than a number can hold exactly are left as they are.
  format: ({ value }, { locale }) =>
    PLAIN.test(value) && value.replaceAll(/\D/gu, '').length <= 15
      ? new Intl.NumberFormat(locale, { maximumFractionDigits: 15 }).format(Number(value))
      : value,
  link: () => null,
};
