// The set with known truth that stands outside the project.
import { existsSync, readFileSync } from 'node:fs';
import type { Entry } from '@/utils/duplicates';
import type { ValueKind } from '@/utils/people/same-person';

const FOLDER = new URL('../../../shared/fixtures/dedupe/', import.meta.url);
export const given = existsSync(new URL('febrl3-people.csv', FOLDER));

const KINDS: Readonly<Record<string, ValueKind>> = {
  given_name: 'given',
  surname: 'family',
  street_number: 'houseNumber',
  address_1: 'street',
  address_2: 'street',
  suburb: 'city',
  postcode: 'postcode',
  state: 'region',
  date_of_birth: 'birthDate',
  soc_sec_id: 'identifier',
};

const lines = (file: string): readonly (readonly string[])[] =>
  readFileSync(new URL(file, FOLDER), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));

/** The records; with the number that an address book seldom has, or without it. */
export function givenSet(identifier: boolean): { entries: readonly Entry[]; truth: ReadonlyMap<string, string> } {
  const [heading = [], ...rows] = lines('febrl3-people.csv');
  const entries = rows.map((cells): Entry => {
    const values: { [K in ValueKind]?: string[] } = {};
    for (const [at, name] of heading.entries()) {
      const kind = KINDS[name];
      const value = cells[at] ?? '';
      if (kind === undefined || value === '' || (kind === 'identifier' && !identifier)) continue;
      values[kind] = [...(values[kind] ?? []), value];
    }
    return { id: cells[0] ?? '', values };
  });
  return {
    entries,
    truth: new Map(
      lines('febrl3-truth.csv')
        .slice(1)
        .map(([id = '', who = '']) => [id, who]),
    ),
  };
}
