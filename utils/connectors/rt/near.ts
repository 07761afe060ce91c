import { type NearQuery, nearReason } from '@/utils/connectors/near-reason';
import type { Near } from '@/utils/connectors/types';
import { localPart, withoutDots } from '@/utils/people/address';
import { foldName } from '@/utils/people/fold';
import type { Address } from '@/utils/people/types';
import type { Known } from './known';
import { listUsers } from './load';
import { emailsOf, personOf } from './person';
import { type Condition, like, type Rt } from './rt';

/** More suggestions than this are noise. */
const MOST = 5;

/**
 * Suggestions, best first: never people who have the address itself. Two calls: RT joins conditions upon one field by
 * "or". What it finds is checked, since it may have ignored the question.
 */
export async function near(rt: Rt, known: Known, query: NearQuery, signal?: AbortSignal): Promise<Near[]> {
  const asking = { call: 'near', signal };
  const name = foldName(query.name);
  const [similar, named, fields] = await Promise.all([
    query.address === null ? [] : listUsers(rt, byAddress(query.address), asking),
    name === '' ? [] : listUsers(rt, [{ field: 'RealName', operator: 'LIKE', value: like(query.name.trim()) }], asking),
    known.fields('near'),
  ]);
  signal?.throwIfAborted();
  const rows = new Map([...similar, ...named].map((user) => [user.id, user]));
  return [...rows.values()]
    .flatMap((user) => {
      const own = emailsOf(rt, user).map(({ address }) => address);
      const why = nearReason(own, user.RealName, query);
      return why === null ? [] : [{ user, ...why }];
    })
    .sort((a, b) => a.rank - b.rank || Number(a.user.id) - Number(b.user.id))
    .slice(0, MOST)
    .map(({ user, reason }) => ({ person: personOf(rt, user, fields), reason }));
}

function byAddress(address: Address): readonly Condition[] {
  const field = 'EmailAddress';
  const dotless = withoutDots(address);
  const same: Condition = { field, operator: 'STARTSWITH', value: like(`${localPart(address)}@`) };
  if (dotless === null) return [same];
  // A dot may stand between any two letters.
  return [same, { field, operator: 'LIKE', value: like(`${[...localPart(dotless)].join('%')}%@`) }];
}
