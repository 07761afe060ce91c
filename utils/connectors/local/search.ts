import type { PersonHit, Range } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import type { Part } from '@/utils/people/types';
import type { BookDatabase } from './database';
import { toPeople } from './person';

/** People whose name or one of its words, or one of whose addresses, begins with the text. The total counts all of them. */
export async function search(
  database: BookDatabase,
  connection: string,
  text: string,
  range: Range,
): Promise<Part<PersonHit>> {
  const typed = foldName(text);
  if (typed === '') return { items: [], total: 0 };
  const { people } = database;
  // An address has no space outside quotes, and the other keys have one: see keys.ts.
  const [whole, begun, addresses] = await Promise.all([
    people.where('names').equals(typed).primaryKeys(),
    people.where('names').startsWith(typed).primaryKeys(),
    typed.includes(' ') ? [] : people.where('keys').startsWith(text.trim().toLowerCase()).primaryKeys(),
  ]);
  const byAddress =
    typed.startsWith('+') || typed.startsWith('.') ? await onlyAddresses(database, addresses, typed) : addresses;
  const ids = [
    ...new Set(typed.includes('@') ? [...byAddress, ...whole, ...begun] : [...whole, ...begun, ...byAddress]),
  ];
  const rows = (await people.bulkGet(ids.slice(0, range.limit))).filter((row) => row !== undefined);
  const found = await toPeople(database, connection, rows);
  return { items: found.map((person) => ({ person, openTickets: null })), total: ids.length };
}

/** A lone "+" or "." is how the other keys begin too. */
async function onlyAddresses(database: BookDatabase, ids: readonly number[], start: string): Promise<number[]> {
  const rows = await database.people.bulkGet([...ids]);
  return rows.flatMap((row) => (row?.emails.some((email) => email.address.startsWith(start)) ? [row.id] : []));
}
