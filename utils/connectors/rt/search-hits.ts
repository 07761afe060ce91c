import type { Because, PersonHit, SearchSort } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import type { Person } from '@/utils/people/types';

/**
 * Where the words stand: 'seen' in what is shown anyway; null where one of them stands nowhere. `called`: the name with
 * which they sign in.
 */
export function because(person: Person, called: string, words: readonly string[]): Because | 'seen' | null {
  const seen = [person.name, ...person.emails.slice(0, 1).map(({ address }) => address)].map(foldName);
  const more: readonly Because[] = [
    ...person.memberships.map(({ name }): Because => ({ kind: 'organisation', text: name })),
    ...person.emails.slice(1).map(({ address }): Because => ({ kind: 'field', text: address })),
    ...person.fields.map(
      ({ label, value }): Because => ({ kind: 'field', text: value, ...(label === undefined ? {} : { title: label }) }),
    ),
    { kind: 'id', text: called },
  ];
  const unseen = words.filter((word) => !seen.some((text) => text.includes(word)));
  if (unseen.length === 0) return 'seen';
  const found = unseen.map((word) => more.find(({ text }) => foldName(text).includes(word)));
  return found.includes(undefined) ? null : (found[0] ?? null);
}

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
