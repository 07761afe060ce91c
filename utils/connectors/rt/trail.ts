import type { HistoryItem } from '@/utils/people/record';
import { ask, type Rt } from './rt';
import { pageOf, type Transaction, TransactionShape } from './shapes';

/** Entries of RT's log as they are told. */
export interface Trail<Item> {
  readonly items: readonly Item[];
  /** None from before is among them, though there may be some; '': from whenever. */
  readonly since: string;
  /** There may be more. */
  readonly more: boolean;
}

interface Reading {
  readonly path: string;
  readonly query?: string;
  readonly limit: number;
  readonly signal: AbortSignal | undefined;
  /** A page that is not full is the last. */
  readonly whole: boolean;
  take(entry: Transaction): readonly HistoryItem[];
}

/** RT gives no more at a time. */
const FULL = 100;
/** Pages that are read where few entries fit what was asked. */
const PAGES = 10;

/**
 * Newest first, until there are more than were asked for. RT tells no total where it looks at the rights upon each entry,
 * and a page may be shorter though more follow: then the end is where one is empty.
 */
export async function readTrail(rt: Rt, reading: Reading): Promise<Trail<HistoryItem>> {
  const { path, query, limit, signal, whole, take } = reading;
  const items: HistoryItem[] = [];
  for (let page = 1; ; page += 1) {
    const search = {
      ...(query === undefined ? {} : { query }),
      fields: 'Type,Field,OldValue,NewValue,Creator,Created,ObjectId',
      'fields[Creator]': 'id,Name,RealName',
      orderby: 'id',
      order: 'DESC',
      per_page: FULL,
      page,
    };
    const entries = (await ask(rt, pageOf(TransactionShape), { path, search, call: 'history', signal })).items;
    items.push(...entries.flatMap(take));
    if (entries.length === 0 || (whole && entries.length < FULL)) return { items, since: '', more: false };
    if (items.length > limit) return { items, since: entries.at(-1)?.Created ?? '', more: true };
    if (page === PAGES) return { items, since: '', more: true };
  }
}
