import type { Near, NearReason } from '@/utils/connectors/types';
import { domainOf, localPart, withoutDots } from '@/utils/people/address';
import { domainDistance, EDITS } from '@/utils/people/domain-distance';
import { foldName } from '@/utils/people/fold';
import type { Address } from '@/utils/people/types';
import type { Known } from './known';
import { listUsers } from './load';
import { emailsOf, personOf } from './person';
import { type Condition, like, type Rt } from './rt';
import type { User } from './shapes';

/** More suggestions than this are noise. */
const MOST = 5;

interface Query {
  readonly address: Address | null;
  readonly name: string;
}

/**
 * Suggestions, best first: never people who have the address itself. Two calls: RT joins conditions upon one field by
 * "or". What it finds is checked, since it may have ignored the question.
 */
export async function near(rt: Rt, known: Known, query: Query, signal?: AbortSignal): Promise<Near[]> {
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
      const why = reasonOf(rt, user, query.address, name);
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

function reasonOf(rt: Rt, user: User, address: Address | null, name: string) {
  const own = emailsOf(rt, user).map((email) => email.address);
  if (address !== null && own.includes(address)) return null;
  const sameName = name !== '' && foldName(user.RealName) === name;
  const [alike] =
    address === null
      ? []
      : own
          .filter((one) => localPart(one) === localPart(address))
          .map((one) => ({ one, distance: domainDistance(domainOf(address), domainOf(one)) }))
          .filter(({ distance }) => distance <= EDITS)
          .sort((a, b) => a.distance - b.distance);
  if (alike !== undefined) {
    const reason: NearReason = { kind: 'similar-address', address: alike.one, sameName };
    return { reason, rank: (sameName ? 0 : 10) + alike.distance };
  }
  const dotless = address === null ? null : withoutDots(address);
  const dotted = dotless === null ? undefined : own.find((one) => withoutDots(one) === dotless);
  if (dotted !== undefined) return { reason: { kind: 'dots', address: dotted } as const, rank: 5 };
  return sameName ? { reason: { kind: 'name', address: own[0] ?? null } as const, rank: 8 } : null;
}
