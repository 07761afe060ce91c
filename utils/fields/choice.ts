import type { FieldKind } from './types';

/** One of the choices of a custom field, by its title. */
export const choice: FieldKind = {
  id: 'choice',
  label: 'field_choice',
  direction: 'auto',
  parse: (typed) => (typed.trim() === '' ? null : typed.trim()),
  format: ({ value }) => value,
  link: () => null,
};
