import { checked } from './check';
import type { FieldKind } from './types';

const YES = new Set(['true', '1', 'yes', 'on']);
const NO = new Set(['false', '0', 'no', 'off']);

const parse = (typed: string): string | null => {
  const word = typed.trim().toLowerCase();
  if (YES.has(word)) return 'true';
  return NO.has(word) ? 'false' : null;
};

/** Kept as true or false. */
export const toggle: FieldKind = {
  id: 'toggle',
  label: 'field_toggle',
  direction: 'auto',
  parse,
  check: checked(parse, 'wrong_toggle'),
  format: ({ value }, { yes, no }) => {
    const parsed = parse(value);
    if (parsed === null) return value;
    return parsed === 'true' ? yes : no;
  },
  link: () => null,
};
