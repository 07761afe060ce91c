import { checked } from './check';
import type { FieldKind } from './types';

const parse = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

/** One of the choices of a custom field, by its title. */
export const choice: FieldKind = {
  id: 'choice',
  label: 'field_choice',
  direction: 'auto',
  parse,
  check: checked(parse, null),
  format: ({ value }) => value,
  link: () => null,
};
