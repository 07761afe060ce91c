// A page of a server that is connected here too names people by the ids that its API takes. They are surer than any
// address that the page writes, and mean nothing, or somebody else, at every other server.
import type { Found, Session } from '@/utils/connectors/types';
import type { SourceAnswer } from '@/utils/messages/view';
import type { Party } from '@/utils/people/message';
import type { Address, Person } from '@/utils/people/types';

/** Where a server stands, in the one form that two can be compared in; null for what is no address. */
function standing(address: string): string | null {
  try {
    const { origin, pathname } = new URL(address);
    return origin + pathname.replace(/\/+$/u, '');
  } catch {
    return null;
  }
}

/** Is it this server whose page said so? Two on one host are told apart by their paths. */
export function isOf({ site }: Pick<Session, 'site'>, server: string | undefined): boolean {
  if (site === undefined || server === undefined) return false;
  const there = standing(site);
  return there !== null && there === standing(server);
}

/** The id by which a server has this person; null where it has to be asked by address. */
export const recordAt = (session: Pick<Session, 'site'>, { record, server }: Pick<Party, 'record' | 'server'>) =>
  record !== undefined && isOf(session, server) ? record : null;

const MARK = '#';

/** What an answer was asked by and is remembered under. No address begins so and has no at sign. */
export const recordKey = (id: string): string => MARK + id;

/** The one whom the page itself means, if this answer has them. */
export const meant = ({ asked, matches }: SourceAnswer): Person | undefined =>
  asked?.startsWith(MARK) === true && !asked.includes('@') ? matches[0]?.person : undefined;

/** The record of an id, as if it had been found. Fails with `missing`. */
export async function findRecord(
  { get, counts, reads: { tickets } }: Session,
  id: string,
  address: Address | null,
  signal: AbortSignal,
): Promise<Found> {
  const count = async (which: 'open' | 'resolved'): Promise<number> =>
    tickets === undefined ? 0 : (await tickets(id, which, { limit: 1 }, signal)).total;
  const countBoth = async () => {
    const [openTickets, resolved] = await Promise.all([count('open'), count('resolved')]);
    return { openTickets, tickets: openTickets + resolved };
  };
  const [person, counted] = await Promise.all([get(id, signal), counts?.(id, signal) ?? countBoth()]);
  const named = person.emails.find((email) => email.address === address);
  return { person, reason: { kind: named?.primary === false ? 'other-address' : 'primary' }, ...counted };
}
