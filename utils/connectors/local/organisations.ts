import type { OrganisationHit, Range } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import type { Part } from '@/utils/people/types';
import type { BookDatabase } from './database';

/** Organisations for a field that is being typed in: those whose name begins so, then those with a word that does. */
export async function readOrganisations(
  database: BookDatabase,
  text: string,
  range: Range,
): Promise<Part<OrganisationHit>> {
  const typed = foldName(text);
  const begun = database.organisations.where('key').startsWith(typed);
  const ids = await begun.primaryKeys();
  if (typed !== '' && ids.length < range.limit) {
    const known = new Set(ids);
    const words = await database.organisations
      .filter((row) => row.key.includes(` ${typed}`) && !known.has(row.id))
      .primaryKeys();
    ids.push(...words);
  }
  const rows = (await database.organisations.bulkGet(ids.slice(0, range.limit))).filter((row) => row !== undefined);
  const people = await Promise.all(rows.map((row) => database.people.where('orgs').equals(row.id).count()));
  return {
    items: rows.map((row, index) => ({ id: String(row.id), name: row.name, people: people[index] ?? 0 })),
    total: ids.length,
  };
}
