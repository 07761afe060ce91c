import type { Belongings, Holdings, Range, TicketSort } from '@/utils/connectors/types';
import type { Part, Ticket, TicketState } from '@/utils/people/types';
import { ask, isId, type Rt } from './rt';
import { pageOf, type RtTicket, TicketShape } from './shapes';

type Which = 'open' | 'resolved';

export interface Tickets {
  /** Sorted as the panel shows them first, so that reading the first ones right after costs no further call. */
  count(person: string, call: string, signal?: AbortSignal): Promise<{ openTickets: number; tickets: number }>;
  list(person: string, which: Which, range: Listing, signal?: AbortSignal): Promise<Part<Ticket>>;
  /** All of them, those that were touched last first. */
  latest(person: string, asked: Asked): Promise<Part<Ticket>>;
  belongings(person: string, signal?: AbortSignal): Promise<Belongings>;
  holdings(person: string, signal?: AbortSignal): Promise<Holdings>;
  /** Nothing that was read before is told from now on. */
  forget(): void;
}
type Listing = Range & { readonly sort?: TicketSort };

const COLUMNS = 'Subject,Status,Priority,Created,LastUpdated';
/** RT's words for whatever a queue's own statuses are. */
export const WHICH = { open: '__Active__', resolved: '__Inactive__' } as const satisfies Record<Which, string>;
const SORTS = {
  newest: ['Created', 'DESC'],
  oldest: ['Created', 'ASC'],
  'last-reply': ['LastUpdated', 'DESC'],
  urgency: ['Priority', 'DESC'],
} as const satisfies Record<TicketSort, readonly [string, 'ASC' | 'DESC']>;
/** RT takes no more at a time. */
const MOST = 100;
const FIRST = 20;
/** Ms in which what `count` read is as good as new: the panel asks for the lists as soon as it knows who it is. */
const FRESH = 5_000;

export function ticketsOf(rt: Rt): Tickets {
  const fresh = new Map<string, { readonly at: number; readonly part: Part<Ticket> }>();
  const first = async (person: string, which: Which, call: string, signal?: AbortSignal): Promise<Part<Ticket>> => {
    const part = await page(rt, person, which, { limit: FIRST, call, signal });
    fresh.set(`${which} ${person}`, { at: Date.now(), part });
    return part;
  };
  const both = (person: string, call: string, signal?: AbortSignal) =>
    Promise.all([first(person, 'open', call, signal), first(person, 'resolved', call, signal)]);
  const take = (key: string): Part<Ticket> | null => {
    const kept = fresh.get(key);
    fresh.delete(key);
    return kept !== undefined && Date.now() - kept.at < FRESH ? kept.part : null;
  };
  return {
    forget: () => fresh.clear(),
    async count(person, call, signal) {
      const [open, resolved] = await both(person, call, signal);
      return { openTickets: open.total, tickets: open.total + resolved.total };
    },
    async list(person, which, { limit, sort = 'last-reply' }, signal) {
      if (!isId(person)) return { items: [], total: 0 };
      const kept = sort === 'last-reply' && limit <= FIRST ? take(`${which} ${person}`) : null;
      if (kept !== null) return { ...kept, items: kept.items.slice(0, limit) };
      return pages(rt, person, which, limit, sort, signal);
    },
    latest: (person, asked) => page(rt, person, null, asked),
    async belongings(person, signal) {
      const asked = { limit: MOST, call: 'belongings', signal, sort: 'oldest' } as const;
      return { tickets: (await whole(rt, person, null, asked)).items.map(({ id }) => id) };
    },
    async holdings(person, signal) {
      const [open, resolved] = await Promise.all(
        (['open', 'resolved'] as const).map((which) => page(rt, person, which, { limit: 1, call: 'holdings', signal })),
      );
      return { tickets: { count: (open?.total ?? 0) + (resolved?.total ?? 0), open: open?.total ?? 0 } };
    },
  };
}

async function pages(rt: Rt, person: string, which: Which, limit: number, sort: TicketSort, signal?: AbortSignal) {
  const asked = { limit, call: 'tickets', sort, signal };
  if (limit <= MOST) return page(rt, person, which, asked);
  const part = await whole(rt, person, which, { ...asked, limit: MOST });
  return { ...part, items: part.items.slice(0, limit) };
}

export interface Asked {
  readonly limit: number;
  readonly call: string;
  readonly sort?: TicketSort;
  readonly page?: number;
  readonly signal: AbortSignal | undefined;
}

/** All of them, page by page. */
async function whole(rt: Rt, person: string, which: Which | null, asked: Asked): Promise<Part<Ticket>> {
  const items: Ticket[] = [];
  for (let at = 1; ; at += 1) {
    const part = await page(rt, person, which, { ...asked, page: at });
    items.push(...part.items);
    if (part.items.length === 0 || items.length >= part.total) return { items, total: part.total };
  }
}

async function page(rt: Rt, person: string, which: Which | null, asked: Asked): Promise<Part<Ticket>> {
  if (!isId(person)) return { items: [], total: 0 };
  const [orderby, order] = SORTS[asked.sort ?? 'last-reply'];
  const search = {
    query: `Requestor.id = ${person}${which === null ? '' : ` AND Status = '${WHICH[which]}'`}`,
    fields: COLUMNS,
    orderby,
    order,
    per_page: asked.limit,
    page: asked.page ?? 1,
  };
  const { call, signal } = asked;
  const list = await ask(rt, pageOf(TicketShape), { path: 'tickets', search, call, ...(signal ? { signal } : {}) });
  return {
    items: list.items.map((ticket) => toTicket(rt, ticket, which === 'resolved')),
    total: list.total ?? list.items.length,
  };
}

/** As RT's own scale of three begins with "High" at 100, which administrators move a little. */
const URGENT = 80;

export function toTicket({ site }: Pick<Rt, 'site'>, ticket: Omit<RtTicket, 'Requestor'>, over: boolean): Ticket {
  return {
    id: ticket.id,
    number: ticket.id,
    title: ticket.Subject,
    state: over ? 'resolved' : stateOf(ticket.Status),
    urgent: Number(ticket.Priority) >= URGENT,
    createdAt: ticket.Created,
    updatedAt: ticket.LastUpdated,
    url: `${site}/Ticket/Display.html?id=${ticket.id}`,
  };
}

const STATES: Readonly<Record<string, TicketState>> = {
  new: 'new',
  stalled: 'waiting-them',
  resolved: 'resolved',
  rejected: 'resolved',
  deleted: 'resolved',
};

/** By RT's own words; what an administrator made up waits for us. */
export const stateOf = (status: string): TicketState => STATES[status] ?? 'waiting-us';
