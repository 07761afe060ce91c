import { Dexie } from 'dexie';
import type { Made } from '@/utils/changes/types';
import { writeLog } from './log';
import { toId } from './person';
import type { TicketRow } from './schema';
import { oneLine, within } from './texts';
import { after, type Job, personOf, refusal, type Write } from './write';

/** Opens a ticket for somebody, with the next number that is free. Fails with `invalid` without a title. */
export const createTicket: Write<'ticket.create'> = (job) => {
  const { people, tickets, changeLog, touched } = job.database;
  const title = oneLine(within(job, job.change.title, 'line'));
  const text = within(job, job.change.text, 'text').trim();
  if (title === '') throw refusal(job, 'invalid', { detail: 'no title' });
  return job.database.transaction('rw', [people, tickets, changeLog, touched], async () => {
    const person = await personOf(job);
    const organisation = person.memberships?.[0]?.organisation;
    const ticket: Omit<TicketRow, 'id'> = {
      person: person.id,
      ...(organisation === undefined ? {} : { organisation }),
      number: await nextNumber(job),
      title,
      state: 'new',
      open: 1,
      ...(job.change.urgent ? { urgent: 1 } : {}),
      ...(text === '' ? {} : { text }),
      createdAt: job.stamp.at,
      updatedAt: job.stamp.at,
    };
    const id = await tickets.add(ticket);
    return logged(job, { ...ticket, id }, null, title, true);
  });
};

/** Takes back a ticket that was just opened. Fails with `conflict` if it was touched since, `theirs` is its state. */
export const deleteTicket: Write<'ticket.delete'> = (job) => {
  const { people, tickets, charges, activity, changeLog, touched } = job.database;
  return job.database.transaction('rw', [people, tickets, charges, activity, changeLog, touched], async () => {
    const ticket = await ticketOf(job, job.change.ticket);
    const used = await Promise.all([
      charges.where('ticket').equals(ticket.id).count(),
      activity.where('ticket').equals(ticket.id).count(),
    ]);
    if (ticket.updatedAt !== job.change.version || used.some((count) => count > 0)) {
      throw refusal(job, 'conflict', { theirs: ticket.state, detail: ticket.number });
    }
    await tickets.delete(ticket.id);
    return logged(job, ticket, ticket.title, null, true);
  });
};

/** Fails with `conflict` where the ticket is in another state than `from`. */
export const setTicketState: Write<'ticket.state'> = (job) =>
  changeTicket(job, (ticket) => {
    const { from, to } = job.change;
    if (ticket.state !== from) throw refusal(job, 'conflict', { theirs: ticket.state });
    return from === to ? null : { ticket: { ...ticket, state: to, open: to === 'resolved' ? 0 : 1 }, from, to };
  });

/** Fails with `conflict` where the ticket is as urgent as it is to become. */
export const setTicketUrgent: Write<'ticket.urgent'> = (job) =>
  changeTicket(job, ({ urgent, ...rest }) => {
    const { from, to } = job.change;
    if ((urgent === 1) !== from) throw refusal(job, 'conflict', { theirs: urgent === 1 });
    if (from === to) return null;
    return {
      ticket: to ? { ...rest, urgent: 1 } : rest,
      from: String(from),
      to: String(to),
    };
  });

/** Where a ticket's mails go. Fails with `invalid` for an address that its person does not have. */
export const setTicketNotify: Write<'ticket.notify'> = (job) =>
  changeTicket(job, async ({ notifies, ...rest }) => {
    const { from, to } = job.change;
    const now = notifies ?? null;
    if (now !== from) throw refusal(job, 'conflict', { theirs: now });
    if (from === to) return null;
    const { emails } = await personOf(job);
    if (to !== null && !emails.some(({ address }) => address === to)) throw refusal(job, 'invalid', { detail: to });
    return { ticket: to === null ? rest : { ...rest, notifies: to }, from, to };
  });

interface Step {
  readonly ticket: TicketRow;
  readonly from: string | null;
  readonly to: string | null;
}

function changeTicket(job: Job<TicketChange>, step: (row: TicketRow) => Step | null | Promise<Step | null>) {
  const { people, tickets, changeLog, touched } = job.database;
  return job.database.transaction('rw', [people, tickets, changeLog, touched], async (): Promise<Made> => {
    const row = await ticketOf(job, job.change.ticket);
    const next = await step(row);
    if (next === null) return versionOf(row);
    const ticket = { ...next.ticket, updatedAt: after(row.updatedAt, job.stamp.at) };
    await tickets.put(ticket);
    return logged(job, ticket, next.from, next.to, ticket.open !== row.open);
  });
}

type TicketChange = 'ticket.state' | 'ticket.urgent' | 'ticket.notify';

async function ticketOf(job: Job, id: string): Promise<TicketRow> {
  const ticket = await job.database.tickets.get(toId(id) ?? 0);
  if (ticket === undefined || String(ticket.person) !== job.change.person) {
    throw refusal(job, 'missing', { detail: 'ticket' });
  }
  return ticket;
}

/** After the highest; words among the numbers of other programs do not count. */
async function nextNumber({ database }: Job): Promise<string> {
  const numbers = await database.tickets.where('number').between(Dexie.minKey, Dexie.maxKey).uniqueKeys();
  const highest = numbers.reduce<number>((most, number) => {
    const count = /^\d{1,15}$/.test(String(number)) ? Number(number) : 0;
    return Math.max(most, count);
  }, 0);
  return String(highest + 1);
}

const versionOf = ({ id, updatedAt }: TicketRow): Made => ({ id: String(id), version: updatedAt });

async function logged(job: Job, ticket: TicketRow, from: string | null, to: string | null, found: boolean) {
  const made = versionOf(ticket);
  await writeLog(job, ticket.person, { field: 'ticket', which: ticket.number, from, to }, made);
  // Search knows of tickets by their number, and how many are open.
  if (found) await job.database.touched.add({ person: ticket.person });
  return made;
}
