import type { Requestor } from '@/utils/connectors/types';
import { parseAddress } from '@/utils/people/address';
import { ProblemError } from '@/utils/problem';
import { nameOf } from './person';
import { ask, isId, type Rt } from './rt';
import { pageOf, TicketNumberShape, TicketRequestorsShape } from './shapes';

const call = 'requestors';

/**
 * Who a ticket is from. Only a list tells the numbers of people, and it leaves out what the login may not see; then the
 * ticket itself tells why, or which ticket it was merged into.
 */
export async function requestors(rt: Rt, ticket: string, signal?: AbortSignal): Promise<readonly Requestor[]> {
  if (!isId(ticket)) throw new ProblemError({ kind: 'missing', connection: rt.connection, call });
  const listed = await list(rt, ticket, signal);
  if (listed !== null) return listed;
  const path = `ticket/${ticket}`;
  const { id } = await ask(rt, TicketNumberShape, { path, call, ...(signal ? { signal } : {}) });
  return id === ticket || !isId(id) ? [] : ((await list(rt, id, signal)) ?? []);
}

async function list(rt: Rt, ticket: string, signal?: AbortSignal): Promise<readonly Requestor[] | null> {
  const search = {
    query: `id = ${ticket}`,
    fields: 'Requestor',
    'fields[Requestor]': 'id,Name,EmailAddress,RealName',
    per_page: 1,
  };
  const { items } = await ask(rt, pageOf(TicketRequestorsShape), {
    path: 'tickets',
    search,
    call,
    ...(signal ? { signal } : {}),
  });
  const found = items.find(({ id }) => id === ticket);
  return (
    found?.Requestor.filter(({ id }) => isId(id)).map((user) => ({
      id: user.id,
      name: nameOf(user),
      address: parseAddress(user.EmailAddress),
    })) ?? null
  );
}
