import type { Found, MatchReason } from '@/utils/connectors/types';
import { withoutTag } from '@/utils/people/address';
import type { Address } from '@/utils/people/types';
import type { Known } from './known';
import { usersByAddress, usersByTag } from './load';
import { emailsOf, toPerson } from './person';
import type { User } from './shapes';
import type { Tickets } from './tickets';
import { type Asking, orWithout, type Zammad } from './zammad';

interface Hit {
  readonly user: User;
  readonly reason: MatchReason;
}

/** Who has this address as address or as login; only if there is nobody, who has it without the +tag of either side. */
export async function find(
  zammad: Zammad,
  known: Known,
  tickets: Tickets,
  address: Address,
  signal?: AbortSignal,
): Promise<Found[]> {
  signal?.throwIfAborted();
  const asking = { call: 'find', signal };
  // Needed for whoever is found; under way while they are looked for.
  for (const one of [known.fields, known.roles, known.states]) one.get('find').catch(() => undefined);
  const exact = await byAddress(zammad, known, address, asking);
  const hits = exact.length > 0 ? exact : await byTag(zammad, known, address, asking);
  signal?.throwIfAborted();
  const found = await Promise.all(
    hits.map(async ({ user, reason }) => {
      const [person, counts] = await Promise.all([
        toPerson(zammad, known, user, asking),
        orWithout(tickets.count(user.id, asking), counted(user)),
      ]);
      return { person, reason, ...counts };
    }),
  );
  signal?.throwIfAborted();
  return found;
}

/** As Zammad's own job counts them, in all groups and some time ago. */
const counted = ({ preferences: { tickets_open: open, tickets_closed: closed } }: User) => ({
  openTickets: open,
  tickets: open + closed,
});

async function byAddress(zammad: Zammad, known: Known, address: Address, asking: Asking): Promise<readonly Hit[]> {
  const users = await usersByAddress(zammad, known, address, asking);
  return users.map((user): Hit => {
    const isPrimary = emailsOf(user).some((one) => one.primary && one.address === address);
    return { user, reason: { kind: isPrimary ? 'primary' : 'other-address' } };
  });
}

async function byTag(zammad: Zammad, known: Known, address: Address, asking: Asking): Promise<readonly Hit[]> {
  const bare = withoutTag(address);
  const [same, tagged] = await Promise.all([
    bare === address ? [] : usersByAddress(zammad, known, bare, asking),
    usersByTag(zammad, known, bare, asking),
  ]);
  return [
    ...same.map((user): Hit => ({ user, reason: { kind: 'tag', address: bare } })),
    ...tagged
      .filter(({ user }) => !same.some(({ id }) => id === user.id))
      .map(({ user, address: theirs }): Hit => ({ user, reason: { kind: 'tag', address: theirs } })),
  ];
}
