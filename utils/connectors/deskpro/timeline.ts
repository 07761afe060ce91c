import type { Range } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import { historyFits } from '@/utils/people/history-fits';
import type { HistoryItem, HistoryQuery } from '@/utils/people/record';
import type { Part } from '@/utils/people/types';
import { activity } from './billing';
import { isoOf } from './dates';
import { type Asking, type Deskpro, isProblem } from './deskpro';
import { loadById } from './load';
import { readNotes } from './notes';
import { createdOf, listTickets, type Which } from './tickets';

const WHICH: readonly Which[] = ['open', 'resolved', 'archived'];

/**
 * Deskpro's API tells no change log: changes are none. What they did is a part only, put together from tickets, notes and
 * the dates of the record; all of it where an administrator set up a call for it.
 */
export async function timeline(
  desk: Deskpro,
  person: string,
  { which, text, codes = [] }: HistoryQuery,
  { limit }: Range,
  asking: Asking,
): Promise<Part<HistoryItem>> {
  if (which === 'changes' || which === 'mine') return { items: [], total: 0 };
  const { items, more } = desk.own.has('activity')
    ? { items: await activity(desk, person, asking), more: 0 }
    : await known(desk, person, limit, asking);
  asking.signal?.throwIfAborted();
  const typed = foldName(text);
  const left = items.filter(historyFits({ text, codes })).toSorted((a, b) => b.at.localeCompare(a.at));
  return { items: left.slice(0, limit), total: left.length + (typed === '' ? more : 0) };
}

/** `more`: those that are not listed. What the key may not read is left out. */
async function known(desk: Deskpro, person: string, limit: number, asking: Asking) {
  const nothing = (error: unknown) => {
    if (isProblem(error, 'forbidden')) return { items: [], total: 0 };
    throw error;
  };
  const range = { limit, sort: 'newest' } as const;
  const [{ person: record }, notes, ...lists] = await Promise.all([
    loadById(desk, person, asking),
    readNotes(desk, person, { limit }, asking).catch(nothing),
    ...WHICH.map((which) => listTickets(desk, { person }, which, range, asking).catch(nothing)),
  ]);
  const wrote = lists.flatMap(({ items }) =>
    items.map(({ ticket }): HistoryItem => {
      const { id, ref, subject } = ticket;
      return {
        kind: 'activity',
        id: `t${id}`,
        at: createdOf(ticket),
        what: 'wrote',
        ticket: { id, number: ref || id },
        detail: subject,
      };
    }),
  );
  const noted = notes.items.map(
    ({ id, createdAt: at, author: by, text: detail }): HistoryItem => ({
      kind: 'activity',
      id: `n${id}`,
      at,
      what: 'other',
      detail,
      ...(by === '' ? {} : { by }),
    }),
  );
  const signedIn = isoOf(record.date_last_login);
  const login: readonly HistoryItem[] =
    signedIn === null ? [] : [{ kind: 'activity', id: 'login', at: signedIn, what: 'signed-in' }];
  const total = lists.reduce((sum, list) => sum + list.total, 0) + notes.total;
  return { items: [...wrote, ...noted, ...login], more: total - wrote.length - noted.length };
}
