import { Dexie } from 'dexie';
import type { Because, PersonHit } from '@/utils/connectors/types';
import type { Ranked } from '@/utils/search/rank';
import type { BookDatabase } from './database';
import { toPeople } from './person';
import { because } from './search-because';

/** Tickets whose number begins so: more are not told apart by it. */
const TICKETS = 50;

/** People whom a typed number means though no word of theirs begins so: by a ticket's number, by their own id. */
export type ByNumber = ReadonlyMap<number, Because>;

/** Whose ticket or whose id a text is, exact ones first. */
export async function findByNumber(database: BookDatabase, text: string): Promise<ByNumber> {
  const typed = text.trim().replace(/^#/, '');
  const found = new Map<number, Because>();
  if (typed === '' || typed.length > 40 || /\s|@/.test(typed) || !/\d/.test(typed)) return found;
  const tickets = await database.tickets.where('number').startsWith(typed).limit(TICKETS).toArray();
  const whole = tickets.filter(({ number }) => number === typed);
  for (const { person, number, title } of [...whole, ...tickets]) {
    if (!found.has(person)) found.set(person, { kind: 'ticket', title: number, text: title });
  }
  if (/^[1-9]\d{0,9}$/.test(typed) && !found.has(Number(typed))) found.set(Number(typed), { kind: 'id', text: typed });
  return found;
}

/** The rows of those found, in their order. Somebody deleted a moment ago is left out. */
export async function readHits(
  database: BookDatabase,
  connection: string,
  found: readonly Ranked[],
  text: string,
  byNumber: ByNumber,
): Promise<readonly PersonHit[]> {
  const { people, organisations, groups, customFields, tickets } = database;
  return database.transaction('r', people, organisations, groups, customFields, tickets, async () => {
    const [rows, open] = await Promise.all([
      people.bulkGet(found.map(({ id }) => id)),
      Promise.all(found.map(({ id }) => countOpen(database, id))),
    ]);
    const here = rows.flatMap((row, at) => (row === undefined ? [] : [{ row, at }]));
    const persons = await toPeople(
      database,
      connection,
      here.map(({ row }) => row),
      false,
    );
    return persons.map((person, index) => {
      const at = here[index]?.at ?? 0;
      const reason = because(person, text) ?? reasonByNumber(byNumber, found[at]);
      return {
        person,
        openTickets: open[at] ?? null,
        ...(reason === undefined ? {} : { because: reason }),
        score: found[at]?.score ?? 0,
      };
    });
  });
}

/** Only of those found by the number: a name or an address that begins so says enough by itself. */
function reasonByNumber(byNumber: ByNumber, ranked: Ranked | undefined): Because | undefined {
  return ranked?.score === 0 ? byNumber.get(ranked.id) : undefined;
}

function countOpen({ tickets }: BookDatabase, person: number): PromiseLike<number> {
  return tickets.where('[person+open+updatedAt]').between([person, 1, Dexie.minKey], [person, 1, Dexie.maxKey]).count();
}
