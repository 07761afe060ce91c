import type { TicketPage } from '@/utils/people/record';
import { ProblemError } from '@/utils/problem';
import { toBilling } from './charges';
import type { BookDatabase } from './database';
import { toActivity } from './history-items';
import { toPeople } from './person';
import { toTicket } from './tickets';

/** A ticket with all that the book knows of it; `now` (ISO) says which month is the present one. Fails with `missing`. */
export async function readTicketPage(
  database: BookDatabase,
  connection: string,
  id: number,
  now: string,
): Promise<TicketPage> {
  const { tickets, people, teams, organisations, groups, customFields, charges, activity, counts } = database;
  const tables = [tickets, people, teams, organisations, groups, customFields, charges, activity, counts];
  return database.transaction('r', tables, async () => {
    const row = await tickets.get(id);
    if (row === undefined) throw new ProblemError({ kind: 'missing', connection, call: 'ticket' });
    const [person, agent, team, organisation, charged, done] = await Promise.all([
      people.get(row.person),
      row.agent === undefined ? undefined : people.get(row.agent),
      row.team === undefined ? undefined : teams.get(row.team),
      row.organisation === undefined ? undefined : organisations.get(row.organisation),
      charges.where('ticket').equals(id).sortBy('at'),
      activity.where('ticket').equals(id).reverse().sortBy('at'),
    ]);
    const [writer] = person === undefined ? [] : await toPeople(database, connection, [person]);
    const numbers = new Map([[id, row.number]]);
    return {
      ticket: toTicket(row),
      ...(row.text === undefined ? {} : { text: row.text }),
      person: writer ?? null,
      agent: agent?.name ?? null,
      team: team?.name ?? null,
      organisation: organisation === undefined ? null : { id: String(organisation.id), name: organisation.name },
      labels: row.labels ?? [],
      charges: charged.length === 0 ? null : toBilling(charged, numbers, { limit: charged.length, now }),
      activity: done.map((one) => toActivity(one, numbers)),
    };
  });
}
