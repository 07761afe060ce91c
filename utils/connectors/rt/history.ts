import type { Range } from '@/utils/connectors/types';
import { historyFits } from '@/utils/people/history-fits';
import type { HistoryItem, HistoryQuery } from '@/utils/people/record';
import type { Part } from '@/utils/people/types';
import { changeOf } from './history-changes';
import { actOf, readActs } from './history-tickets';
import type { Known } from './known';
import { isId, type Rt } from './rt';
import type { Transaction } from './shapes';
import type { Tickets } from './tickets';
import { readTrail, type Trail } from './trail';

interface Asked extends HistoryQuery {
  readonly person: string;
}

/**
 * What was changed of a user, and what was written and done in their tickets, newest first. RT tells no totals here: as
 * long as there is more than was asked for, the total says one more than is known.
 */
export async function history(
  rt: Rt,
  known: Known,
  tickets: Tickets,
  { person, which, text, codes = [] }: Asked,
  { limit }: Range,
  signal?: AbortSignal,
): Promise<Part<HistoryItem>> {
  if (!isId(person)) return { items: [], total: 0 };
  const isMine = ({ Creator }: Transaction): boolean => which !== 'mine' || Creator.id === rt.self;
  const isSought = historyFits({ text, codes });
  const fits = (item: HistoryItem): boolean =>
    (which !== 'changes' || item.kind === 'change') &&
    (which !== 'activity' || item.kind === 'activity') &&
    isSought(item);
  const [changes, acts] = await Promise.all([
    which === 'activity' ? NOTHING : changesOf(rt, known, person, { isMine, fits, limit, signal }),
    actsOf(rt, tickets, person, { isMine, fits, limit, signal }),
  ]);
  signal?.throwIfAborted();
  // Beyond what one of the two was read to, the other is not told either: it would stand in gaps.
  const since = [changes.since, acts.since].sort().at(-1) ?? '';
  const items = [...changes.items, ...acts.items]
    .filter(({ at }) => at >= since)
    .sort((a, b) => b.at.localeCompare(a.at) || Number(b.id) - Number(a.id));
  return { items: items.slice(0, limit), total: items.length + (changes.more || acts.more ? 1 : 0) };
}

const NOTHING: Trail<HistoryItem> = { items: [], since: '', more: false };

interface Reading {
  readonly limit: number;
  readonly signal: AbortSignal | undefined;
  isMine(entry: Transaction): boolean;
  fits(item: HistoryItem): boolean;
}

async function changesOf(rt: Rt, known: Known, person: string, { isMine, fits, ...asked }: Reading) {
  const [fields, groups, { admin }] = await Promise.all([
    known.fields('history'),
    known.groups('history'),
    known.people.get('history'),
  ]);
  const take = (entry: Transaction): readonly HistoryItem[] =>
    isMine(entry) ? [changeOf(rt, entry, fields, groups)].filter(fits) : [];
  // Who may see users sees every entry: a page that is not full is the last.
  return readTrail(rt, { path: `user/${person}/history`, take, whole: admin, ...asked });
}

const actsOf = (rt: Rt, tickets: Tickets, person: string, { isMine, fits, ...asked }: Reading) =>
  readActs(rt, tickets, person, {
    ...asked,
    take: (entry, ticket) => (isMine(entry) ? actOf(entry, ticket, person).filter(fits) : []),
  });
