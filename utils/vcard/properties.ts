// A card of ours as properties, with the escapes of vCard 3.0 and 4.0.

import { escaped } from './escapes';
import {
  type Account,
  ADDRESS_PARTS,
  type Card,
  type Marks,
  NAME_PARTS,
  type Param,
  type Phone,
  type Property,
  type Single,
} from './types';

export type Version = '2.1' | '3.0' | '4.0';

interface Written {
  readonly name: string;
  readonly value: string;
  readonly params?: readonly Param[];
  readonly group?: string;
  readonly binary?: boolean;
}

const property = ({ name, value, params = [], group = '', binary = false }: Written): Property => ({
  group,
  name,
  params,
  value,
  binary,
});

/** `first`: the one of its kind that is preferred; before 4.0 only that can be said everywhere. */
function marked({ types, pref, params }: Marks, version: Version, first: boolean): readonly Param[] {
  const all = version !== '4.0' && pref !== null && (pref === 1 || first) ? [...types, 'pref'] : types;
  return [
    ...(all.length === 0 ? [] : [['TYPE', all] as const]),
    ...(pref === null || (version !== '4.0' && pref === 1) ? [] : [['PREF', [String(pref)]] as const]),
    ...params,
  ];
}

const TEL_URI = /^\+?[\d().-]+$/;

/** An extension is part of the number's link (RFC 3966 §5.3); in a text it stands behind the number likewise. */
function phoneText({ value, ext }: Phone, version: Version): Pick<Property, 'value' | 'params'> {
  if (ext === undefined) return { value: escaped(value), params: [] };
  if (version === '4.0' && TEL_URI.test(value))
    return { value: `tel:${value};ext=${ext}`, params: [['VALUE', ['uri']]] };
  return { value: escaped(`${value};ext=${ext}`), params: [] };
}

function accountText({ property: name, service, value }: Account): string {
  const scheme = service === 'google talk' ? 'xmpp' : service;
  if (name !== 'IMPP' || scheme === '') return escaped(value);
  return `${/^[a-z][a-z0-9+.-]*$/.test(scheme) ? scheme : 'x-apple'}:${escaped(encodeURI(value))}`;
}

/** In a list of values of one kind, each with what stands beside it. */
function each<Item extends Marks>(
  items: readonly Item[],
  version: Version,
  write: (item: Item) => { readonly name: string; readonly value: string; readonly params?: readonly Param[] },
): readonly Property[] {
  const least = Math.min(...items.map(({ pref }) => pref ?? Number.POSITIVE_INFINITY));
  const first = items.findIndex(({ pref }) => pref === least);
  return items.map((item, at) => {
    const { name, value, params = [] } = write(item);
    return property({ name, value, group: item.group, params: [...params, ...marked(item, version, at === first)] });
  });
}

function photoOf({ photo }: Card, version: Version): readonly Property[] {
  if (photo === undefined) return [];
  const beside = { group: photo.group, name: 'PHOTO' };
  const marks = marked(photo, version, true);
  if (photo.data === '') {
    const params: readonly Param[] = version === '4.0' ? [] : [['VALUE', [version === '2.1' ? 'URL' : 'uri']]];
    return [property({ ...beside, params: [...params, ...marks], value: escaped(photo.url) })];
  }
  if (version === '4.0') return [property({ ...beside, params: marks, value: photo.data })];
  const [, type = 'jpeg', value = ''] = /^data:image\/([^;,]+);base64,(.*)$/s.exec(photo.data) ?? [];
  return [property({ ...beside, params: [['TYPE', [type.toUpperCase()]], ...marks], value, binary: true })];
}

const parts = <Name extends string>(names: readonly Name[], from: { readonly [Part in Name]?: string }): string =>
  names.map((name) => escaped(from[name] ?? '')).join(';');

/** All that the card says, the version first (RFC 6350 §6.7.9). */
export function propertiesOf(card: Card, version: Version): readonly Property[] {
  const single = (name: Single, value: string | undefined): readonly Property[] =>
    value === undefined ? [] : [property({ name, value, ...card.marks[name] })];
  const text = (name: Single, value: string | undefined) =>
    single(name, value === undefined ? undefined : escaped(value));
  const valued = (name: string) => (one: { readonly value: string }) => ({ name, value: escaped(one.value) });
  // 4.0 wants a name, 3.0 and 2.1 want its parts as well, be they empty.
  const n = card.n === undefined ? (version === '4.0' ? undefined : ';;;;') : parts(NAME_PARTS, card.n);
  return [
    property({ name: 'VERSION', value: version }),
    ...text('FN', card.fn ?? ''),
    ...single('N', n),
    ...text('NICKNAME', card.nickname),
    ...each(card.emails, version, valued('EMAIL')),
    ...each(card.phones, version, (phone) => ({ name: 'TEL', ...phoneText(phone, version) })),
    ...single('ORG', card.org.length === 0 ? undefined : card.org.map(escaped).join(';')),
    ...text('TITLE', card.title),
    ...text('BDAY', card.bday),
    // A letter, then words of one's own (RFC 6350 §6.2.7).
    ...single('GENDER', card.gender && escaped(card.gender).replace('\\;', ';')),
    ...each(card.addresses, version, (address) => ({ name: 'ADR', value: parts(ADDRESS_PARTS, address) })),
    ...each(card.urls, version, valued('URL')),
    ...each(card.im, version, (one) => ({ name: one.property, value: accountText(one) })),
    ...each(card.socials, version, (one) => ({ name: one.property, value: accountText(one) })),
    ...each(card.langs, version, valued('LANG')),
    ...text('TZ', card.tz),
    ...each(card.notes, version, valued('NOTE')),
    ...(card.categories.length === 0
      ? []
      : [property({ name: 'CATEGORIES', value: card.categories.map(escaped).join(',') })]),
    ...photoOf(card, version),
    ...text('UID', card.uid),
    ...text('REV', card.rev),
    ...card.rest,
  ];
}
