import type { Requestor } from '@/utils/connectors/types';
import { loadById } from './load';
import { numberIn } from './pages';
import { emailsOf, namedOf } from './person';
import { TicketShape, TicketsShape, type ZammadTicket } from './shapes';
import { type Asking, ask, isId, missing, type Zammad } from './zammad';

/** Whose a ticket is, by its id or as `number:67001`. Fails with `missing`, with `forbidden` where it may not be read. */
export async function requestors(zammad: Zammad, ticket: string, asking: Asking): Promise<readonly Requestor[]> {
  const number = numberIn(ticket);
  const { customer_id: id } =
    number === null ? await byId(zammad, ticket, asking) : await byNumber(zammad, number, asking);
  const user = await loadById(zammad, id, asking);
  return [{ ...namedOf(user), address: emailsOf(user)[0]?.address ?? null }];
}

async function byId(zammad: Zammad, id: string, asking: Asking): Promise<ZammadTicket> {
  if (!isId(id)) throw missing(zammad, asking.call);
  return ask(zammad, TicketShape, { path: `tickets/${id}`, ...asking });
}

/** What a condition lets through is held against it: one that Zammad does not understand lets everything. */
async function byNumber(zammad: Zammad, number: string, asking: Asking): Promise<ZammadTicket> {
  const json = { condition: { 'ticket.number': { operator: 'is', value: number } }, expand: true, per_page: 5 };
  const some = await ask(zammad, TicketsShape, { path: 'tickets/search', method: 'post', json, ...asking });
  const there = some.find((one) => one.number === number);
  if (there === undefined) throw missing(zammad, asking.call);
  return there;
}
