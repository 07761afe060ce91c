import { checkedLink } from './check';
import type { FieldKind } from './types';
import { webLink } from './web-link';

const parse = (typed: string): string | null => (webLink(typed) === null ? null : typed.trim());

export const website: FieldKind = {
  id: 'website',
  label: 'field_website',
  direction: 'ltr',
  parse,
  check: checkedLink(parse, 'wrong_website'),
  // The scheme says nothing that a reader wants to know.
  format: ({ value }) =>
    webLink(value) === null
      ? value
      : value
          .trim()
          .replace(/^https?:\/\//iu, '')
          .replace(/\/$/u, ''),
  link: ({ value }) => webLink(value),
};
