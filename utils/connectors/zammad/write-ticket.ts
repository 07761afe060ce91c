import * as v from 'valibot';
import type { Made } from '@/utils/changes/types';
import type { TicketState } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';
import { loadById } from './load';
import { groupsOf, rolesOf } from './person';
import type { KnownGroup } from './roles';
import { DoneShape, TicketShape, UserShape, type ZammadTicket } from './shapes';
import { isUrgent, listTickets, NORMAL, pageOf, stateOf, URGENT } from './tickets';
import { type Job, madeOf, orRefused, personOf, refusal, type Write } from './write';
import { ask, isId, isProblem } from './zammad';

/** Types of Zammad's states for ours. */
const TYPES: Readonly<Record<TicketState, string>> = {
  new: 'new',
  'waiting-us': 'open',
  'waiting-them': 'pending action',
  hold: 'pending reminder',
  resolved: 'closed',
};
const DAY = 86_400_000;

/**
 * Tickets that are moved at once. Zammad takes more, but makes them in one transaction and answers after it (6.5,
 * tickets_mass_controller.rb): so many are done in a few seconds.
 */
export const AT_ONCE = 50;

/** Opens a ticket in the group of the connection, or the first that the login works in; its text is a note, so that no mail is sent. */
export const createTicket: Write<'ticket.create'> = async (job) => {
  const { zammad, known, change } = job;
  const user = await personOf(job);
  const title = change.title.trim();
  if (title === '') throw refusal(job, 'invalid', { detail: 'title' });
  const groups = await known.groups.get(change.type);
  const group = groups.find(({ name }) => name === zammad.group) ?? (await firstOf(job, groups));
  if (group === undefined) throw refusal(job, 'forbidden', { detail: 'group' });
  const json = {
    title,
    group_id: Number(group.id),
    customer_id: Number(user.id),
    ...(change.urgent ? { priority_id: Number(URGENT) } : {}),
    article: {
      subject: title,
      body: change.text.trim() || title,
      content_type: 'text/plain',
      type: 'note',
      internal: true,
      sender: 'Agent',
    },
  };
  const asked = { path: 'tickets', method: 'post', json, call: change.type } as const;
  return madeOf(await orRefused(job, ask(zammad, TicketShape, asked)));
};

/** All groups are told, also those in which the login may open nothing. */
async function firstOf({ zammad, known, change }: Job, groups: readonly KnownGroup[]): Promise<KnownGroup | undefined> {
  const [me, roles] = await Promise.all([
    ask(zammad, UserShape, { path: 'users/me', call: change.type }),
    known.roles.get(change.type).catch(() => []),
  ]);
  const mine = groupsOf(me, rolesOf(me, roles));
  return groups.find(({ id }) => mine.has(id)) ?? groups[0];
}

export const setTicketState: Write<'ticket.state'> = async (job) => {
  const { known, change } = job;
  const ticket = await ticketOfPerson(job, change.ticket);
  const states = await known.states.get(change.type);
  const stateNow = ({ state_id: id }: ZammadTicket) => stateOf(states.find((one) => one.id === id)?.type ?? '');
  const now = stateNow(ticket);
  if (now !== change.from) throw refusal(job, 'conflict', { theirs: now });
  if (now === change.to) return madeOf(ticket);
  const next = states.find(({ type }) => type === TYPES[change.to]);
  if (next === undefined) throw refusal(job, 'invalid', { detail: change.to });
  // A ticket that waits has to say until when.
  const waits = next.type.startsWith('pending');
  const until = ticket.pending_time || new Date(Date.now() + DAY).toISOString();
  const after = await put(job, ticket.id, { state_id: Number(next.id), ...(waits ? { pending_time: until } : {}) });
  if (stateNow(after) !== change.to) throw refusal(job, 'invalid', { detail: change.to });
  return madeOf(after);
};

export const setTicketUrgent: Write<'ticket.urgent'> = async (job) => {
  const { change } = job;
  const ticket = await ticketOfPerson(job, change.ticket);
  const now = isUrgent(ticket);
  if (now !== change.from) throw refusal(job, 'conflict', { theirs: now });
  if (now === change.to) return madeOf(ticket);
  const after = await put(job, ticket.id, { priority_id: Number(change.to ? URGENT : NORMAL) });
  if (isUrgent(after) !== change.to) throw refusal(job, 'invalid', { detail: 'priority' });
  return madeOf(after);
};

/**
 * All of them or none (6.5, tickets_mass_controller.rb): where one is refused nothing was done, that one is named, and
 * `stays` is told of it. Fails with `conflict` where one of them is not of that person.
 */
