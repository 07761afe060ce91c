// Whom an entry is about: by these keys it takes its turn, is found again, and holds up what comes after it.

import type { PersonRef } from '@/utils/people/types';
import type { Entry } from './types';

type About = Pick<Entry, 'connection' | 'person' | 'others'>;

/** Everybody it is about, each once. */
export const refsOf = ({ connection, person, others = [] }: About): readonly PersonRef[] =>
  [...new Set([...(person === null ? [] : [person]), ...others])].map((id) => ({ connection, id }));

export const keyOf = ({ connection, id }: PersonRef): string => `${connection}|${id}`;

export const peopleOf = (about: About): readonly string[] => refsOf(about).map(keyOf);

/** What is about nobody goes by its own id. */
export function keysOf(entry: About & { readonly id: string }): readonly string[] {
  const people = peopleOf(entry);
  return people.length > 0 ? people : [`${entry.connection}||${entry.id}`];
}
