// RT has four places for telephones, one for a postal address, one for a nickname and one for whatever else leads to
// somebody: here they are contact values, and back.

import type { Room } from '@/utils/connectors/types';
import type { FieldValue } from '@/utils/people/types';

type Column = 'WorkPhone' | 'MobilePhone' | 'HomePhone' | 'PagerPhone';
type TextColumn = 'NickName' | 'FreeformContactInfo';
type PostalColumn = 'Address1' | 'Address2' | 'City' | 'State' | 'Zip' | 'Country';
export type Columns = { readonly [C in Column | TextColumn | PostalColumn]?: string };
/** The places of a user, whatever else there is. */
type Places = { readonly [C in Column | TextColumn | PostalColumn]: string };

const PHONES: readonly (readonly [Column, string])[] = [
  ['WorkPhone', 'Work'],
  ['MobilePhone', 'Mobile'],
  ['HomePhone', 'Home'],
  ['PagerPhone', 'Pager'],
];
/** As RT's own pages call them. */
const TEXTS: readonly (readonly [TextColumn, string])[] = [
  ['NickName', 'Nickname'],
  ['FreeformContactInfo', 'Extra info'],
];
const PARTS: readonly (readonly [PostalColumn, string])[] = [
  ['City', 'city'],
  ['State', 'state'],
  ['Zip', 'zip'],
  ['Country', 'country'],
];
const NO_POSTAL = { Address1: '', Address2: '', City: '', State: '', Zip: '', Country: '' };
/** Its places, for who unites two people. */
export const ROOM: NonNullable<Room['contacts']> = [
  { type: 'phone', count: PHONES.length },
  { type: 'postal', count: 1 },
  ...TEXTS.map(([, label]) => ({ type: 'text', label, count: 1 }) as const),
];
/** Nobody's places: all are free. */
export const NOWHERE: Places = {
  ...NO_POSTAL,
  WorkPhone: '',
  MobilePhone: '',
  HomePhone: '',
  PagerPhone: '',
  NickName: '',
  FreeformContactInfo: '',
};

export function contactsOf(user: Places): readonly FieldValue[] {
  const phones = PHONES.flatMap(([column, label]): FieldValue[] =>
    user[column] === '' ? [] : [{ type: 'phone', label, value: user[column] }],
  );
  const texts = TEXTS.flatMap(([column, label]): FieldValue[] =>
    user[column] === '' ? [] : [{ type: 'text', label, value: user[column] }],
  );
  const postal = postalOf(user);
  return [...phones, ...(postal === null ? [] : [postal]), ...texts];
}

function postalOf(user: Places): FieldValue | null {
  const { Address1, Address2, City, State, Zip, Country } = user;
  const lines = [Address1, Address2, [Zip, City].filter(isThere).join(' '), State, Country].filter(isThere);
  if (lines.length === 0) return null;
  const street = [Address1, Address2].filter(isThere).join('\n');
  const parts = [['street', street] as const, ...PARTS.map(([column, part]) => [part, user[column]] as const)];
  const known = Object.fromEntries(parts.filter(([, text]) => isThere(text)));
  return { type: 'postal', value: lines.join('\n'), parts: known };
}

const isThere = (text: string): boolean => text !== '';

/** The same value, whatever it is called: RT has its own names for the places. */
export const isValue = (one: FieldValue, other: FieldValue): boolean =>
  one.type === other.type && one.value.trim() === other.value.trim();

/**
 * What is to be written so that `from` becomes `to`; null where RT has no place for it. A telephone stays where it is
 * unless it is called otherwise; a new one goes to the place of its name, or to the first that is free.
 */
export function columnsFor(user: Places, from: FieldValue | null, to: FieldValue | null): Columns | null {
  const gone = from === null ? {} : (cleared(user, from) ?? {});
  if (to === null) return gone;
  if (to.type === 'postal')
    return postalOf(user) === null || from?.type === 'postal' ? { ...gone, ...postal(to) } : null;
  if (to.type === 'text') return textColumn(user, gone, to);
  if (to.type !== 'phone') return null;
  const free = (column: Column): boolean => user[column] === '' || column in gone;
  const named = PHONES.find(
    ([column, label]) => free(column) && label.toLowerCase() === to.label?.trim().toLowerCase(),
  );
  const same = PHONES.find(([column]) => column in gone);
  const [column] = named ?? same ?? PHONES.find(([one]) => free(one)) ?? [];
  return column === undefined ? null : { ...gone, [column]: to.value.trim() };
}

/** By what it is called: a text without RT's own name for it has no place there. */
function textColumn(user: Places, gone: Columns, { label, value }: FieldValue): Columns | null {
  const called = label?.trim().toLowerCase();
  const [column] = TEXTS.find(([, name]) => name.toLowerCase() === called) ?? [];
  if (column === undefined || !(user[column] === '' || column in gone)) return null;
  return { ...gone, [column]: value.trim() };
}

function cleared(user: Places, { type, label, value }: FieldValue): Columns | null {
  if (type === 'postal') return NO_POSTAL;
  if (type === 'text') {
    const [column] = TEXTS.find(([one, name]) => name === label && user[one].trim() === value.trim()) ?? [];
    return column === undefined ? null : { [column]: '' };
  }
  const fits = PHONES.filter(([column]) => user[column].trim() === value.trim());
  const [column] = fits.find(([, name]) => name === label) ?? fits[0] ?? [];
  return column === undefined ? null : { [column]: '' };
}

/** The lines that are none of the known parts are the street. */
function postal({ value, parts = {} }: FieldValue): Columns {
  const placed = PARTS.flatMap(([, part]) => parts[part] ?? []).filter(isThere);
  const [first = '', ...more] = value
    .split(/[\r\n]+/u)
    .filter((line) => line.trim() !== '' && placed.reduce((left, part) => left.replace(part, ''), line).trim() !== '');
  const known = Object.fromEntries(PARTS.map(([column, part]) => [column, parts[part] ?? '']));
  return { ...NO_POSTAL, ...known, Address1: first, Address2: more.join(', ') };
}
