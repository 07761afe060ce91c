import { type NearQuery, nearReason } from '@/utils/connectors/near-reason';
import type { Near } from '@/utils/connectors/types';
import { localPart } from '@/utils/people/address';
import { orElse, type Part, together } from './batch';
import { FoundShape, inText } from './chain';
import type { Deskpro } from './deskpro';
import { type Known, namesFor } from './known';
import { loadAll, PeopleShape, peopleIn } from './load';
import { INCLUDE, personOf } from './person';

/** More suggestions than this are noise. */
const MOST = 5;
const LOOKED_AT = 25;

/** Suggestions, best first: never people who have the address itself. */
export async function near(desk: Deskpro, known: Known, query: NearQuery, signal?: AbortSignal): Promise<Near[]> {
  const asking = { call: 'near', signal };
  const name = query.name.trim();
  const parts: Record<string, Part> = {
    ...(name === '' ? {} : { name: { path: 'people', search: { search: name, count: LOOKED_AT, include: INCLUDE } } }),
    ...(name === '' ? {} : { text: { path: 'search/people_and_orgs', search: { q: name } } }),
    ...(query.address === null
      ? {}
      : { local: { path: 'search/people_and_orgs', search: { q: localPart(query.address) } } }),
  };
  if (Object.keys(parts).length === 0) return [];
  const [answers, lists] = await Promise.all([together(desk, parts, asking), namesFor(known, 'near')]);
  const named = 'name' in parts ? orElse(() => peopleIn(answers('name', PeopleShape)).people, []) : [];
  const ids = ['text', 'local']
    .filter((key) => key in parts)
    .flatMap((key): readonly string[] =>
      inText(
        orElse(() => answers(key, FoundShape), []),
        () => true,
      ),
    )
    .filter((id) => !named.some(({ person }) => person.id === id));
  const all = [...named, ...(await loadAll(desk, ids, asking))];
  signal?.throwIfAborted();
  return all
    .map((loaded) => personOf(desk, lists, loaded))
    .flatMap((person) => {
      const own = person.emails.map(({ address }) => address);
      const why = nearReason(own, person.name, query);
      return why === null ? [] : [{ person, ...why }];
    })
    .toSorted((a, b) => a.rank - b.rank || Number(a.person.ref.id) - Number(b.person.ref.id))
    .slice(0, MOST)
    .map(({ person, reason }) => ({ person, reason }));
}