export async function moveTickets(
  job: Job<'ticket.move'>,
  stays: (tickets: readonly string[]) => Promise<void>,
): Promise<Made> {
  const { zammad, change } = job;
  const { from, to, items } = change;
  const [, other] = await Promise.all([personOf(job), loadById(zammad, to, { call: change.type })]);
  const own = await ownOf(job, from);
  if (items.some((id) => !own.has(id))) throw refusal(job, 'conflict');
  await moved(job).catch(async (error: unknown) => {
    const id = refusedIn(error, items);
    if (id === null) throw error;
    await stays(await alike(job, id, own));
    throw refusal(job, 'forbidden', { status: 422, ticket: own.get(id)?.number || id, page: pageOf(zammad, id) });
  });
  return madeOf(other);
}

function moved(job: Job<'ticket.move'>): Promise<unknown> {
  const { zammad, change } = job;
  const { items, to } = change;
  const [only] = items;
  // One alone is refused with a reason.
  if (only !== undefined && items.length === 1) return put(job, only, { customer_id: Number(to) });
  const json = { ticket_ids: items.map(Number), attributes: { customer_id: Number(to) } };
  const asked = { path: 'tickets/mass_update', method: 'post', json, timeoutMs: PATIENCE, call: change.type } as const;
  const again = (left: number): Promise<unknown> =>
    ask(zammad, DoneShape, asked).catch((error: unknown) => {
      if (left === 0 || !isUnanswered(error)) throw error;
      return again(left - 1);
    });
  return again(2);
}

/** Ms: nobody who is stopped meanwhile would hear the answer. */
const PATIENCE = 25_000;
/** What a proxy says of a server that takes its time. */
const SLOW: readonly (number | undefined)[] = [502, 503, 504];

/**
 * It may still be at it: what it has not made yet would be taken for not made. The same once more changes nothing that
 * is changed already, and waits behind it.
 */
const isUnanswered = (error: unknown): boolean =>
  isProblem(error, 'timeout') || (error instanceof ProblemError && SLOW.includes(error.problem.status));

/** Which of them may not be changed; null: that is not what is wrong. */
function refusedIn(error: unknown, items: readonly string[]): string | null {
  if (!(error instanceof ProblemError)) return null;
  const { kind, detail = '' } = error.problem;
  if (kind === 'forbidden' && items.length === 1) return items[0] ?? null;
  if (kind !== 'invalid') return null;
  try {
    const told = v.safeParse(RefusedShape, JSON.parse(detail));
    const id = told.success ? String(told.output.ticket_id) : '';
    return items.includes(id) ? id : null;
  } catch {
    return null;
  }
}

/**
 * What would be refused like this one: all of its group, where it may not be changed, or it alone. Zammad does not say
 * why; it does to whoever gives the ticket to whom it belongs to already.
 */
async function alike(
  job: Job<'ticket.move'>,
  id: string,
  own: ReadonlyMap<string, ZammadTicket>,
): Promise<readonly string[]> {
  const isGroup = await put(job, id, { customer_id: Number(job.change.from) }).then(
    () => false,
    (error: unknown) => isProblem(error, 'forbidden'),
  );
  const group = own.get(id)?.group_id;
  return isGroup ? [...own.values()].filter((one) => one.group_id === group).map((one) => one.id) : [id];
}

const RefusedShape = v.object({ ticket_id: v.union([v.number(), v.string()]) });

/** All tickets of somebody, by their ids: Zammad gives so many page by page. */
async function ownOf({ zammad, change }: Job, person: string): Promise<ReadonlyMap<string, ZammadTicket>> {
  const condition = { 'ticket.customer_id': { operator: 'is', pre_condition: 'specific', value: Number(person) } };
  const limit = Number.POSITIVE_INFINITY;
  const all = await listTickets(zammad, condition, { call: change.type, limit, sort: 'oldest' });
  return new Map(all.filter(({ customer_id: of }) => of === person).map((one) => [one.id, one]));
}

function put(job: Job, id: string, json: unknown): Promise<ZammadTicket> {
  const asked = { path: `tickets/${id}`, method: 'put', json, call: job.change.type } as const;
  return orRefused(job, ask(job.zammad, TicketShape, asked));
}

async function ticketOfPerson(job: Job, id: string): Promise<ZammadTicket> {
  const { zammad, change } = job;
  if (!isId(id)) throw refusal(job, 'missing', { detail: 'ticket' });
  const ticket = await ask(zammad, TicketShape, { path: `tickets/${id}`, call: change.type });
  if (ticket.customer_id !== change.person) throw refusal(job, 'missing', { detail: 'person' });
  return ticket;
}
