import { checkedLink } from './check';
import type { FieldKind } from './types';
import { profileLink } from './web-link';

const HOSTS = ['x.com', 'twitter.com'];
const open = (value: string): string | null => profileLink(value, HOSTS, 'https://x.com/');

/** Of `@anna`, `x.com/anna` and `https://twitter.com/anna?s=20` the name is kept; another page there as typed. */
const parse = (typed: string): string | null => {
  const link = open(typed);
  if (link === null) return null;
  return /^\/([A-Za-z0-9_]+)\/?$/u.exec(new URL(link).pathname)?.[1] ?? typed.trim().replace(/^@/u, '');
};

/** A user name there. */
export const twitter: FieldKind = {
  id: 'twitter',
  label: 'field_twitter',
  direction: 'ltr',
  parse,
  check: checkedLink(parse, 'wrong_twitter'),
  format: ({ value }) => {
    const name = value.trim().replace(/^@/u, '');
    if (/^[A-Za-z0-9_]+$/u.test(name)) return `@${name}`;
    return value.trim().replace(/^https?:\/\/(www\.)?/iu, '');
  },
  link: ({ value }) => open(value),
};
