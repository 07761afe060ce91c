import type { Entry } from '@/utils/duplicates/types';
import type { ValueKind } from '@/utils/people/same-person';
import type { FieldType, FieldValue } from '@/utils/people/types';
import { postalTexts } from './postal-texts';
import type { CustomFieldRow, PersonRow } from './schema';

export interface Words {
  /** Ids of organisations → their names. */
  readonly organisations: ReadonlyMap<number, string>;
  readonly definitions: readonly CustomFieldRow[];
}

type Texts = { [K in ValueKind]?: string[] };

// A book has no field of its own for these: what they are is told by their titles, in the languages the product has.
const BIRTH = /birth|geburt|ميلاد/iu;
const NUMBER = /number|nummer|\bno\b|\bnr\b|\bid\b|رقم/iu;

/** What a person's row is compared by. */
export function suspectEntry(row: PersonRow, { organisations, definitions }: Words): Entry {
  const texts: Texts = {};
  const add = (kind: ValueKind, text: string | undefined): void => {
    if (text === undefined || text.trim() === '') return;
    const there = texts[kind];
    if (there === undefined) texts[kind] = [text];
    else there.push(text);
  };
  // Who has no name is called by their address, which is compared as such.
  if (!row.emails.some(({ address }) => address === row.name)) add('name', row.name);
  for (const { address } of row.emails) add('email', address);
  for (const { organisation, position } of row.memberships ?? []) {
    add('organisation', organisations.get(organisation));
    add('title', position);
  }
  for (const [kind, text] of (row.fields ?? []).flatMap(textsOf)) add(kind, text);
  for (const { id, title, type } of definitions) {
    const value = row.custom?.[id];
    if (typeof value !== 'string') continue;
    if (type === 'date' && BIRTH.test(title)) add('birthDate', value);
    else if ((type === 'text' || type === 'number') && NUMBER.test(title)) add('identifier', value);
  }
  return { id: String(row.id), values: texts };
}

// A website is a firm's as often as a person's; of the other types none tells people apart.
const KINDS: { readonly [T in FieldType]?: ValueKind } = {
  phone: 'phone',
  messenger: 'identifier',
  twitter: 'identifier',
  linkedin: 'identifier',
  facebook: 'identifier',
};

function textsOf(field: FieldValue): readonly (readonly [ValueKind, string])[] {
  if (field.type === 'postal') return postalTexts(field);
  const kind = KINDS[field.type];
  return kind === undefined ? [] : [[kind, field.value]];
}
