// What of a card a record of ours can hold, in the record's words; and what it cannot.

import { readerLocale } from '@/components/ui/time';
import { LONGEST } from '@/utils/actions/limits';
import { fieldOf } from '@/utils/fields';
import { t } from '@/utils/i18n';
import { parseAddress } from '@/utils/people/address';
import type { Address, FieldType, FieldValue } from '@/utils/people/types';
import type { Account, Card, Marks, PostalAddress } from '@/utils/vcard/types';

export interface CardValues {
  /** Never empty. */
  readonly name: string;
  /** The card says a name, not only an address or an organisation. */
  readonly named: boolean;
  /** The preferred one first. */
  readonly emails: readonly { readonly address: Address; readonly label?: string }[];
  readonly contacts: readonly FieldValue[];
  readonly organisation: string;
  readonly position: string;
  readonly labels: readonly string[];
  /** Empty: none. */
  readonly timezone: string;
  readonly language: string;
  readonly summary: string;
  /** A `data:image/…` address as the card has it; empty: none. */
  readonly picture: string;
  /** What there is no place for, each named. */
  readonly cannot: readonly string[];
}

const cut = (text: string, most: number): string => [...text].slice(0, most).join('');
const line = (text: string): string => cut(text.replace(/\s+/gu, ' ').trim(), LONGEST.line);

const WORDS = [
  ['cell', 'contact_label_mobile'],
  ['work', 'contact_label_work'],
  ['home', 'contact_label_home'],
] as const;

/** The card's own word, else one for its type. A fax is named, since nobody is to call it. */
function labelOf({ label, types }: Marks & { readonly label?: string }): string {
  if (label !== undefined) return line(label);
  if (types.includes('fax')) return t(types.includes('work') ? 'cards_fax_work' : 'cards_fax');
  const word = WORDS.find(([type]) => types.includes(type));
  return word === undefined ? '' : t(word[1]);
}

const labelled = (marks: Marks): { readonly label?: string } => {
  const label = labelOf(marks);
  return label === '' ? {} : { label };
};

function postalOf(address: PostalAddress): FieldValue {
  const { pobox, extended, street, locality, region, postcode, country } = address;
  const joined = (...parts: readonly (string | undefined)[]): string =>
    parts.filter((part) => part !== undefined && part !== '').join(' ');
  const lines = [extended, pobox, street, joined(postcode, locality), region, country];
  const parts = { street, zip: postcode, city: locality, state: region, country };
  const known = Object.entries(parts).flatMap(([name, part]) =>
    part === undefined || part.includes('\n') ? [] : [[name, line(part)] as const],
  );
  return {
    type: 'postal',
    value: cut(lines.filter((part) => part !== undefined && part !== '').join('\n'), LONGEST.value),
    ...labelled(address),
    ...(known.length === 0 ? {} : { parts: Object.fromEntries(known) }),
  };
}

