import type { HistoryItem } from '@/utils/people/record';
import type { Ticket } from '@/utils/people/types';
import { whoOf } from './history-changes';
import type { Rt } from './rt';
import type { Transaction } from './shapes';
import { stateOf, type Tickets } from './tickets';
import { readTrail, type Trail } from './trail';

/** Of RT's many kinds of entries: what people write and how a ticket goes on. Copies of sent mail and the like are not told. */
const KINDS = ['Create', 'Correspond', 'Comment', 'Status'] as const;
/** Tickets whose log is read at once: they stand in the address of the call. */
const AT_ONCE = 50;
/** … and how often, where little of what was asked for was done in them. */
const TIMES = 4;

interface Reading {
  readonly limit: number;
  readonly signal: AbortSignal | undefined;
  take(entry: Transaction, ticket: Ticket): readonly HistoryItem[];
}

/** What was done in a person's tickets, those that were touched last first: two calls, and one to see that it was all. */
export async function readActs(
  rt: Rt,
  tickets: Tickets,
  person: string,
  { limit, signal, take }: Reading,
): Promise<Trail<HistoryItem>> {
  const found: HistoryItem[] = [];
  for (let at = 1; ; at += 1) {
    const part = await tickets.latest(person, { limit: AT_ONCE, page: at, call: 'history', signal });
    const read = await readOf(rt, part.items, { limit: limit - found.length, signal, take });
    found.push(...read.items);
    const more = part.total > at * AT_ONCE;
    if (!more) return { ...read, items: found };
    // Before that, other tickets were touched too.
    const since = [read.since, part.items.at(-1)?.updatedAt ?? ''].sort().at(-1) ?? '';
    if (found.length > limit) return { items: found, since, more };
    if (at === TIMES) return { items: found, since: '', more };
  }
}

async function readOf(rt: Rt, items: readonly Ticket[], { limit, signal, take }: Reading): Promise<Trail<HistoryItem>> {
  if (items.length === 0) return { items: [], since: '', more: false };
  const byId = new Map(items.map((ticket) => [ticket.id, ticket]));
  const query = `ObjectType = 'RT::Ticket' AND (${or('ObjectId', [...byId.keys()])}) AND (${or('Type', KINDS)})`;
  return readTrail(rt, {
    path: 'transactions',
    query,
    limit,
    signal,
    whole: false,
    take: (entry) => {
      const ticket = byId.get(entry.ObjectId);
      return ticket === undefined ? [] : take(entry, ticket);
    },
  });
}

const or = (field: string, values: readonly string[]): string =>
  values.map((value) => `${field} = '${value}'`).join(' OR ');

/** What somebody wrote is activity, a change of status is one of the ticket. `person`: whose history it is. */
export function actOf(entry: Transaction, ticket: Ticket, person: string): readonly HistoryItem[] {
  const { id, Created: at, Creator } = entry;
  if (entry.Type === 'Status') {
    const [from, to] = [entry.OldValue, entry.NewValue].map(wordOf);
    return [
      {
        kind: 'change',
        id,
        at,
        by: whoOf(entry),
        field: 'ticket',
        which: ticket.number,
        from: from ?? null,
        to: to ?? null,
      },
    ];
  }
  const by = Creator.id === person ? {} : { by: whoOf(entry) };
  const { number, title } = ticket;
  return [{ kind: 'activity', id, at, what: 'wrote', ticket: { id: ticket.id, number }, detail: title, ...by }];
}

/** RT's own statuses in our words; what an administrator made up stays as it is. */
const wordOf = (status: string): string =>
  ['new', 'open', 'stalled', 'resolved'].includes(status) ? stateOf(status) : status;
