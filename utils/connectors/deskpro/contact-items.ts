// Contact values as Deskpro writes them: an object by type, in it by number (ZAP creates/create_organization.js). The
// types and their fields are those of the importer and of API v1 (IMP, V1), taken to be API v2's too.

import type { FieldValue } from '@/utils/people/types';
import { contactOf, PHONES } from './contacts';
import type { ContactDatum } from './shapes';

type Written = Readonly<Record<string, unknown>>;
/** One item of a kind, in the shape that is sent. */
export interface WrittenItem {
  readonly kind: string;
  readonly item: Written;
}

/** Services that Deskpro knows by name (IMP). */
const SERVICES = ['aim', 'msn', 'icq', 'skype', 'gtalk'];
/** Not sent back: the number of an item is its place, its kind stands over it. */
const OWN = ['id', 'contact_type', 'person', 'organization', 'date_created'];

/** As it stands there, to be sent again with the others. */
export const written = (datum: ContactDatum): WrittenItem => ({
  kind: datum.contact_type,
  item: Object.fromEntries(
    Object.entries(datum).filter(([name, value]) => !OWN.includes(name) && value !== null && value !== ''),
  ),
});

/** A value of ours as an item, upon the one it takes the place of; null where Deskpro has no place for it. */
export function itemOf(value: FieldValue, before: ContactDatum | null): WrittenItem | null {
  const text = value.value.trim();
  const label = (value.label ?? '').trim();
  // One that is only left out might stay.
  const comment = label === '' && (before?.comment ?? '') === '' ? {} : { comment: label };
  switch (value.type) {
    case 'phone': {
      const named = Object.entries(PHONES).find(([, called]) => called === label)?.[0];
      const kept = before?.contact_type === 'phone' && typeof before['type'] === 'string' ? before['type'] : 'phone';
      const type = named ?? (label === '' && kept in PHONES ? 'phone' : kept);
      return { kind: 'phone', item: { ...numberOf(text), type, ...(named === undefined ? comment : {}) } };
    }
    case 'website':
      return { kind: 'website', item: { url: text, ...comment } };
    case 'twitter':
      return { kind: 'twitter', item: { username: text.replace(/^@/u, ''), ...comment } };
    case 'linkedin':
      return { kind: 'linked_in', item: { url: text, ...comment } };
    case 'facebook':
      return { kind: 'facebook', item: { profile_url: text, ...comment } };
    case 'messenger':
      return messenger(value, before, text, comment);
    case 'postal':
      return { kind: 'address', item: { ...postal(value), ...comment } };
    default:
      return null;
  }
}

/** '+44 1632 960101' is of country 44; without a space nobody knows where its code ends. */
function numberOf(text: string): Written {
  const [, code, number] = /^\+(\d{1,3}) (.+)$/u.exec(text) ?? [];
  return code === undefined || number === undefined ? { number: text } : { number, code };
}

function messenger(value: FieldValue, before: ContactDatum | null, username: string, comment: Written): WrittenItem {
  const given = (value.parts?.['service'] ?? '').trim();
  if (before?.contact_type === 'skype' && given.toLowerCase() === 'skype') {
    return { kind: 'skype', item: { username, ...comment } };
  }
  const service = SERVICES.includes(given.toLowerCase()) ? given.toLowerCase() : 'other';
  // What it is called there is not lost.
  const called = service === 'other' && given !== '' && given.toLowerCase() !== 'other' ? { comment: given } : {};
  return { kind: 'instant_message', item: { service, username, ...called, ...comment } };
}

/** What is in none of the known parts is the street. */
function postal({ value, parts = {} }: FieldValue): Written {
  const known = ['zip', 'city', 'state', 'country'] as const;
  const named = known.flatMap((part) => parts[part] ?? []).filter((part) => part !== '');
  const rest = value.split(/[\r\n]+/u).filter(
    (line) =>
      named
        .toSorted((a, b) => b.length - a.length)
        .reduce((left, part) => left.replace(part, ''), line)
        .replaceAll(/[\s,]+/gu, '') !== '',
  );
  const filled = Object.fromEntries(known.flatMap((part) => (parts[part] ? [[part, parts[part]]] : [])));
  return { address: rest.join(', '), ...filled };
}

/** By type and then by number. */
export function byKind(items: readonly WrittenItem[]): Readonly<Record<string, Readonly<Record<string, Written>>>> {
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  return Object.fromEntries(
    kinds.map((kind) => {
      const mine = items.filter((one) => one.kind === kind);
      return [kind, Object.fromEntries(mine.map(({ item }, at) => [String(at), item]))];
    }),
  );
}

/** All values of a list, as they mean: a server may write a number or the lines of a place in its own way. */
export const meaningOf = (values: readonly FieldValue[]): string =>
  values
    .map(({ type, value, label = '', parts }) => {
      const meant = type === 'postal' ? wordsIn(value) : value.replaceAll(/\s+/gu, '');
      // What it is called, and by which service, is as easily lost as the value.
      return JSON.stringify([type, meant, label.trim(), parts?.['service'] ?? '']);
    })
    .toSorted()
    .join('\n');

const wordsIn = (text: string): string =>
  text
    .split(/[\s,]+/u)
    .filter((word) => word !== '')
    .toSorted()
    .join(' ');

/** What an item that was sent will be read as. */
export const readAs = ({ kind, item }: WrittenItem): FieldValue | null =>
  contactOf({ comment: '', ...item, id: '', contact_type: kind });
