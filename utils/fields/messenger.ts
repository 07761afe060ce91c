import type { FieldKind } from './types';

const name = encodeURIComponent;

/** Only from a number: these services have no link for a name. */
function byNumber(start: string): (user: string) => string | null {
  return (user) => (/^\+[\d ()-]{6,}$/u.test(user) ? start + user.replaceAll(/\D/gu, '') : null);
}

/** Services that can be opened from a link; the others are shown with their name only. */
const LINKS = new Map<string, (user: string) => string | null>([
  ['skype', (user) => `skype:${name(user)}?chat`],
  ['telegram', (user) => `https://t.me/${name(user.replace(/^@/u, ''))}`],
  ['whatsapp', byNumber('https://wa.me/')],
  ['signal', byNumber('https://signal.me/#p/+')],
  ['xmpp', (user) => `xmpp:${name(user)}`],
  ['jabber', (user) => `xmpp:${name(user)}`],
  ['matrix', (user) => `https://matrix.to/#/${name(user)}`],
]);

/** A name at a service; which one stands in `parts.service`. */
export const messenger: FieldKind = {
  id: 'messenger',
  label: 'field_messenger',
  direction: 'ltr',
  parse: (typed) => (typed.trim() === '' ? null : typed.trim()),
  format: ({ value }) => value,
  link: ({ value, parts }) => LINKS.get((parts?.['service'] ?? '').toLowerCase())?.(value.trim()) ?? null,
};
