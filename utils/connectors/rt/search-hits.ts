import type { Because, PersonHit, SearchSort } from '@/utils/connectors/types';
import { commonPlaces, whereFound } from '@/utils/connectors/where-found';
import { foldName } from '@/utils/people/fold';
import type { Person } from '@/utils/people/types';

/** Where the words stand, see `whereFound`. `called`: the name with which they sign in. */
export const because = (person: Person, called: string, words: readonly string[]): Because | 'seen' | null =>
  whereFound(person, words, [...commonPlaces(person), { kind: 'id', text: called }]);

/** Best first: who is called so, then whose name or address shows it. */
export function sorted(hits: readonly PersonHit[], sort: SearchSort, words: readonly string[] = []): PersonHit[] {
  const rank = ({ person, because: reason }: PersonHit): number => {
    if (reason !== undefined) return 2;
    const name = foldName(person.name);
    return words.every((word) => ` ${name}`.includes(` ${word}`)) ? 0 : 1;
  };
  return hits.toSorted((a, b) => {
    if (sort === 'newest') return Number(b.person.ref.id) - Number(a.person.ref.id);
    return (sort === 'best' ? rank(a) - rank(b) : 0) || a.person.name.localeCompare(b.person.name);
  });
}
