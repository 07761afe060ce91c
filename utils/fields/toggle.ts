import type { FieldKind } from './types';

const YES = new Set(['true', '1', 'yes', 'on']);
const NO = new Set(['false', '0', 'no', 'off']);

/** Kept as true or false. */
export const toggle: FieldKind = {
  id: 'toggle',
  label: 'field_toggle',
  direction: 'auto',
  parse: (typed) => {
    const word = typed.trim().toLowerCase();
    if (YES.has(word)) return 'true';
    return NO.has(word) ? 'false' : null;
  },
  format: ({ value }, { yes, no }) => {
    const parsed = toggle.parse(value);
    if (parsed === null) return value;
    return parsed === 'true' ? yes : no;
  },
  link: () => null,
};
