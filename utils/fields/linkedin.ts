import type { FieldKind } from './types';
import { profileLink } from './web-link';

/** A name there, or the address of a profile. */
export const linkedin: FieldKind = {
  id: 'linkedin',
  label: 'field_linkedin',
  direction: 'ltr',
  parse: (typed) => (open(typed) === null ? null : typed.trim()),
  format: ({ value }) => value.trim().replace(/^https?:\/\/(www\.)?/iu, ''),
  link: ({ value }) => open(value),
};

const open = (value: string): string | null => profileLink(value, ['linkedin.com'], 'https://www.linkedin.com/in/');
