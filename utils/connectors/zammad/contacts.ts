// Zammad has three places for telephones, one for a page, one for a postal address, and two for texts: here they are
// contact values, and back.

import type { Room } from '@/utils/connectors/types';
import type { FieldType, FieldValue } from '@/utils/people/types';

type Column = 'phone' | 'mobile' | 'fax' | 'web' | 'department' | 'address';
type PostalColumn = 'street' | 'zip' | 'city' | 'country';
type AnyColumn = Column | PostalColumn;
export type Columns = { readonly [C in AnyColumn]?: string };
/** The places of a user, whatever else there is. */
type Places = { readonly [C in AnyColumn]: string };

interface PlaceOf {
  readonly column: Column;
  readonly type: FieldType;
  /** As Zammad's own pages call it. */
  readonly label: string;
}
const PLACES: readonly PlaceOf[] = [
  { column: 'phone', type: 'phone', label: 'Phone' },
  { column: 'mobile', type: 'phone', label: 'Mobile' },
  { column: 'fax', type: 'phone', label: 'Fax' },
  { column: 'web', type: 'website', label: 'Web' },
  { column: 'department', type: 'text', label: 'Department' },
  { column: 'address', type: 'text', label: 'Address' },
];
const POSTAL: readonly PostalColumn[] = ['street', 'zip', 'city', 'country'];
const NO_POSTAL = { street: '', zip: '', city: '', country: '' };
/** Nobody's places: all are free. */
export const NOWHERE: Places = { ...NO_POSTAL, phone: '', mobile: '', fax: '', web: '', department: '', address: '' };
/** Its places, for who unites two people. */
export const ROOM: NonNullable<Room['contacts']> = [
  { type: 'phone', count: 3 },
  { type: 'website', count: 1 },
  { type: 'postal', count: 1 },
  { type: 'text', label: 'Department', count: 1 },
  { type: 'text', label: 'Address', count: 1 },
];
/** Characters: a longer value Zammad cuts off, and answers that all is well. */
export const LONGEST = {
  firstname: 100,
  lastname: 100,
  phone: 100,
  mobile: 100,
  fax: 100,
  web: 100,
  zip: 100,
  city: 100,
  country: 100,
  street: 120,
  department: 200,
  email: 255,
  login: 255,
  address: 500,
} as const satisfies Readonly<Record<AnyColumn | 'firstname' | 'lastname' | 'email' | 'login', number>>;
type LimitedColumn = keyof typeof LONGEST;

const LIMITED: readonly LimitedColumn[] = [
  'firstname',
  'lastname',
  'phone',
  'mobile',
  'fax',
  'web',
  'zip',
  'city',
  'country',
  'street',
  'department',
  'email',
  'login',
  'address',
];

/** The first column that has no room for its value; null: all of them have. */
export function tooLong(columns: Readonly<Record<string, unknown>>): LimitedColumn | null {
  return (
    LIMITED.find((column) => {
      const value = columns[column];
      return typeof value === 'string' && [...value].length > LONGEST[column];
    }) ?? null
  );
}

export function contactsOf(user: Places): readonly FieldValue[] {
  const postal = postalOf(user);
  const values = PLACES.flatMap(({ column, type, label }): FieldValue[] =>
    user[column] === '' ? [] : [{ type, label, value: user[column] }],
  );
  return postal === null ? values : [...values, postal];
}

function postalOf(user: Places): FieldValue | null {
  const { street, zip, city, country } = user;
  const lines = [street, [zip, city].filter(isThere).join(' '), country].filter(isThere);
  if (lines.length === 0) return null;
  const parts = Object.fromEntries(
    POSTAL.map((part) => [part, user[part]] as const).filter(([, text]) => isThere(text)),
  );
  return { type: 'postal', value: lines.join('\n'), parts };
}

const isThere = (text: string): boolean => text !== '';

/** The same value, whatever it is called. */
export const isValue = (one: FieldValue, other: FieldValue): boolean =>
  one.type === other.type && one.value.trim() === other.value.trim();

/**
 * What is to be written so that `from` becomes `to`; null where Zammad has no place for it. A value stays where it is
 * unless it is called otherwise; a new one goes to the place of its name, or to the first that is free.
 */
export function columnsFor(user: Places, from: FieldValue | null, to: FieldValue | null): Columns | null {
  const gone = from === null ? {} : cleared(user, from);
  if (gone === null) return null;
  if (to === null) return gone;
  if (to.type === 'postal')
    return postalOf(user) === null || from?.type === 'postal' ? { ...gone, ...postal(to) } : null;
  const fits = PLACES.filter(({ type, column }) => type === to.type && (user[column] === '' || column in gone));
  const called = to.label?.trim().toLowerCase();
  const named = fits.find(({ label }) => label.toLowerCase() === called);
  // A text without Zammad's own name for it has no place.
  const place = named ?? (to.type === 'text' ? undefined : (fits.find(({ column }) => column in gone) ?? fits[0]));
  return place === undefined ? null : { ...gone, [place.column]: to.value.trim() };
}

function cleared(user: Places, { type, label, value }: FieldValue): Columns | null {
  if (type === 'postal') return NO_POSTAL;
  const fits = PLACES.filter((place) => place.type === type && user[place.column].trim() === value.trim());
  const place = fits.find((one) => one.label === label) ?? fits[0];
  return place === undefined ? null : { [place.column]: '' };
}

/** What is in none of the known parts is the street; it is one line there. */
function postal({ value, parts = {} }: FieldValue): Columns {
  const known = POSTAL.filter((part) => part !== 'street').flatMap((part) => parts[part] ?? []);
  const rest = value.split(/[\r\n]+/u).filter(
    (line) =>
      known
        .filter(isThere)
        .reduce((left, part) => left.replace(part, ''), line)
        .trim() !== '',
  );
  const named = Object.fromEntries(POSTAL.map((part) => [part, parts[part] ?? '']));
  return { ...NO_POSTAL, ...named, street: rest.join(', ') };
}
