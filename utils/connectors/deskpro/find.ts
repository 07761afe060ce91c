import type { Found, MatchReason } from '@/utils/connectors/types';
import { withoutTag } from '@/utils/people/address';
import type { Address } from '@/utils/people/types';
import { peopleByAddress, peopleByTag } from './chain';
import type { Asking, Deskpro } from './deskpro';
import type { Known } from './known';
import { hasAddress } from './load';
import { emailsOf, type Loaded, toPerson } from './person';
import { countTickets } from './tickets';

interface Hit {
  readonly loaded: Loaded;
  readonly reason: MatchReason;
}

/** Everybody who has this address, primary or not; only if there is nobody, who has it without the +tag of either side. */
export async function find(desk: Deskpro, known: Known, address: Address, signal?: AbortSignal): Promise<Found[]> {
  signal?.throwIfAborted();
  const asking = { call: 'find', signal };
  // Needed for whoever is found; under way while they are looked for.
  known.lists.get('find').catch(() => undefined);
  const exact = await byAddress(desk, address, asking);
  const hits = exact.length > 0 ? exact : await byTag(desk, address, asking);
  signal?.throwIfAborted();
  const found = await Promise.all(
    hits.map(async ({ loaded, reason }) => {
      const [person, counts] = await Promise.all([
        toPerson(desk, known, loaded, asking),
        countTickets(desk, { person: loaded.person.id }, asking),
      ]);
      return { person, reason, openTickets: counts.open, tickets: counts.open + counts.resolved };
    }),
  );
  signal?.throwIfAborted();
  return found;
}

const byAddress = async (desk: Deskpro, address: Address, asking: Asking): Promise<readonly Hit[]> =>
  (await peopleByAddress(desk, address, asking)).map((loaded) => ({ loaded, reason: exactReason(loaded, address) }));

const exactReason = ({ person }: Loaded, address: Address): MatchReason => ({
  kind: emailsOf(person).some((one) => one.primary && one.address === address) ? 'primary' : 'other-address',
});

async function byTag(desk: Deskpro, address: Address, asking: Asking): Promise<readonly Hit[]> {
  const bare = withoutTag(address);
  const same = bare === address ? [] : await peopleByAddress(desk, bare, asking);
  const tagged = await peopleByTag(desk, bare, asking);
  return [
    ...same.map((loaded): Hit => ({ loaded, reason: { kind: 'tag', address: bare } })),
    ...tagged
      .filter(({ person }) => !same.some((one) => one.person.id === person.id))
      .map((loaded): Hit => {
        // Named by a part of the address only, and theirs all the same.
        if (hasAddress(loaded, address)) return { loaded, reason: exactReason(loaded, address) };
        const theirs = emailsOf(loaded.person).find((one) => withoutTag(one.address) === bare);
        return { loaded, reason: { kind: 'tag', address: theirs?.address ?? bare } };
      }),
  ];
}
