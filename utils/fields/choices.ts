import { checked } from './check';
import type { FieldKind } from './types';

const parse = (typed: string): string | null => (titles(typed).length === 0 ? null : titles(typed).join('\n'));

/** Several choices of a custom field, one a line, since a title may hold a comma. */
export const choices: FieldKind = {
  id: 'choices',
  label: 'field_choices',
  direction: 'auto',
  parse,
  check: checked(parse, null),
  format: ({ value }, { locale }) =>
    new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(titles(value)),
  link: () => null,
};

const titles = (value: string): string[] => [
  ...new Set(
    value
      .split('\n')
      .map((title) => title.trim())
      .filter((title) => title !== ''),
  ),
];
