import type { ChangeType, Made } from '@/utils/changes/types';
import type { TicketState } from '@/utils/people/types';
import { loadById } from './load';
import type { Rights } from './rights';
import { ask, isId, type Rt } from './rt';
import { pageOf, type RtTicket, SaidShape, TicketShape } from './shapes';
import { stateOf } from './tickets';
import { type Job, orRefused, personOf, refusal, refusedBy, type Write } from './write';

/** RT's statuses for the states, in a queue that has RT's own. */
const STATUS: Readonly<Record<TicketState, string>> = {
  new: 'new',
  'waiting-us': 'open',
  'waiting-them': 'stalled',
  hold: 'stalled',
  resolved: 'resolved',
};
const HIGH = '100';

/** Opens a ticket in the queue of the connection, or the first that the login may use. RT may answer the person by mail. */
export const createTicket =
  (queues: Rights['queues']): Write<'ticket.create'> =>
  async (job) => {
    const { rt, change } = job;
    const { user } = await personOf(job);
    if (change.title.trim() === '') throw refusal(job, 'invalid', { detail: 'title' });
    const queue = queues.find(({ name }) => name === rt.queue) ?? queues[0];
    if (queue === undefined) throw refusal(job, 'forbidden', { detail: 'queue' });
    const json = {
      Queue: queue.id,
      Subject: change.title.trim(),
      Requestor: [user.id],
      Content: change.text,
      ContentType: 'text/plain',
      ...(change.urgent ? { Priority: HIGH } : {}),
    };
    const asked = rt.http.answer({ path: 'ticket', method: 'post', json, call: change.type });
    const { location } = await orRefused(job, asked);
    const made = await ticketOf(job, location?.split('/').at(-1) ?? '');
    // RT drops what it cannot use, and opens the ticket all the same.
    if (!isOf(made, user.id)) {
      // Away with it again, if that is allowed: it is in nobody's list.
      await put(rt, change.type, made.id, { Status: 'deleted' }).catch(() => '');
      throw refusal(job, 'invalid', { detail: `ticket ${made.id} is nobody's` });
    }
    return madeOf(made);
  };

/** Away from every list; only with RT's right to delete tickets. A ticket touched since is left: `conflict`. */
export const deleteTicket: Write<'ticket.delete'> = async (job) => {
  const before = await ticketOfPerson(job, job.change.ticket);
  if (before.LastUpdated !== job.change.version) throw refusal(job, 'conflict', { theirs: before.LastUpdated });
  const said = await put(job.rt, job.change.type, before.id, { Status: 'deleted' });
  if ((await list(job.rt, job.change.type, before.id)).length > 0) throw refusedBy(job, said);
  return madeOf(before);
};

export const setTicketState: Write<'ticket.state'> = async (job) => {
  const { rt, change } = job;
  const before = await ticketOfPerson(job, change.ticket);
  const now = stateOf(before.Status);
  if (now !== change.from) throw refusal(job, 'conflict', { theirs: now });
  if (now === change.to) return madeOf(before);
  const Status = STATUS[change.to];
  const said = await put(rt, change.type, before.id, { Status });
  const after = await ticketOf(job, before.id);
  if (after.Status !== Status) throw refusedBy(job, said);
  return madeOf(after);
};

/**
 * The one requestor in place of the other; whoever else asked stays, and who only gets copies (Cc) stays so: that is no
 * ticket of theirs. A ticket that both asked for is left to both: to take one away could not be taken back. Fails with
 * `conflict` where they did not ask.
 */
export const moveTickets: Write<'ticket.move'> = async (job) => {
  const { rt, change } = job;
  const { from, to, items } = change;
  await Promise.all([personOf(job), loadById(rt, to, { call: change.type })]);
  const tickets = await Promise.all(items.map((id) => ticketOf(job, id)));
  if (tickets.some((ticket) => !isOf(ticket, from))) throw refusal(job, 'conflict');
  const state: { made: Made } = { made: { id: change.person ?? '', version: '' } };
  for (const ticket of tickets) {
    if (isOf(ticket, to)) {
      state.made = madeOf(ticket);
      continue;
    }
    const mine = ticket.Requestor.map(({ id }) => id);
    // By their numbers: an address that nobody has would make a new user.
    const Requestor = mine.map((id) => (id === from ? to : id));
    const said = await put(rt, change.type, ticket.id, { Requestor });
    const after = await ticketOf(job, ticket.id);
    if (isOf(after, from) || !isOf(after, to)) throw refusedBy(job, said);
    state.made = madeOf(after);
  }
  return state.made;
};

const isOf = ({ Requestor }: RtTicket, person: string): boolean => Requestor.some(({ id }) => id === person);

const madeOf = ({ id, LastUpdated }: RtTicket): Made => ({ id, version: LastUpdated });

const put = (rt: Rt, call: ChangeType, ticket: string, json: unknown): Promise<string> =>
  ask(rt, SaidShape, { path: `ticket/${ticket}`, method: 'put', json, call });

async function ticketOfPerson(job: Job, id: string): Promise<RtTicket> {
  const ticket = await ticketOf(job, id);
  if (!isOf(ticket, job.change.person ?? '')) throw refusal(job, 'missing', { detail: 'person' });
  return ticket;
}

async function ticketOf(job: Job, id: string): Promise<RtTicket> {
  const [ticket] = isId(id) ? await list(job.rt, job.change.type, id) : [];
  if (ticket === undefined) throw refusal(job, 'missing', { detail: 'ticket' });
  return ticket;
}

/** As a list of one: a ticket by itself names its requestors without their numbers (RT 5.0.3). */
async function list(rt: Rt, call: ChangeType, id: string): Promise<readonly RtTicket[]> {
  const search = {
    query: `id = ${id}`,
    fields: 'Subject,Status,Priority,Created,LastUpdated,Requestor',
    'fields[Requestor]': 'id',
  };
  return (await ask(rt, pageOf(TicketShape), { path: 'tickets', search, call })).items;
}
