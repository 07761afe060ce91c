import type { OtherPerson } from '@/utils/messages/view';
import type { Participant } from '@/utils/people/message';
import type { Place } from './find';

/** A page can name hundreds; these few are looked up, and only in the books of this browser. */
const LOOKED_UP = 20;

async function known({ party: { address } }: Participant, places: readonly Place[], signal: AbortSignal) {
  if (address === null) return null;
  for (const { source, session } of places) {
    if (!source.local) continue;
    const found = await session.find(address, signal);
    const [one] = found;
    // Several for one address: nobody is named here either.
    if (found.length !== 1 || !one) continue;
    const { person, openTickets } = one;
    return { ref: person.ref, name: person.name, organisation: person.memberships[0]?.name ?? null, openTickets };
  }
  return null;
}

/** Who of the conversation's other people is in the local books. Servers are not asked about people nobody opened. */
export async function findOthers(
  list: readonly Participant[],
  places: readonly Place[],
  signal: AbortSignal,
): Promise<readonly OtherPerson[]> {
  return Promise.all(
    list.map(async (one, index) => ({
      ...one,
      known: index < LOOKED_UP ? await known(one, places, signal).catch(() => null) : null,
    })),
  );
}
