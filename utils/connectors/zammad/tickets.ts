import type { Belongings, Holdings, Memory, Range, TicketSort } from '@/utils/connectors/types';
import type { Part, Ticket, TicketState } from '@/utils/people/types';
import type { Known } from './known';
import { CountShape, TicketsShape, type ZammadTicket } from './shapes';
import { stuckOf } from './stuck';
import { type Asking, ask, isId, type Zammad } from './zammad';

export type Which = 'open' | 'resolved';
/** What a list of tickets is asked by. */
type Conditions = Readonly<Record<string, object>>;

export interface Tickets {
  count(person: string, asking: Asking): Promise<{ openTickets: number; tickets: number }>;
  list(
    person: string,
    which: Which,
    range: Range & { readonly sort?: TicketSort },
    asking: Asking,
  ): Promise<Part<Ticket>>;
  /** All that the login sees, also merged ones, oldest first. */
  all(person: string, asking: Asking): Promise<readonly ZammadTicket[]>;
  /** Of these, what it may move as far as is known. */
  belongings(person: string, asking: Asking): Promise<Belongings>;
  /** How many of `inAll` the login does not see, or cannot move. */
  unseen(person: string, inAll: number, asking: Asking): Promise<number>;
  holdings(person: string, inAll: number, asking: Asking): Promise<Holdings>;
  /** Zammad would not move these. */
  stays(tickets: readonly string[]): Promise<void>;
  /** Nothing that was counted before is told from now on. */
  forget(): void;
}

const SORTS = {
  newest: ['created_at', 'desc'],
  oldest: ['created_at', 'asc'],
  'last-reply': ['updated_at', 'desc'],
  urgency: ['priority_id', 'desc'],
} as const satisfies Record<TicketSort, readonly [string, 'asc' | 'desc']>;

/** Merged ones are neither: they are a part of another. */
const TYPES = { open: ['new', 'open', 'pending reminder', 'pending action'], resolved: ['closed'] } as const;
/** Zammad gives no more at a time. */
const MOST = 200;
/** Ms in which a count is as good as new: the panel asks for the lists as soon as it knows who it is. */
const FRESH = 5_000;

export function ticketsOf(zammad: Zammad, known: Known, memory: Memory): Tickets {
  const stuck = stuckOf(memory);
  const fresh = new Map<string, { readonly at: number; readonly total: Promise<number> }>();
  const counted = (person: string, which: Which, asking: Asking): Promise<number> => {
    const key = `${which} ${person}`;
    const kept = fresh.get(key);
    if (kept !== undefined && Date.now() - kept.at < FRESH) return kept.total;
    const total = conditions(known, 'ticket.customer_id', person, which, asking).then((asked) =>
      countTickets(zammad, asked, asking),
    );
    fresh.set(key, { at: Date.now(), total });
    total.catch(() => fresh.delete(key));
    return total;
  };
  const all = async (person: string, asking: Asking): Promise<readonly ZammadTicket[]> => {
    if (!isId(person)) return [];
    const asked = { 'ticket.customer_id': { operator: 'is', pre_condition: 'specific', value: Number(person) } };
    const found = await listTickets(zammad, asked, { ...asking, limit: Number.POSITIVE_INFINITY, sort: 'oldest' });
    return found.filter((ticket) => ticket.customer_id === person);
  };
  const visible = async (person: string, asking: Asking): Promise<readonly string[]> =>
    (await all(person, asking)).map(({ id }) => id);
  return {
    all,
    forget: () => fresh.clear(),
    stays: stuck.add,
    async count(person, asking) {
      const [open, resolved] = await Promise.all([
        counted(person, 'open', asking),
        counted(person, 'resolved', asking),
      ]);
      return { openTickets: open, tickets: open + resolved };
    },
    async list(person, which, { limit, sort = 'last-reply' }, asking) {
      if (!isId(person)) return { items: [], total: 0 };
      const asked = await conditions(known, 'ticket.customer_id', person, which, asking);
      const [items, total] = await Promise.all([
        listTickets(zammad, asked, { ...asking, limit, sort }),
        counted(person, which, asking),
      ]);
      return partOf(await Promise.all(items.map((ticket) => toTicket(zammad, known, ticket, asking.call))), total);
    },
    async belongings(person, asking) {
      const [seen, not] = await Promise.all([visible(person, asking), stuck.has()]);
      return { tickets: seen.filter((id) => !not.has(id)) };
    },
    async unseen(person, inAll, asking) {
      const [open, resolved, not] = await Promise.all([
        counted(person, 'open', asking),
        counted(person, 'resolved', asking),
        stuck.has(),
      ]);
      const held = not.size === 0 ? [] : (await visible(person, asking)).filter((id) => not.has(id));
      return Math.max(0, inAll - open - resolved) + held.length;
    },
    async holdings(person, inAll, asking) {
      const [open, resolved] = await Promise.all([
        counted(person, 'open', asking),
        counted(person, 'resolved', asking),
      ]);
      return { tickets: { count: Math.max(inAll, open + resolved), open } };
    },
  };
}

