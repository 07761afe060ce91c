import { useActs } from '@/components/panel/acts';
import type { TicketSort } from '@/utils/connectors/types';
import type { TextKey } from '@/utils/i18n';
import type { Ticket } from '@/utils/people/types';

/** What the view's own rows are sorted by. */
export const USUAL: TicketSort = 'last-reply';

export const sorts: readonly { readonly id: TicketSort; readonly text: TextKey }[] = [
  { id: 'newest', text: 'sort_newest' },
  { id: 'oldest', text: 'sort_oldest' },
  { id: 'last-reply', text: 'sort_last_reply' },
  { id: 'urgency', text: 'sort_urgency' },
];

const place = (sort: TicketSort): string => `tickets-by-${sort}`;

/** How this user wants tickets sorted, for all people. Remembered where the folds are: one of the four is on. */
export function useTicketSort() {
  const { folded, fold } = useActs();
  const sort = sorts.find(({ id }) => id !== USUAL && folded(place(id), false))?.id ?? USUAL;
  const choose = (next: TicketSort): void => {
    if (next === sort) return;
    if (sort !== USUAL) fold(place(sort), false);
    if (next !== USUAL) fold(place(next), true);
  };
  return { sort, choose };
}

const newer = (a: string, b: string): number => (a === b ? 0 : a < b ? 1 : -1);

const order: Readonly<Record<TicketSort, (a: Ticket, b: Ticket) => number>> = {
  newest: (a, b) => newer(a.createdAt, b.createdAt),
  oldest: (a, b) => newer(b.createdAt, a.createdAt),
  'last-reply': (a, b) => newer(a.updatedAt, b.updatedAt),
  urgency: (a, b) => Number(b.urgent) - Number(a.urgent) || newer(a.updatedAt, b.updatedAt),
};

/** Rows that are all there need no server to be sorted. */
export const sorted = (tickets: readonly Ticket[], sort: TicketSort): readonly Ticket[] =>
  [...tickets].sort(order[sort]);
