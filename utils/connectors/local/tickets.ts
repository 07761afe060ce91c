import { Dexie } from 'dexie';
import type { Range } from '@/utils/connectors/types';
import type { Part, Ticket } from '@/utils/people/types';
import type { BookDatabase } from './database';
import type { TicketRow } from './schema';

/** Of one person, newest first, with the honest total. */
export async function readTickets(
  database: BookDatabase,
  person: number,
  which: 'open' | 'resolved',
  range: Range,
): Promise<Part<Ticket>> {
  // A collection keeps the limit it was given: a new one for each question.
  const tickets = () => ticketsOf(database, person, which === 'open' ? 1 : 0);
  const [total, rows] = await Promise.all([tickets().count(), tickets().reverse().limit(range.limit).toArray()]);
  return { items: rows.map(toTicket), total };
}

/** Counted in the index: no ticket is read. */
export async function countTickets(
  database: BookDatabase,
  person: number,
): Promise<{ openTickets: number; tickets: number }> {
  const [open, resolved] = await Promise.all([
    ticketsOf(database, person, 1).count(),
    ticketsOf(database, person, 0).count(),
  ]);
  return { openTickets: open, tickets: open + resolved };
}

export function countOrganisationTickets(database: BookDatabase, organisation: number): PromiseLike<number> {
  return database.tickets.where('organisation').equals(organisation).count();
}

function ticketsOf(database: BookDatabase, person: number, open: 0 | 1) {
  return database.tickets
    .where('[person+open+updatedAt]')
    .between([person, open, Dexie.minKey], [person, open, Dexie.maxKey]);
}

function toTicket({ id, number, title, state, urgent, createdAt, updatedAt }: TicketRow): Ticket {
  return { id: String(id), number, title, state, urgent: urgent === 1, createdAt, updatedAt };
}
