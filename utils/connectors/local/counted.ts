import { type Collection, Dexie } from 'dexie';
import { COUNTS } from './counts';
import type { BookDatabase } from './database';

/** Shorter lists are counted each time, as fast as a number is looked up. */
const MANY = 200;

/** How many rows there are in a list: the number that is kept, or counted, and then kept if it is large. */
export async function counted<Row, Key>(
  database: BookDatabase,
  key: string,
  list: () => Collection<Row, Key>,
): Promise<number> {
  const within: { readonly storeNames: readonly string[] } | null = Dexie.currentTransaction;
  const reachable = within === null || within.storeNames.includes(COUNTS);
  const kept = reachable ? await database.counts.get(key) : undefined;
  if (kept !== undefined) return kept.count;
  const count = await list().count();
  if (count >= MANY && reachable) keep(database, key, list);
  return count;
}

/** Counts once more where nobody can write meanwhile. A number that cannot be kept is counted again next time. */
function keep<Row, Key>(database: BookDatabase, key: string, list: () => Collection<Row, Key>): void {
  const [table = ''] = key.split(':');
  Dexie.ignoreTransaction(() => {
    database
      .transaction('rw', database.table(table), database.counts, async () => {
        await database.counts.put({ key, count: await list().count() });
      })
      .catch(() => undefined);
  });
}
