// A person as a vCard: what the profile shows, in the words of RFC 6350.

import { t } from '@/utils/i18n';
import type { FieldValue, Person } from '@/utils/people/types';
import { escaped } from '@/utils/vcard/escapes';
import type { Account, Card, Marks, Property, Valued } from '@/utils/vcard/types';

const TYPES = [
  ['work', 'contact_label_work'],
  ['home', 'contact_label_home'],
  ['cell', 'contact_label_mobile'],
  ['fax', 'cards_fax'],
] as const;

/** Labels that vCard has a type for are types; others stand beside the value, as address books write them. */
function grouped(rest: Property[]) {
  return (label: string | undefined, pref: number | null = null): Marks & { readonly label?: string } => {
    const plain = { group: '', types: [], pref, params: [] };
    if (label === undefined || label === '') return plain;
    if (label === t('cards_fax_work')) return { ...plain, types: ['fax', 'work'] };
    const type = TYPES.find(([, key]) => t(key).toLowerCase() === label.toLowerCase());
    if (type !== undefined) return { ...plain, types: [type[0]] };
    const group = `item${rest.length + 1}`;
    rest.push({ group, name: 'X-ABLABEL', params: [], value: escaped(label), binary: false });
    return { ...plain, group, label };
  };
}

const NETWORKS = new Set(['twitter', 'linkedin', 'facebook']);

export function personCard(person: Person): Card {
  const rest: Property[] = [];
  const marks = grouped(rest);
  const own = person.fields.filter(
    ({ custom, value, parts }) => custom !== true && (value !== '' || parts !== undefined),
  );
  const of = (...types: readonly FieldValue['type'][]): readonly FieldValue[] =>
    own.filter(({ type }) => types.includes(type));
  const valued = ({ label, value }: FieldValue): Valued => ({ ...marks(label), value });
  const account = (field: FieldValue, service: string, property: string): Account => ({
    ...marks(field.label),
    ...(NETWORKS.has(service) ? { types: [service] } : {}),
    value: field.value,
    service,
    property,
  });
  const [first, ...others] = person.memberships;
  const emails = person.emails.map(
    ({ address, label, primary }): Valued => ({ ...marks(label, primary ? 1 : null), value: address }),
  );
  const phones = of('phone').map(valued);
  const urls = of('website').map(valued);
  const addresses = of('postal').map(({ label, value, parts = {} }) => {
    const { street, city, state, zip, country } = parts;
    const known = { street, locality: city, region: state, postcode: zip, country };
    const filled = Object.entries(known).filter(([, part]) => part !== undefined && part !== '');
    return { ...marks(label), ...(filled.length === 0 ? { street: value } : Object.fromEntries(filled)) };
  });
  const im = of('messenger').map((one) => account(one, (one.parts?.['service'] ?? '').toLowerCase(), 'IMPP'));
  const socials = of('twitter', 'linkedin', 'facebook').map((one) => account(one, one.type, 'X-SOCIALPROFILE'));
  for (const { name, position = '' } of others) {
    rest.push({ group: '', name: 'ORG', params: [], value: escaped(name), binary: false });
    if (position !== '') rest.push({ group: '', name: 'TITLE', params: [], value: escaped(position), binary: false });
  }
  for (const { label = '', value } of person.fields.filter(({ custom }) => custom === true)) {
    if (value === '') continue;
    rest.push({
      group: '',
      name: 'X-SIDECARD-FIELD',
      params: [['X-TITLE', [label]]],
      value: escaped(value),
      binary: false,
    });
  }
  const { picture, timezone, language, summary } = person;
  const none: Marks = { group: '', types: [], pref: null, params: [] };
  return {
    version: '4.0',
    fn: person.name,
    emails,
    phones,
    org: first === undefined ? [] : [first.name],
    ...(first?.position === undefined || first.position === '' ? {} : { title: first.position }),
    urls,
    addresses,
    notes: summary === '' ? [] : [{ ...none, value: summary }],
    categories: person.labels,
    ...(picture === undefined ? {} : { photo: { ...none, data: picture, url: '' } }),
    im,
    socials,
    ...(timezone === undefined ? {} : { tz: timezone }),
    langs: language === undefined ? [] : [{ ...none, value: language }],
    marks: {},
    rest,
  };
}
