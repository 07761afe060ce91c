import * as v from 'valibot';
import type { Range, Sees } from '@/utils/connectors/types';
import { askAs } from './as-user';
import type { Known } from './known';
import { GroupShape, TicketsShape, type ZammadTicket } from './shapes';
import { toTicket } from './tickets';
import { type Asking, isId, missing, type Zammad } from './zammad';

/** A page that all versions give, whatever they give at most. */
const PAGE = 100;
/** More is no use to anybody, and each page is a call. */
const MOST_PAGES = 20;

/** The tickets and organisations that somebody is shown when they sign in, read in their name. */
export async function sees(
  zammad: Zammad,
  known: Known,
  person: string,
  { limit }: Range,
  signal?: AbortSignal,
): Promise<Sees> {
  const asking = { call: 'sees', signal };
  if (!isId(person) || person === '1') throw missing(zammad, asking.call);
  const [tickets, organisations] = await Promise.all([
    allTickets(zammad, person, asking),
    askAs(zammad, person, v.array(GroupShape), { path: 'organizations', search: { per_page: PAGE }, ...asking }),
  ]);
  const newest = tickets.toSorted((a, b) => b.updated_at.localeCompare(a.updated_at)).slice(0, limit);
  const items = await Promise.all(newest.map((ticket) => toTicket(zammad, known, ticket, asking.call)));
  signal?.throwIfAborted();
  return {
    tickets: { items, total: tickets.length },
    organisations: organisations.filter(({ active }) => active).map(({ id, name }) => ({ id, name })),
  };
}

/** Oldest first, with no total: read to the end. */
async function allTickets(zammad: Zammad, person: string, asking: Asking): Promise<readonly ZammadTicket[]> {
  const all: ZammadTicket[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const search = { per_page: PAGE, page };
    const some = await askAs(zammad, person, TicketsShape, { path: 'tickets', search, ...asking });
    all.push(...some);
    if (some.length < PAGE) break;
  }
  return all;
}
