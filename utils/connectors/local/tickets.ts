import { Dexie } from 'dexie';
import type { Range, TicketSort } from '@/utils/connectors/types';
import type { Part, Ticket } from '@/utils/people/types';
import type { BookDatabase } from './database';
import type { TicketRow } from './schema';

/** Of one person, by last reply unless told otherwise, with the honest total: counted in the index. */
export async function readTickets(
  database: BookDatabase,
  person: number,
  which: 'open' | 'resolved',
  range: Range & { readonly sort?: TicketSort },
): Promise<Part<Ticket>> {
  const open = which === 'open' ? 1 : 0;
  // One transaction for all that is read: to open one costs as much as to read from it.
  return database.transaction('r', database.tickets, async () => {
    const [total, rows] = await Promise.all([
      ticketsOf(database, person, open, 'updatedAt').count(),
      sorted(database, person, open, range.sort ?? 'last-reply', range.limit),
    ]);
    return { items: rows.map(toTicket), total };
  });
}

/** Counted in the index: no ticket is read. */
export async function countTickets(
  database: BookDatabase,
  person: number,
): Promise<{ openTickets: number; tickets: number }> {
  const [open, resolved] = await Promise.all([
    ticketsOf(database, person, 1, 'updatedAt').count(),
    ticketsOf(database, person, 0, 'updatedAt').count(),
  ]);
  return { openTickets: open, tickets: open + resolved };
}

export function countOrganisationTickets(database: BookDatabase, organisation: number): PromiseLike<number> {
  return database.tickets.where('organisation').equals(organisation).count();
}

export function toTicket(row: TicketRow): Ticket {
  const { id, number, title, state, urgent, createdAt, updatedAt, notifies } = row;
  const ticket = { id: String(id), number, title, state, urgent: urgent === 1, createdAt, updatedAt };
  return notifies === undefined ? ticket : { ...ticket, notifies };
}

async function sorted(
  database: BookDatabase,
  person: number,
  open: 0 | 1,
  sort: TicketSort,
  limit: number,
): Promise<TicketRow[]> {
  if (sort === 'oldest') return ticketsOf(database, person, open, 'createdAt').limit(limit).toArray();
  if (sort === 'newest') return ticketsOf(database, person, open, 'createdAt').reverse().limit(limit).toArray();
  const byReply = (at: number) => ticketsOf(database, person, open, 'updatedAt').reverse().limit(at).toArray();
  if (sort === 'last-reply') return byReply(limit);
  const urgent = await database.tickets
    .where('[person+open+urgent+updatedAt]')
    .between([person, open, 1, Dexie.minKey], [person, open, 1, Dexie.maxKey])
    .reverse()
    .limit(limit)
    .toArray();
  if (urgent.length === limit) return urgent;
  // All urgent ones are known by now, so among the first `limit` there are enough others behind them.
  const rest = (await byReply(limit)).filter((row) => row.urgent !== 1);
  return [...urgent, ...rest].slice(0, limit);
}

// A collection keeps the limit and the direction it was given: a new one for each question.
function ticketsOf(database: BookDatabase, person: number, open: 0 | 1, by: 'createdAt' | 'updatedAt') {
  return database.tickets
    .where(`[person+open+${by}]`)
    .between([person, open, Dexie.minKey], [person, open, Dexie.maxKey]);
}
