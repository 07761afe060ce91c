import { Dexie } from 'dexie';
import type { Range, TicketSort } from '@/utils/connectors/types';
import type { Part, Ticket } from '@/utils/people/types';
import { counted } from './counted';
import { listKey } from './counts';
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
  return database.transaction('r', database.tickets, database.counts, async () => {
    const [total, rows] = await Promise.all([
      countOf(database, person, open),
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
  const [open, resolved] = await Promise.all([countOf(database, person, 1), countOf(database, person, 0)]);
  return { openTickets: open, tickets: open + resolved };
}

export async function countOrganisationTickets(database: BookDatabase, organisation: number): Promise<number> {
  const [open, resolved] = await Promise.all([
    countOrganisation(database, organisation, 1),
    countOrganisation(database, organisation, 0),
  ]);
  return open + resolved;
}

export function countOrganisation(database: BookDatabase, organisation: number, open: 0 | 1): Promise<number> {
  return counted(database, listKey.organisation(organisation, open), () =>
    ofOrganisation(database, organisation, open),
  );
}

/** By last reply, the oldest first. */
export function ofOrganisation(database: BookDatabase, organisation: number, open: 0 | 1) {
  return database.tickets
    .where('[organisation+open+updatedAt]')
    .between([organisation, open, Dexie.minKey], [organisation, open, Dexie.maxKey]);
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

const countOf = (database: BookDatabase, person: number, open: 0 | 1): Promise<number> =>
  counted(database, listKey.tickets(person, open), () => ticketsOf(database, person, open, 'updatedAt'));

// A collection keeps the limit and the direction it was given: a new one for each question.
function ticketsOf(database: BookDatabase, person: number, open: 0 | 1, by: 'createdAt' | 'updatedAt') {
  return database.tickets
    .where(`[person+open+${by}]`)
    .between([person, open, Dexie.minKey], [person, open, Dexie.maxKey]);
}
