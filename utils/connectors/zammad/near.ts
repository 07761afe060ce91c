import type { Near, NearReason } from '@/utils/connectors/types';
import { domainOf, localPart } from '@/utils/people/address';
import { domainDistance, EDITS } from '@/utils/people/domain-distance';
import { foldName } from '@/utils/people/fold';
import type { Address } from '@/utils/people/types';
import { allOf, anyOf, where } from './conditions';
import type { Known } from './known';
import { listUsers } from './load';
import { emailsOf, nameOf, rowOf } from './person';
import type { User } from './shapes';
import type { Zammad } from './zammad';

/** More suggestions than this are noise. */
const MOST = 5;

interface Query {
  readonly address: Address | null;
  readonly name: string;
}

/** Suggestions, best first: never people who have the address itself. Before 6.5 there are none. */
export async function near(zammad: Zammad, known: Known, query: Query, signal?: AbortSignal): Promise<Near[]> {
  const asking = { call: 'near', signal };
  if ((await known.generation.get('near')) === 'query') return [];
  const words = query.name.trim().split(/\s+/u);
  const called = allOf([
    where('user.firstname', 'is', words[0] ?? ''),
    where('user.lastname', 'is', words.slice(1).join(' ')),
  ]);
  const begun = query.address === null ? null : where('user.email', 'starts with', `${localPart(query.address)}@`);
  const condition = anyOf([called, begun]);
  if (condition === null) return [];
  const users = await listUsers(zammad, condition, asking);
  signal?.throwIfAborted();
  const suggested = users
    .flatMap((user) => {
      const why = reasonOf(user, query);
      return why === null ? [] : [{ user, ...why }];
    })
    .toSorted((a, b) => a.rank - b.rank || Number(a.user.id) - Number(b.user.id))
    .slice(0, MOST);
  return Promise.all(
    suggested.map(async ({ user, reason }) => ({ person: await rowOf(zammad, known, user, 'near'), reason })),
  );
}

function reasonOf(user: User, { address, name }: Query): { reason: NearReason; rank: number } | null {
  const own = emailsOf(user).map((email) => email.address);
  if (address !== null && own.includes(address)) return null;
  const sameName = name.trim() !== '' && foldName(nameOf(user)) === foldName(name);
  const alike =
    address === null
      ? undefined
      : own.find(
          (one) => localPart(one) === localPart(address) && domainDistance(domainOf(address), domainOf(one)) <= EDITS,
        );
  if (alike !== undefined) {
    return { reason: { kind: 'similar-address', address: alike, sameName }, rank: sameName ? 0 : 2 };
  }
  return sameName ? { reason: { kind: 'name', address: own[0] ?? null }, rank: 1 } : null;
}
