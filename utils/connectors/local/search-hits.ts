import { Dexie } from 'dexie';
import type { Because, PersonHit } from '@/utils/connectors/types';
import type { Ranked } from '@/utils/search/rank';
import type { BookDatabase } from './database';
import { toPeople } from './person';
import { because } from './search-because';

/** Tickets whose number begins so. Of more it means none: not all of them could be listed and counted. */
const TICKETS = 50;

/** People whom a typed number means though no word of theirs begins so: by a ticket's number, by their own id. */
export type ByNumber = ReadonlyMap<number, Because>;

/** Whose ticket or whose id a text is; if no ticket has that very number, whose number begins so. */
export async function findByNumber(database: BookDatabase, text: string): Promise<ByNumber> {
  const typed = text.trim().replace(/^#/, '');
  const found = new Map<number, Because>();
  if (typed === '' || typed.length > 40 || /\s|@/.test(typed) || !/\d/.test(typed)) return found;
  const tickets = await database.tickets
    .where('number')
    .startsWith(typed)
    .limit(TICKETS + 1)
    .toArray();
  // In their order the whole ones come first.
  const whole = tickets.filter(({ number }) => number === typed);
  for (const { person, number, title } of whole.length > 0 || tickets.length > TICKETS ? whole : tickets) {
    if (!found.has(person)) found.set(person, { kind: 'ticket', title: number, text: title });
  }
  if (/^[1-9]\d{0,9}$/.test(typed) && !found.has(Number(typed))) found.set(Number(typed), { kind: 'id', text: typed });
  return found;
}

/** People as they were read for an answer, by their ids: the next letter finds most of them again. */
export type Read = Map<number, Pick<PersonHit, 'person' | 'openTickets'>>;

/** More are not kept; whoever scrolls through thousands reads them once. */
const KEPT = 2_000;

/** The rows of those found, in their order. Somebody deleted a moment ago is left out. `read` is added to. */
export async function readHits(
  { database, connection, read }: { readonly database: BookDatabase; readonly connection: string; readonly read: Read },
  found: readonly Ranked[],
  text: string,
  byNumber: ByNumber,
): Promise<readonly PersonHit[]> {
  if (read.size > KEPT) read.clear();
  const unread = found.filter(({ id }) => !read.has(id)).map(({ id }) => id);
  const news: Read = unread.length === 0 ? new Map() : await readPeople(database, connection, unread);
  for (const [id, one] of news) read.set(id, one);
  return found.flatMap((ranked) => {
    const one = news.get(ranked.id) ?? read.get(ranked.id);
    if (one === undefined) return [];
    const reason = because(one.person, text) ?? reasonByNumber(byNumber, ranked);
    return [{ ...one, ...(reason === undefined ? {} : { because: reason }), score: ranked.score }];
  });
}

async function readPeople(database: BookDatabase, connection: string, ids: readonly number[]): Promise<Read> {
  const { people, organisations, groups, customFields, tickets } = database;
  return database.transaction('r', people, organisations, groups, customFields, tickets, async () => {
    const [rows, open] = await Promise.all([
      people.bulkGet([...ids]),
      Promise.all(ids.map((id) => countOpen(database, id))),
    ]);
    const counts = new Map(ids.map((id, at) => [id, open[at] ?? null]));
    const there = rows.filter((row) => row !== undefined);
    const persons = await toPeople(database, connection, there, false);
    return new Map(
      there.flatMap(({ id }, at): [number, Pick<PersonHit, 'person' | 'openTickets'>][] => {
        const person = persons[at];
        return person === undefined ? [] : [[id, { person, openTickets: counts.get(id) ?? null }]];
      }),
    );
  });
}

/** Only of those found by the number: a name or an address that begins so says enough by itself. */
function reasonByNumber(byNumber: ByNumber, { id, score }: Ranked): Because | undefined {
  return score === 0 ? byNumber.get(id) : undefined;
}

function countOpen({ tickets }: BookDatabase, person: number): PromiseLike<number> {
  return tickets.where('[person+open+updatedAt]').between([person, 1, Dexie.minKey], [person, 1, Dexie.maxKey]).count();
}
