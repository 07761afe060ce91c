import type { FieldKind } from './types';

/** Anything; line breaks are kept. */
export const text: FieldKind = {
  id: 'text',
  label: 'field_text',
  direction: 'auto',
  parse: (typed) => (typed.trim() === '' ? null : typed.trim()),
  format: ({ value }) => value,
  link: () => null,
};
