import { checked } from './check';
import { plainDigits } from './digits';
import type { FieldKind } from './types';

/** Half a letter, which a cut text can end with, would throw. */
const name = (user: string): string => encodeURIComponent(user.toWellFormed());

/** Only from a number: these services have no link for a name. */
function byNumber(start: string): (user: string) => string | null {
  return (user) => {
    const plain = plainDigits(user);
    return /^\+[\d ()-]{6,}$/u.test(plain) ? start + plain.replaceAll(/\D/gu, '') : null;
  };
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

/** What is offered to choose from; any other word does too. */
export const messengerServices = [
  'Signal',
  'WhatsApp',
  'Telegram',
  'Skype',
  'Teams',
  'Slack',
  'Matrix',
  'XMPP',
] as const;

const parse = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

/** A name at a service; which one stands in `parts.service`. */
export const messenger: FieldKind = {
  id: 'messenger',
  label: 'field_messenger',
  direction: 'ltr',
  parse,
  check: checked(parse, null),
  format: ({ value }) => value,
  link: ({ value, parts }) => LINKS.get((parts?.['service'] ?? '').toLowerCase())?.(value.trim()) ?? null,
};