const NETWORKS: readonly (readonly [FieldType, RegExp])[] = [
  ['twitter', /^(?:https?:\/\/)?(?:www\.)?(?:twitter|x)\.com\//i],
  ['linkedin', /^(?:https?:\/\/)?(?:[a-z]+\.)?linkedin\.com\//i],
  ['facebook', /^(?:https?:\/\/)?(?:[a-z]+\.)?facebook\.com\//i],
];

const isNetwork = (service: string): service is 'twitter' | 'linkedin' | 'facebook' =>
  service === 'twitter' || service === 'linkedin' || service === 'facebook';

const typeOfLink = (link: string): FieldType => NETWORKS.find(([, host]) => host.test(link))?.[0] ?? 'website';

const MESSENGERS: Readonly<Record<string, string>> = {
  xmpp: 'XMPP',
  jabber: 'XMPP',
  skype: 'Skype',
  whatsapp: 'WhatsApp',
  telegram: 'Telegram',
  signal: 'Signal',
  matrix: 'Matrix',
  aim: 'AIM',
  icq: 'ICQ',
  msn: 'MSN',
};

function messengerOf({ service, value }: Account): FieldValue {
  const name = line(MESSENGERS[service] ?? service);
  return { type: 'messenger', value: line(value), ...(name === '' ? {} : { parts: { service: name } }) };
}

function knownZone(zone: string): string {
  try {
    return zone.includes('/')
      ? new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone && zone
      : '';
  } catch {
    return '';
  }
}

function knownLanguage(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? '';
  } catch {
    return '';
  }
}

/** Properties that say something about the card, not about the person, or that belong to another value. */
const SILENT = /^(?:VERSION|PRODID|REV|UID|CLASS|MAILER|X-AB\w*|LABEL|SORT-STRING|X-MS-OL-DESIGN|X-MS-CARDPICTURE)$/;
/** What programs put every contact of a phone under. */
const ALL = /^\*?\s*my\s?contacts$/i;

/** `preferred`: as the vCard's reader says. */
export function cardValues(card: Card, preferred: Card['emails'][number] | null): CardValues {
  const inOrder = preferred === null ? [] : [preferred, ...card.emails.filter((one) => one !== preferred)];
  const read = inOrder.map((one) => ({ one, address: parseAddress(one.value) }));
  const emails = new Map(
    read.flatMap(({ one, address }) => (address === null ? [] : [[address, labelOf(one)] as const])),
  );
  const links = [...card.urls.map((one) => ({ ...one, type: typeOfLink(one.value) })), ...card.socials.map(socialOf)];
  const wanted: readonly FieldValue[] = [
    ...card.phones.map((one): FieldValue => {
      const value = one.ext === undefined ? one.value : `${one.value} ext. ${one.ext}`;
      return { type: 'phone', value, ...labelled(one) };
    }),
    ...links.map((one): FieldValue => ({ type: one.type, value: one.value, ...labelled(one) })),
    ...card.im.map(messengerOf),
    ...card.addresses.map(postalOf),
  ];
  const parsed = wanted.map((field) => ({ field, value: fieldOf(field.type).parse(field.value, readerLocale()) }));
  const contacts = parsed.flatMap(({ field, value }) =>
    value === null || value.length > LONGEST.value ? [] : [{ ...field, value }],
  );
  const [organisation = '', ...units] = card.org;
  const timezone = knownZone(card.tz ?? '');
  const language = knownLanguage(card.langs[0]?.value ?? '');
  const { n = {} } = card;
  const called = line(card.fn ?? [n.prefix, n.given, n.additional, n.family, n.suffix].filter(Boolean).join(' '));
  const [first] = emails.keys();
  const bad = read.filter(({ address }) => address === null).map(({ one }) => one.value);
  const unread = parsed.filter(({ value }) => value === null).map(({ field }) => field.value);
  return {
    name: called || line(card.nickname ?? '') || line(organisation) || first || t('cards_no_name'),
    named: called !== '',
    emails: [...emails].map(([address, label]) => (label === '' ? { address } : { address, label })),
    contacts: distinct(contacts),
    organisation: line(organisation),
    position: line(card.title ?? ''),
    labels: [...new Set(card.categories.map(line))].filter((label) => label !== '' && !ALL.test(label)),
    timezone,
    language,
    summary: cut(
      card.notes
        .map(({ value }) => value)
        .join('\n\n')
        .trim(),
      LONGEST.text,
    ),
    picture: card.photo?.data ?? '',
    cannot: [
      ...[...bad, ...unread].map((text) => t('cards_cannot_value', [cut(text, 80)])),
      ...(units.length === 0 ? [] : [t('cards_cannot_unit', [units.join(', ')])]),
      ...(card.nickname === undefined || !called ? [] : [t('cards_cannot_nickname', [card.nickname])]),
      ...(card.bday === undefined ? [] : [t('cards_cannot_birthday', [card.bday])]),
      ...(card.gender === undefined ? [] : [t('cards_cannot_gender')]),
      ...(card.tz !== undefined && timezone === '' ? [t('cards_cannot_zone', [card.tz])] : []),
      ...(card.photo !== undefined && card.photo.data === '' ? [t('cards_cannot_photo')] : []),
      ...[...new Set(card.rest.map(({ name }) => name))].filter((name) => !SILENT.test(name)),
    ],
  };
}

function socialOf(one: Account): Account & { readonly type: FieldType } {
  return { ...one, types: [], type: isNetwork(one.service) ? one.service : typeOfLink(one.value) };
}

/** Two values say the same: numbers by their digits, links without their scheme, words without case. */
export function sameValue(a: FieldValue, b: FieldValue): boolean {
  return a.type === b.type && bare(a) === bare(b);
}

function bare({ type, value }: FieldValue): string {
  const text = value.normalize('NFKC').toLowerCase().trim();
  if (type === 'phone') return text.replace(/[^\d+x]/g, '').replace(/^00/, '+') || text;
  if (type === 'postal') return text.replace(/[\s,]+/g, ' ');
  return text
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/^@/, '')
    .replace(/\/$/, '');
}

const distinct = (fields: readonly FieldValue[]): readonly FieldValue[] =>
  fields.filter((field, at) => fields.findIndex((other) => sameValue(field, other)) === at);
