import type { Because, PersonHit } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import type { Person } from '@/utils/people/types';

/** Where the words stand: 'seen' in what is shown anyway; null where one of them stands nowhere. */
export function becauseOf(person: Person, words: readonly string[]): Because | 'seen' | null {
  const seen = [person.name, ...person.emails.slice(0, 1).map(({ address }) => address)].map(foldName);
  const more: readonly Because[] = [
    ...person.memberships.map(({ name }): Because => ({ kind: 'organisation', text: name })),
    ...person.emails.slice(1).map(({ address }): Because => ({ kind: 'field', text: address })),
    ...person.fields.map(
      ({ label, value }): Because => ({ kind: 'field', text: value, ...(label === undefined ? {} : { title: label }) }),
    ),
    { kind: 'field', text: person.summary },
    { kind: 'id', text: person.ref.id },
  ];
  const unseen = words.filter((word) => !seen.some((text) => text.includes(word)));
  if (unseen.length === 0) return 'seen';
  const found = unseen.map((word) => more.find(({ text }) => foldName(text).includes(word)));
  return found.includes(undefined) ? null : (found[0] ?? null);
}

/** Who is called so comes first: 0, then by the address, then by anything else. */
export function rank({ person, because }: PersonHit, words: readonly string[]): number {
  if (because !== undefined) return 2;
  const name = ` ${foldName(person.name)}`;
  return words.every((word) => name.includes(` ${word}`)) ? 0 : 1;
}
