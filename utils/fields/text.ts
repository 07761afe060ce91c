import { checked } from './check';
import type { FieldKind } from './types';

const parse = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

/** Anything; line breaks are kept. */
export const text: FieldKind = {
  id: 'text',
  label: 'field_text',
  direction: 'auto',
  parse,
  check: checked(parse, null),
  format: ({ value }) => value,
  link: () => null,
};
