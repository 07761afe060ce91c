import type { Range, TicketSort } from '@/utils/connectors/types';
import { parseAddress } from '@/utils/people/address';
import type { Part, Ticket, TicketState } from '@/utils/people/types';
import { orElse, type Part as Read, together } from './batch';
import { isoOf } from './dates';
import { type Asking, type Deskpro, isId } from './deskpro';
import { linkedOf, many } from './envelope';
import { MOST } from './known';
import { pageAt } from './links';
import { lastOf } from './person';
import { BriefPersonShape, type DeskproTicket, TicketShape } from './shapes';

export type Which = 'open' | 'resolved' | 'archived';
/** Whose: of a person, or of everybody in an organisation. */
export type Owner = { readonly person: string } | { readonly organization: string };
export type Sorted = Range & { readonly sort?: TicketSort };

/**
 * † Assumption: a status covers its sub-statuses ('pending' also 'pending.5'); whether several can be asked for at once is
 * not known either, so that each is asked for by itself. Hidden ones are never asked for.
 */
export const STATUSES: Readonly<Record<Which, readonly string[]>> = {
  open: ['awaiting_agent', 'awaiting_user', 'pending'],
  resolved: ['resolved'],
  archived: ['archived'],
};

const STATES: Readonly<Record<string, TicketState>> = {
  awaiting_agent: 'waiting-us',
  awaiting_user: 'waiting-them',
  pending: 'hold',
  resolved: 'resolved',
  archived: 'resolved',
  // What old helpdesks called archived.
  closed: 'resolved',
};

/** 'pending.5' is a kind of 'pending'. */
export const baseOf = ({ ticket_status: newer, status }: Pick<DeskproTicket, 'ticket_status' | 'status'>): string =>
  (newer || status).split('.')[0] ?? '';

export const stateOf = (ticket: Pick<DeskproTicket, 'ticket_status' | 'status'>): TicketState =>
  STATES[baseOf(ticket)] ?? 'waiting-us';

/** † Assumption: of Deskpro's urgencies, 1 to 10, these are urgent; a new ticket has the lowest. */
export const URGENT = 8;
export const NORMAL = 1;
export const isUrgent = ({ urgency }: Pick<DeskproTicket, 'urgency'>): boolean => (urgency ?? NORMAL) >= URGENT;

const SORTS: Readonly<Record<TicketSort, readonly [by: string, direction: 'asc' | 'desc']>> = {
  newest: ['date_created', 'desc'],
  oldest: ['date_created', 'asc'],
  'last-reply': ['date_status', 'desc'],
  urgency: ['urgency', 'desc'],
};

/** Legacy reads the direction from order_dir, Horizon from group_sort (ZAP; HMRC): both are sent. */
function reading(owner: Owner, status: string, { limit, sort = 'last-reply' }: Sorted, page: number): Read {
  const [order_by, direction] = SORTS[sort];
  const search = { ...owner, status, order_by, order_dir: direction, group_sort: direction, include: 'person' };
  return { path: 'tickets', search: { ...search, count: Math.min(Math.max(limit, 1), MOST), page } };
}

const TicketsShape = many(TicketShape);

/** With who each is from, where that came along. */
export interface Listed {
  readonly ticket: DeskproTicket;
  readonly linked: unknown;
}

