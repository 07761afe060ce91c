import type { PersonHit, Range, SearchQuery } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import type { Part } from '@/utils/people/types';
import type { BookDatabase } from './database';
import { toId, toPeople } from './person';
import type { PersonRow } from './schema';

/**
 * People whose name or one of its words, or one of whose addresses, begins with the text; everybody for none. The
 * total counts all of them. It needs no index of its own, so it serves the background, and the panel until the index
 * of all words is made.
 */
export async function search(
  database: BookDatabase,
  connection: string,
  query: SearchQuery,
  range: Range,
): Promise<Part<PersonHit>> {
  const ids = await narrowed(database, query, await begunIds(database, query.text));
  const rows = (await database.people.bulkGet(ids.slice(0, range.limit))).filter((row) => row !== undefined);
  const found = await toPeople(database, connection, rows, false);
  return { items: found.map((person) => ({ person, openTickets: null })), total: ids.length };
}

async function begunIds(database: BookDatabase, text: string): Promise<readonly number[]> {
  const typed = foldName(text);
  const { people } = database;
  if (typed === '') return people.toCollection().primaryKeys();
  // An address has no space outside quotes, and the other keys have one: see keys.ts.
  const [whole, begun, addresses] = await Promise.all([
    people.where('names').equals(typed).primaryKeys(),
    people.where('names').startsWith(typed).primaryKeys(),
    typed.includes(' ') ? [] : people.where('keys').startsWith(text.trim().toLowerCase()).primaryKeys(),
  ]);
  const byAddress =
    typed.startsWith('+') || typed.startsWith('.') ? await onlyAddresses(database, addresses, typed) : addresses;
  return [...new Set(typed.includes('@') ? [...byAddress, ...whole, ...begun] : [...whole, ...begun, ...byAddress])];
}

/** Those whom the filters leave, in the order asked for. */
async function narrowed(
  database: BookDatabase,
  { role, group, label, sort }: SearchQuery,
  ids: readonly number[],
): Promise<readonly number[]> {
  const { people } = database;
  const groups = role === 'agents' ? 'teams' : 'groups';
  const [inGroup, labelled] = await Promise.all([
    group === null
      ? null
      : people
          .where(groups)
          .equals(toId(group) ?? 0)
          .primaryKeys(),
    label === null ? null : people.where('labels').equals(label).primaryKeys(),
  ]);
  const allowed = [inGroup, labelled].filter((list) => list !== null).map((list) => new Set(list));
  const left = ids.filter((id) => allowed.every((list) => list.has(id)));
  if (role === 'anyone' && sort === 'best') return left;
  // What no index holds is read from the rows.
  const rows = (await people.bulkGet(left)).filter((row) => row !== undefined);
  const wanted = role === 'anyone' ? rows : rows.filter(({ kind }) => (kind === 'agent') === (role === 'agents'));
  return ordered(wanted, sort).map(({ id }) => id);
}

function ordered(rows: readonly PersonRow[], sort: SearchQuery['sort']): readonly PersonRow[] {
  if (sort === 'best') return rows;
  if (sort === 'name') return byText(rows, ({ name }) => foldName(name), 1);
  return byText(rows, ({ facts }) => (sort === 'newest' ? facts.createdAt : lastSeen(facts)), -1);
}

const lastSeen = ({ lastSeenAt = '', lastLoginAt = '' }: PersonRow['facts']): string =>
  lastSeenAt > lastLoginAt ? lastSeenAt : lastLoginAt;

function byText(rows: readonly PersonRow[], textOf: (row: PersonRow) => string, way: 1 | -1): readonly PersonRow[] {
  return rows
    .map((row) => ({ row, text: textOf(row) }))
    .sort((a, b) => (a.text === b.text ? 0 : a.text < b.text ? -way : way))
    .map(({ row }) => row);
}

/** A lone "+" or "." is how the other keys begin too. */
async function onlyAddresses(database: BookDatabase, ids: readonly number[], start: string): Promise<number[]> {
  const rows = await database.people.bulkGet([...ids]);
  return rows.flatMap((row) => (row?.emails.some((email) => email.address.startsWith(start)) ? [row.id] : []));
}
