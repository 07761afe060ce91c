import type { Because, PersonHit } from '@/utils/connectors/types';
import { commonPlaces, whereFound } from '@/utils/connectors/where-found';
import { foldName } from '@/utils/people/fold';
import type { Person } from '@/utils/people/types';

/** Where the words stand, see `whereFound`. */
export const becauseOf = (person: Person, words: readonly string[]): Because | 'seen' | null =>
  whereFound(person, words, [
    ...commonPlaces(person),
    { kind: 'field', text: person.summary },
    { kind: 'id', text: person.ref.id },
  ]);

/** Who is called so comes first: 0, then by the address, then by anything else. */
export function rank({ person, because }: PersonHit, words: readonly string[]): number {
  if (because !== undefined) return 2;
  const name = ` ${foldName(person.name)}`;
  return words.every((word) => name.includes(` ${word}`)) ? 0 : 1;
}