/** So many of each kind, in order: the server's own direction is not trusted. The total is what the key's agent sees. */
export async function listTickets(
  desk: Deskpro,
  owner: Owner,
  which: Which,
  range: Sorted,
  asking: Asking,
): Promise<Part<Listed>> {
  const found = new Map<string, Listed>();
  const totals = new Map<string, number>();
  for (let page = 1, left = [...STATUSES[which]]; left.length > 0; page += 1) {
    const parts = Object.fromEntries(left.map((status) => [status, reading(owner, status, range, page)]));
    const answers = await together(desk, parts, asking);
    left = left.filter((status) => {
      const { data, linked, meta } = answers(status, TicketsShape);
      const mine = data.filter((ticket) => baseOf(ticket) === status);
      for (const ticket of mine) found.set(ticket.id, { ticket, linked });
      // Where the status is passed over, all that is known is what was looked at.
      const total = mine.length < data.length ? mine.length : Math.max(meta.pagination?.total ?? 0, mine.length);
      totals.set(status, total);
      return data.length > 0 && page * MOST < Math.min(range.limit, total);
    });
  }
  const items = [...found.values()].toSorted(inOrder(range.sort ?? 'last-reply'));
  const total = [...totals.values()].reduce((sum, one) => sum + one, 0);
  return { items: items.slice(0, range.limit), total: Math.max(total, items.length) };
}

function inOrder(sort: TicketSort): (a: Listed, b: Listed) => number {
  const newest = (a: Listed, b: Listed): number => Number(b.ticket.id) - Number(a.ticket.id);
  const later = (moment: (ticket: DeskproTicket) => string) => (a: Listed, b: Listed) =>
    moment(b.ticket).localeCompare(moment(a.ticket)) || newest(a, b);
  switch (sort) {
    case 'newest':
      return later(createdOf);
    case 'oldest':
      return (a, b) => later(createdOf)(b, a);
    case 'urgency':
      return (a, b) => (b.ticket.urgency ?? 0) - (a.ticket.urgency ?? 0) || later(updatedOf)(a, b);
    default:
      return later(updatedOf);
  }
}

export const createdOf = (ticket: DeskproTicket): string => isoOf(ticket.date_created) ?? '';

/** Deskpro has no moment of the last change: the latest of those that it tells. */
export const updatedOf = (ticket: DeskproTicket): string =>
  lastOf([
    ticket.date_created,
    ticket.date_status,
    ticket.date_resolved,
    ticket.date_last_agent_reply,
    ticket.date_last_user_reply,
  ]) ?? '';

export function toTicket({ site, links }: Pick<Deskpro, 'site' | 'links'>, { ticket, linked }: Listed): Ticket {
  const person = linkedOf(linked, 'person', BriefPersonShape).get(ticket.person);
  const primary = person === undefined ? null : parseAddress(person.primary_email);
  const mailed = parseAddress(ticket.person_email);
  return {
    id: ticket.id,
    number: ticket.ref || ticket.id,
    title: ticket.subject,
    state: stateOf(ticket),
    urgent: isUrgent(ticket),
    createdAt: createdOf(ticket),
    updatedAt: updatedOf(ticket),
    url: pageAt(site, links.ticket, ticket.id),
    ...(mailed === null || primary === null || mailed === primary ? {} : { notifies: mailed }),
  };
}

export interface Counts {
  readonly open: number;
  readonly resolved: number;
  readonly archived: number;
  /** All that the key's agent sees, without asking for a status. */
  readonly all: number;
}

/** Without asking for a status. */
const ALL = 'all';
const NONE: Counts = { open: 0, resolved: 0, archived: 0, all: 0 };

/** By the totals of lists of one. What the key may not read counts nothing. */
export async function countTickets(desk: Deskpro, owner: Owner, asking: Asking): Promise<Counts> {
  if (!Object.values(owner).every(isId)) return NONE;
  const counting = (search: object): Read => ({ path: 'tickets', search: { ...owner, ...search, count: 1 } });
  const statuses = Object.values(STATUSES).flat();
  const parts = Object.fromEntries(
    [...statuses, ALL].map((key) => [key, counting(key === ALL ? {} : { status: key })]),
  );
  const answers = await together(desk, parts, asking);
  const total = (key: string): number => orElse(() => answers(key, TicketsShape).meta.pagination?.total ?? 0, 0);
  const sum = (which: Which): number => STATUSES[which].reduce((all, status) => all + total(status), 0);
  const [open, resolved, archived] = [sum('open'), sum('resolved'), sum('archived')];
  return { open, resolved, archived, all: Math.max(total(ALL), open + resolved + archived) };
}
