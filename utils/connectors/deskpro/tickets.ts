import type * as v from 'valibot';
import type { Range, TicketSort } from '@/utils/connectors/types';
import { parseAddress } from '@/utils/people/address';
import type { Part, Ticket, TicketState } from '@/utils/people/types';
import { orElse, type Part as Read, together } from './batch';
import { isoOf } from './dates';
import { type Asking, type Deskpro, isId, isProblem } from './deskpro';
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

const HIDDEN = 'hidden';
const baseIn = (status: string): string => (status.split('.')[0] ?? '').replace(/^closed$/u, 'archived');
const isKnown = (base: string): boolean => base in STATES || base === HIDDEN;

/** 'pending.5' is a kind of 'pending'. Where the newer one is but a number, the older one tells. */
export function baseOf({ ticket_status: newer, status }: Pick<DeskproTicket, 'ticket_status' | 'status'>): string {
  const bases = [baseIn(newer), baseIn(status)];
  return bases.find(isKnown) ?? bases.find((base) => base !== '') ?? '';
}

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
function orderOf({ sort = 'last-reply' }: Sorted): object {
  const [order_by, direction] = SORTS[sort];
  return { order_by, order_dir: direction, group_sort: direction };
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
  const read = (order: object) => readPages(desk, { owner, statuses: STATUSES[which], order, range }, asking);
  const readings = await read(orderOf(range)).catch((error: unknown) => {
    // That it sorts by this column is not known of each helpdesk.
    if (isProblem(error, 'invalid')) return read({});
    throw error;
  });
  const items = [...readings.values()].flatMap(({ mine }) => mine).toSorted(inOrder(range.sort ?? 'last-reply'));
  const total = [...readings.values()].reduce((sum, one) => sum + one.total, 0);
  return { items: items.slice(0, range.limit), total: Math.max(total, items.length) };
}

interface Wanted {
  readonly owner: Owner;
  readonly statuses: readonly string[];
  readonly order: object;
  readonly range: Range;
}

/** Of one status, so far. */
interface Reading {
  readonly size: number;
  readonly page: number;
  readonly seen: ReadonlySet<string>;
  readonly mine: readonly Listed[];
  readonly total: number;
  readonly isOver: boolean;
}

/** By status. Fewer may be given at a time than were asked for: what tells the end is the total, or a page with nothing new. */
async function readPages(desk: Deskpro, wanted: Wanted, asking: Asking): Promise<ReadonlyMap<string, Reading>> {
  const { owner, statuses, order, range } = wanted;
  const size = Math.min(Math.max(range.limit, 1), MOST);
  const all = new Map(statuses.map((status) => [status, begun(size)]));
  for (;;) {
    const left = [...all].filter(([, { isOver }]) => !isOver);
    if (left.length === 0) return all;
    const parts = left.map(([status, { size: count, page }]): [string, Read] => [
      status,
      { path: 'tickets', search: { ...owner, status, ...order, include: 'person', count, page } },
    ]);
    const answers = await together(desk, Object.fromEntries(parts), asking);
    for (const [status, before] of left) {
      all.set(status, read(before, answers(status, TicketsShape), isOf(owner, status), range.limit));
    }
  }
}

const begun = (size: number): Reading => ({ size, page: 1, seen: new Set(), mine: [], total: 0, isOver: false });

/** What a page adds to it. A server that tells no total is read to its end, to have one. */
function read(
  before: Reading,
  { data, linked, meta }: v.InferOutput<typeof TicketsShape>,
  isMine: (ticket: DeskproTicket) => boolean,
  limit: number,
): Reading {
  const told = meta.pagination?.total ?? null;
  if (told === null && before.size < MOST && data.length >= before.size) return begun(MOST);
  const fresh = data.filter(({ id }) => !before.seen.has(id));
  const seen = new Set([...before.seen, ...fresh.map(({ id }) => id)]);
  const fits = fresh.filter(isMine);
  const mine = [...before.mine, ...fits.map((ticket) => ({ ticket, linked }))];
  // Where what is asked for is passed over, all that is known is what was looked at.
  const total = told === null || mine.length < seen.size ? mine.length : Math.max(told, mine.length);
  const isEnough = told !== null && (seen.size >= told || mine.length >= limit);
  return { ...before, page: before.page + 1, seen, mine, total, isOver: fits.length === 0 || isEnough };
}

/** Checked, since what a helpdesk does not know of a question it passes over. */
function isOf(owner: Owner, status: string): (ticket: DeskproTicket) => boolean {
  const isTheirs = ({ person, organization }: DeskproTicket): boolean =>
    'person' in owner
      ? person === '' || person === owner.person
      : organization === '' || organization === owner.organization;
  return (ticket) => isTheirs(ticket) && (status === ALL || baseOf(ticket) === status);
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

/** By the totals of lists of one; those that tell none are counted. What the key may not read counts nothing. */
export async function countTickets(desk: Deskpro, owner: Owner, asking: Asking): Promise<Counts> {
  if (!Object.values(owner).every(isId)) return NONE;
  const counting = (search: object): Read => ({ path: 'tickets', search: { ...owner, ...search, count: 1 } });
  const statuses = Object.values(STATUSES).flat();
  const parts = Object.fromEntries(
    [...statuses, ALL].map((key) => [key, counting(key === ALL ? {} : { status: key })]),
  );
  const answers = await together(desk, parts, asking);
  const told = new Map(
    [...statuses, ALL].map((key) => [key, orElse(() => totalOf(answers(key, TicketsShape), isOf(owner, key)), 0)]),
  );
  const untold = statuses.filter((status) => told.get(status) === null);
  const wanted = { owner, statuses: untold, order: {}, range: { limit: Number.POSITIVE_INFINITY } };
  const counted = untold.length === 0 ? null : await readPages(desk, wanted, asking);
  const total = (key: string): number => told.get(key) ?? counted?.get(key)?.total ?? 0;
  const sum = (which: Which): number => STATUSES[which].reduce((all, status) => all + total(status), 0);
  const [open, resolved, archived] = [sum('open'), sum('resolved'), sum('archived')];
  return { open, resolved, archived, all: Math.max(total(ALL), open + resolved + archived) };
}

/** Null where it tells none, or one of other tickets. */
const totalOf = ({ data, meta }: v.InferOutput<typeof TicketsShape>, isMine: (ticket: DeskproTicket) => boolean) =>
  data.every(isMine) ? (meta.pagination?.total ?? (data.length === 0 ? 0 : null)) : null;
