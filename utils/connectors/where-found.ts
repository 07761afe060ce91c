import { foldName } from '@/utils/people/fold';
import type { Person } from '@/utils/people/types';
import type { Because } from './types';

/**
 * Where the words of a search stand: 'seen' in the name or the address, which are shown anyway; else the first of
 * `places` that has one of them. Null where one of them stands nowhere.
 */
export function whereFound(
  person: Person,
  words: readonly string[],
  places: readonly Because[],
): Because | 'seen' | null {
  const seen = [person.name, ...person.emails.slice(0, 1).map(({ address }) => address)].map(foldName);
  const unseen = words.filter((word) => !seen.some((text) => text.includes(word)));
  if (unseen.length === 0) return 'seen';
  const found = unseen.map((word) => places.find(({ text }) => foldName(text).includes(word)));
  return found.includes(undefined) ? null : (found[0] ?? null);
}

/** What every server tells of somebody beside the name and the first address. */
export const commonPlaces = (person: Person): readonly Because[] => [
  ...person.memberships.map(({ name }): Because => ({ kind: 'organisation', text: name })),
  ...person.emails.slice(1).map(({ address }): Because => ({ kind: 'field', text: address })),
  ...person.fields.map(
    ({ label, value }): Because => ({ kind: 'field', text: value, ...(label === undefined ? {} : { title: label }) }),
  ),
];