/** A total that was counted a moment before the list is no less than the list. */
export const partOf = <Item>(items: readonly Item[], total: number): Part<Item> => ({
  items,
  total: Math.max(total, items.length),
});

/** `name`: which column holds the id. Null: nothing fits, since a condition without a value would be everybody's. */
export async function conditions(
  known: Known,
  name: 'ticket.customer_id' | 'ticket.organization_id',
  id: string,
  which: Which,
  { call }: Asking,
): Promise<Conditions | null> {
  const types: readonly string[] = TYPES[which];
  const states = (await known.states.get(call)).filter(({ type }) => types.includes(type));
  if (states.length === 0 || !isId(id)) return null;
  return {
    [name]: { operator: 'is', pre_condition: 'specific', value: Number(id) },
    'ticket.state_id': { operator: 'is', value: states.map((state) => Number(state.id)) },
  };
}

/** Pages that are counted side by side, once the first was full. */
const AHEAD = 3;

/** How many the login sees. Before 6.5 Zammad counts one page only: there all pages are read. */
export async function countTickets(zammad: Zammad, condition: Conditions | null, asking: Asking): Promise<number> {
  if (condition === null) return 0;
  const count = async (page: number) => {
    const json = { condition, only_total_count: true, per_page: MOST, page };
    const told = await ask(zammad, CountShape, { path: 'tickets/search', method: 'post', json, ...asking });
    if ('total_count' in told) return { all: told.total_count };
    return { here: 'tickets' in told ? told.tickets.length : told.records };
  };
  const first = await count(1);
  if (first.all !== undefined) return first.all;
  for (let page = 2, sum = first.here, last = sum; ; page += AHEAD) {
    if (last < MOST) return sum;
    const some = await Promise.all(Array.from({ length: AHEAD }, (_, at) => count(page + at)));
    for (const { here = 0 } of some) {
      sum += here;
      last = here;
    }
  }
}

/** Page by page, until there are so many or the last page is not full. */
export async function listTickets(
  zammad: Zammad,
  condition: Conditions | null,
  { limit, sort, ...asking }: Asking & { readonly limit: number; readonly sort: TicketSort },
): Promise<readonly ZammadTicket[]> {
  if (condition === null) return [];
  const [column, order] = SORTS[sort];
  // Those that are alike by their ids, or one stands on two pages and another on none.
  const sort_by = `${column},id`;
  const order_by = `${order},asc`;
  const per_page = Math.min(limit, MOST);
  const items: ZammadTicket[] = [];
  for (let page = 1; items.length < limit; page += 1) {
    const json = { condition, expand: true, sort_by, order_by, per_page, page };
    const some = await ask(zammad, TicketsShape, { path: 'tickets/search', method: 'post', json, ...asking });
    items.push(...some);
    if (some.length < per_page) break;
  }
  return items.slice(0, limit);
}

/** All tickets of an organisation that the login sees; null where counting them would read them all. */
export async function ticketsOfOrganisation(
  zammad: Zammad,
  known: Known,
  id: string,
  asking: Asking,
): Promise<number | null> {
  if (!isId(id) || (await known.generation.get(asking.call)) === 'query') return null;
  const asked = { 'ticket.organization_id': { operator: 'is', pre_condition: 'specific', value: Number(id) } };
  return countTickets(zammad, asked, asking);
}

export async function toTicket(zammad: Zammad, known: Known, ticket: ZammadTicket, call: string): Promise<Ticket> {
  const states = await known.states.get(call);
  return {
    id: ticket.id,
    number: ticket.number || ticket.id,
    title: ticket.title,
    state: stateOf(states.find(({ id }) => id === ticket.state_id)?.type ?? ''),
    urgent: isUrgent(ticket),
    createdAt: ticket.created_at,
    updatedAt: ticket.updated_at,
    url: pageOf(zammad, ticket.id),
  };
}

/** A page of Zammad's, in the interface that all versions have (6.1 to 7.2). */
export const pageOf = ({ site }: Pick<Zammad, 'site'>, ticket: string): string => `${site}/#ticket/zoom/${ticket}`;

const STATES: Readonly<Record<string, TicketState>> = {
  new: 'new',
  'pending reminder': 'hold',
  'pending action': 'waiting-them',
  closed: 'resolved',
  merged: 'resolved',
  removed: 'resolved',
};

/** By the type of a state; what an administrator calls it is theirs. */
export const stateOf = (type: string): TicketState => STATES[type] ?? 'waiting-us';

/** † Assumption: priorities have the ids they come with, 1 low, 2 normal, 3 high; what was added comes after. */
export const isUrgent = ({ priority_id: id }: Pick<ZammadTicket, 'priority_id'>): boolean => id === URGENT;
export const URGENT = '3';
export const NORMAL = '2';
