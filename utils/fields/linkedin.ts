import { checkedLink } from './check';
import type { FieldKind } from './types';
import { profileLink } from './web-link';

const open = (value: string): string | null => profileLink(value, ['linkedin.com'], 'https://www.linkedin.com/in/');

/** Kept as the address of a profile: of a name alone, the one it stands for. */
const parse = (typed: string): string | null => {
  const link = open(typed);
  return link !== null && typed.includes('/') ? typed.trim() : link;
};

/** A name there, or the address of a profile. */
export const linkedin: FieldKind = {
  id: 'linkedin',
  label: 'field_linkedin',
  direction: 'ltr',
  parse,
  check: checkedLink(parse, 'wrong_linkedin'),
  format: ({ value }) => value.trim().replace(/^https?:\/\/(www\.)?/iu, ''),
  link: ({ value }) => open(value),
};
