import { Dexie } from 'dexie';
import type { Range } from '@/utils/connectors/types';
import type { Billing } from '@/utils/people/record';
import { toBilling } from './charges';
import type { BookDatabase } from './database';

/** What was charged for one person, newest first; the sums and the twelve months are of all of it. */
export async function readBilling(
  database: BookDatabase,
  person: number,
  range: Range & { readonly now: string },
): Promise<Billing> {
  return database.transaction('r', database.charges, database.tickets, async () => {
    const rows = await database.charges
      .where('[person+at]')
      .between([person, Dexie.minKey], [person, Dexie.maxKey])
      .toArray();
    const shown = rows.slice(Math.max(0, rows.length - range.limit));
    return toBilling(rows, await ticketNumbers(database, shown), range);
  });
}

/** Of the rows' tickets: id → number. */
export async function ticketNumbers(
  database: BookDatabase,
  rows: readonly { readonly ticket?: number }[],
): Promise<ReadonlyMap<number, string>> {
  const ids = [...new Set(rows.flatMap(({ ticket }) => ticket ?? []))];
  if (ids.length === 0) return new Map();
  const tickets = await database.tickets.bulkGet(ids);
  return new Map(tickets.flatMap((row) => (row === undefined ? [] : [[row.id, row.number] as const])));
}
