import type { FieldKind } from './types';
import { webLink } from './web-link';

export const website: FieldKind = {
  id: 'website',
  label: 'field_website',
  direction: 'ltr',
  parse: (typed) => (webLink(typed) === null ? null : typed.trim()),
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
