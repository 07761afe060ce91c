import { useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { type Hit, refKey } from '@/components/panel/states';
import type { TicketSort } from '@/utils/connectors/types';
import type { Section } from '@/utils/messages/view';
import type { Ticket } from '@/utils/people/types';
import { sorted, USUAL } from './ticket-sort';
import { useRead } from './use-read';

const FIRST = 5;

/**
 * The tickets of a person: the view's first rows, and more of them, or the first by another order, once asked for.
 * What is all there is sorted here.
 */
export function useTickets(
  hit: Hit,
  which: 'open' | 'resolved',
  section: Section<Ticket>,
  { sort, shut }: { readonly sort: TicketSort; readonly shut: boolean },
) {
  const { ask } = useActs();
  const { match } = hit;
  const { ref } = match.person;
  const of = `${refKey(ref)} ${which}`;
  const [wanted, setWanted] = useState<{ readonly of: string; readonly limit: number } | null>(null);
  const limit = wanted?.of === of ? wanted.limit : null;
  const given = section.state === 'read' ? section.part : null;
  const whole = given !== null && given.items.length >= given.total;
  const asks = limit !== null || (given !== null && sort !== USUAL && !whole && !shut);
  const count = limit ?? FIRST;
  const read = useRead({
    of: asks ? of : null,
    turn: `${count} ${sort}`,
    touched: match.touched,
    ask: () => ask('tickets', { ref, which, limit: count, ...(sort === USUAL ? {} : { sort }) }),
  });
  const more = asks ? read.value : null;
  const part = more ?? given;
  const problem = read.problem ?? (section.state === 'failed' && more === null && !read.busy ? section.problem : null);
  const items = more?.items ?? sorted(given?.items ?? [], sort).slice(0, FIRST);
  return {
    items,
    total: part?.total ?? null,
    problem,
    waiting: read.busy || (part === null && problem === null),
    /** All of them were asked for and came, as far as the server gives them. */
    all: limit !== null && more !== null && !read.busy && problem === null,
    load(next: number) {
      if (next === limit) read.again();
      else setWanted({ of, limit: next });
    },
    again() {
      if (asks) read.again();
      else setWanted({ of, limit: FIRST });
    },
  };
}
