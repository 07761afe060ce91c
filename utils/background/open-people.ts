import { isPrivate } from '@/utils/browser/tabs';
import { sameRef } from '@/utils/people/ref';
import type { Person } from '@/utils/people/types';
import type { Views } from './tab-state';

/**
 * Whose profiles stand in other tabs than `tab`, of one connection, as they were read there. What a private window is
 * about is not told in another one.
 */
export async function openPeople(views: Views, tab: number, connection: string): Promise<readonly Person[]> {
  const others = (await views.tabs()).filter((other) => other !== tab);
  const people = await Promise.all(
    others.map(async (other) => {
      if ((await isPrivate(other)) && !(await isPrivate(tab))) return [];
      const { shown, answers } = await views.get(other);
      const { matches = [] } = answers.find(({ source }) => source.id === connection) ?? {};
      // Several who have one address: nobody stands there until one is picked.
      const whom = matches.length === 1 ? matches : matches.filter(({ person }) => sameRef(person.ref, shown));
      return whom.map(({ person }) => person);
    }),
  );
  return [...new Map(people.flat().map((person) => [person.ref.id, person])).values()];
}
