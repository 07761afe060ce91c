// What a person has to be reached by, as values of ours: each with the item of Deskpro's that it was read from.
import type { FieldValue } from '@/utils/people/types';
import type { ContactDatum, DeskproPerson } from './shapes';

export interface Contact {
  readonly value: FieldValue;
  /** Null for a phone number that stands apart from the contact data. */
  readonly datum: ContactDatum | null;
}

/** In Deskpro's order. What has no value is left out. */
export function contactItems({
  contact_data: data,
  phone_numbers: numbers,
}: Pick<DeskproPerson, 'contact_data' | 'phone_numbers'>): readonly Contact[] {
  const items = data.flatMap((datum): Contact[] => {
    const value = contactOf(datum);
    return value === null ? [] : [{ value, datum }];
  });
  const known = new Set(items.filter(({ value }) => value.type === 'phone').map(({ value }) => digits(value.value)));
  const apart = numbers
    .filter(({ number }) => number !== '' && !known.has(digits(number)))
    .map(({ number, extension, label, type }): Contact => {
      const called = label || PHONES[type] || '';
      const value = extension === '' ? number : `${number} ext. ${extension}`;
      return { value: { type: 'phone', value, ...(called === '' ? {} : { label: called }) }, datum: null };
    });
  return [...items, ...apart];
}

const digits = (number: string): string => number.replaceAll(/\D/gu, '');

/** A phone that is not just one is called so. */
export const PHONES: Readonly<Record<string, string>> = { mobile: 'Mobile', fax: 'Fax' };

export function contactOf(datum: ContactDatum): FieldValue | null {
  const text = (name: string): string => {
    const value = datum[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  const { contact_type: kind, comment } = datum;
  const of = (type: FieldValue['type'], value: string, label = ''): FieldValue | null => {
    const called = comment || label;
    return value === '' ? null : { type, value, ...(called === '' ? {} : { label: called }) };
  };
  switch (kind) {
    case 'phone':
      return of('phone', numberOf(text('code'), text('number')), PHONES[text('type')]);
    case 'website':
      return of('website', text('url'));
    case 'twitter':
      return of('twitter', text('username').replace(/^@/u, ''));
    // The old API calls it profile_url.
    case 'linked_in':
      return of('linkedin', text('url') || text('profile_url'));
    case 'facebook':
      return of('facebook', text('profile_url') || text('url'));
    case 'skype':
      return withParts(of('messenger', text('username')), { service: 'skype' });
    case 'instant_message':
      return withParts(of('messenger', text('username')), { service: text('service') });
    case 'address':
      return postalOf(text, of);
    default: {
      // A type that nobody has seen: what it says is not lost.
      const words = Object.entries(datum)
        .filter(([name, value]) => !OWN.has(name) && typeof value === 'string' && value.trim() !== '')
        .map(([, value]) => String(value).trim());
      return of('text', words.join(', '), kind);
    }
  }
}

const OWN = new Set(['id', 'contact_type', 'comment', 'field_1', 'date_created']);

const numberOf = (code: string, number: string): string =>
  code === '' || number === '' || number.startsWith('+') ? number : `+${code.replace(/^\+/u, '')} ${number}`;

function withParts(value: FieldValue | null, parts: Readonly<Record<string, string>>): FieldValue | null {
  const filled = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== ''));
  return value === null || Object.keys(filled).length === 0 ? value : { ...value, parts: filled };
}

function postalOf(
  text: (name: string) => string,
  of: (type: 'postal', value: string) => FieldValue | null,
): FieldValue | null {
  const [street, city, state, zip, country] = [
    text('address'),
    text('city'),
    text('state'),
    text('zip'),
    text('country'),
  ];
  const place = [[zip, city].filter((part) => part !== '').join(' '), state].filter((part) => part !== '').join(', ');
  const lines = [street, place, country].filter((line) => line !== '');
  return withParts(of('postal', lines.join('\n')), { street, city, state, zip, country });
}
