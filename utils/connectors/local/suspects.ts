import type { Suspect } from '@/utils/connectors/types';
import { compareWith, openIndex } from '@/utils/duplicates';
import type { Weights } from '@/utils/duplicates/types';
import type { Compared } from '@/utils/people/same-person';
import { alike } from '@/utils/search/alike';
import type { Index } from '@/utils/search/changes';
import type { BookDatabase } from './database';
import { toId, toPeople } from './person';
import type { PersonRow } from './schema';
import { entryOf } from './search-entries';
import { strangersBeside } from './strangers';
import { suspectEntry, type Words } from './suspect-entry';
import { countTickets } from './tickets';

/** So many are compared with the person: those who share the most telling words. */
const COMPARED = 40;
/** The same line that the search through a whole book draws. */
const LIKELIER_THAN_NOT = 0.5;
/** What is common in a book is learned from so many people, spread over it; of smaller ones, from all. */
const LEARNED = 3_000;

interface Place {
  readonly database: BookDatabase;
  readonly connection: string;
}

/** Who may be the same as this person, the surest first; nobody if there is no such person. */
export async function readSuspects(
  { database, connection }: Place,
  index: Index,
  weights: Weights,
  id: string,
  limit: number,
): Promise<readonly Suspect[]> {
  const row = await database.people.get(toId(id) ?? 0);
  if (row === undefined || !isComparable(row)) return [];
  const own = await readWords(database, [row]);
  const near = alike(index, entryOf(row, own.organisations), COMPARED);
  const rows = (await database.people.bulkGet([...near])).filter((one) => one !== undefined);
  const others = rows.filter(isComparable);
  if (others.length === 0) return [];
  const words = await readWords(database, [row, ...others]);
  const [record, ...records] = [row, ...others].map((one) => suspectEntry(one, words));
  if (record === undefined) return [];
  const compared = compareWith(record, records, weights);
  const found = compared
    .flatMap((how, at) => {
      const other = others[at];
      return other === undefined ? [] : [{ other, how }];
    })
    .filter(({ how }) => how.probability >= LIKELIER_THAN_NOT || isNamesake(how))
    .sort((a, b) => b.how.probability - a.how.probability || a.other.id - b.other.id)
    .slice(0, limit);
  const [people, tickets] = await Promise.all([
    toPeople(
      database,
      connection,
      found.map(({ other }) => other),
      false,
    ),
    Promise.all(found.map(({ other }) => countTickets(database, other.id))),
  ]);
  return found.flatMap(({ how }, at) => {
    const person = people[at];
    return person === undefined ? [] : [{ ...how, person, tickets: tickets[at]?.tickets ?? null }];
  });
}

/** Of one name and nothing against it: no suspicion, but somebody to choose from. */
const isNamesake = ({ tier, evidence }: Compared): boolean =>
  tier === 'possible' &&
  evidence.some(({ kind, level }) => kind === 'name' && level === 'same') &&
  evidence.every(({ kind, level }) => kind !== 'birthDate' || level !== 'different');

/** Agents are merged with nobody, so nobody is compared with them. */
export const isComparable = ({ kind }: PersonRow): boolean => kind !== 'agent';

/** What is common in this book, and so tells little. */
export async function learnWeights(database: BookDatabase, breathe: () => Promise<void>): Promise<Weights> {
  const ids = await database.people.toCollection().primaryKeys();
  const step = Math.max(1, ids.length / LEARNED);
  const some = ids.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
  const rows = (await database.people.bulkGet(some)).filter((row) => row !== undefined);
  const words = await readWords(database, rows);
  const entries = rows.filter(isComparable).map((row) => suspectEntry(row, words));
  const { weights } = await openIndex([...entries, ...strangersBeside(entries.length)], { breathe });
  // Two of all are one person as seldom as two of these times how many more there are.
  return { ...weights, prior: weights.prior - Math.log(step) };
}

export async function readWords(database: BookDatabase, rows: readonly PersonRow[]): Promise<Words> {
  const ids = [...new Set(rows.flatMap(({ orgs = [] }) => orgs))];
  const [found, definitions] = await Promise.all([
    ids.length === 0 ? [] : database.organisations.bulkGet(ids),
    rows.some(({ custom }) => custom !== undefined) ? database.customFields.toArray() : [],
  ]);
  const organisations = new Map(found.flatMap((one) => (one === undefined ? [] : [[one.id, one.name] as const])));
  return { organisations, definitions };
}
