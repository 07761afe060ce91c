import { type NearQuery, nearReason } from '@/utils/connectors/near-reason';
import type { Near } from '@/utils/connectors/types';
import { localPart } from '@/utils/people/address';
import { allOf, anyOf, where } from './conditions';
import type { Known } from './known';
import { listUsers, queryUsers } from './load';
import { emailsOf, nameOf, rowOf } from './person';
import type { User } from './shapes';
import type { Asking, Zammad } from './zammad';

/** More suggestions than this are noise. */
const MOST = 5;

/** Suggestions, best first: never people who have the address itself. */
export async function near(zammad: Zammad, known: Known, query: NearQuery, signal?: AbortSignal): Promise<Near[]> {
  const asking = { call: 'near', signal };
  const modern = (await known.generation.get('near')) === 'conditions';
  const users = await (modern ? byCondition(zammad, query, asking) : byWords(zammad, query, asking));
  signal?.throwIfAborted();
  const suggested = users
    .flatMap((user) => {
      const own = emailsOf(user).map(({ address }) => address);
      const why = nearReason(own, nameOf(user), query);
      return why === null ? [] : [{ user, ...why }];
    })
    .toSorted((a, b) => a.rank - b.rank || Number(a.user.id) - Number(b.user.id))
    .slice(0, MOST);
  return Promise.all(
    suggested.map(async ({ user, reason }) => ({ person: await rowOf(zammad, known, user, 'near'), reason })),
  );
}

function byCondition(zammad: Zammad, { address, name }: NearQuery, asking: Asking): Promise<readonly User[]> {
  const words = name.trim().split(/\s+/u);
  const called = allOf([
    where('user.firstname', 'is', words[0] ?? ''),
    where('user.lastname', 'is', words.slice(1).join(' ')),
  ]);
  const begun = address === null ? null : where('user.email', 'starts with', `${localPart(address)}@`);
  const condition = anyOf([called, begun]);
  return condition === null ? Promise.resolve([]) : listUsers(zammad, condition, asking);
}

/** Before 6.5: one column holds what is asked for, so that a name is asked for by its last word. */
async function byWords(zammad: Zammad, { address, name }: NearQuery, asking: Asking): Promise<readonly User[]> {
  const last = name.trim().split(/\s+/u).at(-1) ?? '';
  const queries = [last, address === null ? '' : localPart(address)].filter((query) => query !== '');
  const found = await Promise.all(queries.map((query) => queryUsers(zammad, query, asking)));
  return [...new Map(found.flat().map((user) => [user.id, user])).values()];
}
