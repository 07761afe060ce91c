import type { Made } from '@/utils/changes/types';
import { parseAddress } from '@/utils/people/address';
import type { Address, TicketState } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';
import { ask, isId } from './deskpro';
import { many, one } from './envelope';
import { loadById } from './load';
import { sendOwn } from './own-calls';
import { emailsOf, type Loaded } from './person';
import { refusedIn } from './refused';
import { type DeskproTicket, MeShape, TicketShape } from './shapes';
import { isUrgent, NORMAL, stateOf, URGENT, updatedOf } from './tickets';
import { idMade, type Job, lacking, orRefused, personOf, refusal, type Write } from './write';

const STATUS: Readonly<Record<TicketState, string>> = {
  new: 'awaiting_agent',
  'waiting-us': 'awaiting_agent',
  'waiting-them': 'awaiting_user',
  hold: 'pending',
  resolved: 'resolved',
};
/** Among so many of the newest is one that was made a moment ago. */
const FEW = 25;

/**
 * Opens a ticket of that person, given to whoever the key belongs to, as Horizon does. Its text is a note, so that no mail
 * is sent. One that Deskpro made already is that one, and is not made again.
 */
export const createTicket: Write<'ticket.create'> = async (job) => {
  const { desk, change } = job;
  const title = change.title.trim();
  const before = await personOf(job);
  if (title === '') throw refusal(job, 'invalid', { detail: 'title' });
  const { data: me } = await ask(desk, one(MeShape), { path: 'me', call: change.type });
  const agent = me.person_id || (me.person?.id ?? '');
  const json = {
    subject: title,
    person: Number(before.person.id),
    ...(isId(agent) ? { agent: Number(agent) } : {}),
    ...(change.urgent ? { urgency: URGENT } : {}),
    message: { message: change.text.trim() || title, format: 'text', is_note: true },
  };
  const asked = desk.http.answer({ path: 'tickets', method: 'post', json, call: change.type });
  return asked.then(
    async (answer) => {
      const id = idMade(answer);
      // It is made: what is answered to that is no reason to make it twice.
      return id === null ? madeAlready(job, before, title) : madeOf(await loadTicket(job, id));
    },
    async (error: unknown) => {
      if (!(error instanceof ProblemError) || !refusedIn(error.answer).codes.has('dupe_ticket')) {
        return orRefused(job, Promise.reject(error));
      }
      return madeAlready(job, before, title);
    },
  );
};

async function madeAlready(job: Job<'ticket.create'>, { person }: Loaded, title: string): Promise<Made> {
  const search = { person: person.id, order_by: 'id', order_dir: 'desc', group_sort: 'desc', count: FEW };
  const { data } = await ask(job.desk, many(TicketShape), { path: 'tickets', search, call: job.change.type });
  const [newest] = data
    .filter((ticket) => ticket.person === person.id && ticket.subject.trim() === title)
    .toSorted((a, b) => Number(b.id) - Number(a.id));
  if (newest === undefined) throw refusal(job, 'conflict', { because: 'made-already' });
  return madeOf(newest);
}

const madeOf = (ticket: DeskproTicket): Made => ({ id: ticket.id, version: updatedOf(ticket) });

export const setTicketState: Write<'ticket.state'> = async (job) => {
  const { ticket: id, from, to } = job.change;
  const ticket = await ticketOf(job, id);
  const now = stateOf(ticket);
  if (now !== from) throw refusal(job, 'conflict', { theirs: now });
  const status = STATUS[to];
  const wanted = stateOf({ status, ticket_status: '' });
  if (now === wanted) return madeOf(ticket);
  return kept(job, ticket, { status }, (after) => stateOf(after) === wanted);
};

export const setTicketUrgent: Write<'ticket.urgent'> = async (job) => {
  const { ticket: id, from, to } = job.change;
  const ticket = await ticketOf(job, id);
  const now = isUrgent(ticket);
  if (now !== from) throw refusal(job, 'conflict', { theirs: now });
  if (now === to) return madeOf(ticket);
  return kept(job, ticket, { urgency: to ? URGENT : NORMAL }, (after) => isUrgent(after) === to);
};

/** One after the other: those before one that is refused go back. Fails with `conflict` where one is not of `from`. */
export const moveTickets: Write<'ticket.move'> = async (job) => {
  const { desk, change } = job;
  const { from, to, items } = change;
  await Promise.all([personOf(job), loadById(desk, to, { call: change.type })]);
  const tickets: DeskproTicket[] = [];
  for (const id of items) {
    const ticket = await loadTicket(job, id);
    if (ticket.person !== from) throw refusal(job, 'conflict');
    tickets.push(ticket);
  }
  const moved: DeskproTicket[] = [];
  const give = (ticket: DeskproTicket, person: string): Promise<Made> =>
    kept(job, ticket, { person: Number(person) }, (after) => after.person === person);
  for (const ticket of tickets) {
    await give(ticket, to).catch(async (error: unknown) => {
      for (const one of moved) await give(one, from).catch(() => undefined);
      throw error;
    });
    moved.push(ticket);
  }
  return { id: to, version: '' };
};

/** Which of several addresses hears of a ticket: by a call that was set up. */
export const setNotified: Write<'ticket.notify'> = async (job) => {
  const { ticket: id, from, to } = job.change;
  const [{ person }, ticket] = await Promise.all([personOf(job), ticketOf(job, id)]);
  const primary = emailsOf(person).find((email) => email.primary)?.address ?? null;
  const mailed = ({ person_email: given }: DeskproTicket): Address | null => {
    const address = parseAddress(given);
    return address === primary ? null : address;
  };
  const now = mailed(ticket);
  if (now !== from) throw refusal(job, 'conflict', { theirs: now });
  if (now === to) return madeOf(ticket);
  const email = to ?? primary;
  if (email === null || !emailsOf(person).some(({ address }) => address === email)) {
    throw refusal(job, 'invalid', { detail: 'not their address' });
  }
  await sendOwn(job.desk, 'notify', { id: person.id, ticket: ticket.id, email }, { call: job.change.type });
  const after = await loadTicket(job, ticket.id);
  if (mailed(after) !== to) throw refusal(job, 'invalid', { because: 'not-kept' });
  return madeOf(after);
};

async function kept(
  job: Job,
  { id }: DeskproTicket,
  json: object,
  done: (after: DeskproTicket) => boolean,
): Promise<Made> {
  const { desk, change } = job;
  await orRefused(job, desk.http.answer({ path: `tickets/${id}`, method: 'put', json, call: change.type }));
  const after = await loadTicket(job, id);
  if (!done(after)) throw lacking(job, await personOf(job), 'not-kept');
  return madeOf(after);
}

async function ticketOf(job: Job, id: string): Promise<DeskproTicket> {
  const ticket = await loadTicket(job, id);
  if (ticket.person !== job.change.person) throw refusal(job, 'missing', { detail: 'person' });
  return ticket;
}

async function loadTicket(job: Pick<Job, 'desk' | 'change'>, id: string): Promise<DeskproTicket> {
  if (!isId(id)) throw refusal(job, 'missing', { detail: 'ticket' });
  const { data } = await ask(job.desk, one(TicketShape), { path: `tickets/${id}`, call: job.change.type });
  if (data.id !== id) throw refusal(job, 'missing', { detail: 'ticket' });
  return data;
}
