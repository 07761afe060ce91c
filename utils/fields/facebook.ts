import type { FieldKind } from './types';
import { profileLink } from './web-link';

/** A name there, or the address of a profile. */
export const facebook: FieldKind = {
  id: 'facebook',
  label: 'field_facebook',
  direction: 'ltr',
  parse: (typed) => (open(typed) === null ? null : typed.trim()),
  format: ({ value }) => value.trim().replace(/^https?:\/\/(www\.)?/iu, ''),
  link: ({ value }) => open(value),
};

const open = (value: string): string | null =>
  profileLink(value, ['facebook.com', 'fb.com'], 'https://www.facebook.com/');
