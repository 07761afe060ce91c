import { ProblemError } from '@/utils/problem';
import type { BookDatabase } from './database';
import { dropPieces } from './pieces';
import type { ImportRow } from './schema';

// All that an import writes lies in key ranges that nothing else uses, and the ranges are written down before the
// first row. So a half import is recognised after a crash, and taken back whole, whatever else was written meanwhile.

/** One import at a time. Fails with `conflict`. */
export async function claimImport(
  database: BookDatabase,
  { id, file }: { readonly id: string; readonly file: string },
): Promise<void> {
  await database.transaction('rw', database.imports, async () => {
    const other = await database.imports.toCollection().first();
    if (other !== undefined) throw new ProblemError({ kind: 'conflict', call: 'import', detail: other.file });
    await database.imports.add({ id, file, at: new Date().toISOString(), people: [0, 0], organisations: [0, 0] });
  });
}

export async function reserveIds(
  database: BookDatabase,
  id: string,
  wanted: { readonly people: number; readonly organisations: number },
): Promise<ImportRow> {
  const { people, organisations, imports } = database;
  return database.transaction('rw', people, organisations, imports, async () => {
    const row = await imports.get(id);
    if (row === undefined) throw new ProblemError({ kind: 'missing', call: 'import', detail: id });
    const at = row.at;
    const person = {
      name: '',
      keys: [],
      names: [],
      emails: [],
      facts: { createdAt: at, creationSystem: 'import' },
      revision: 1,
    };
    const organisation = { name: '', key: '', createdAt: at };
    const firstPerson = await people.add(person);
    const firstOrganisation = await organisations.add(organisation);
    const ranges = {
      people: [firstPerson, firstPerson + wanted.people] as const,
      organisations: [firstOrganisation, firstOrganisation + wanted.organisations] as const,
    };
    // Writing the id after the last moves the counter past it, for good: a deleted row does not move it back.
    await people.bulkPut([{ ...person, id: ranges.people[1] }]);
    await organisations.bulkPut([{ ...organisation, id: ranges.organisations[1] }]);
    await people.bulkDelete([firstPerson, ranges.people[1]]);
    await organisations.bulkDelete([firstOrganisation, ranges.organisations[1]]);
    const reserved = { ...row, ...ranges };
    await imports.put(reserved);
    return reserved;
  });
}

/** All is written: what an import needed on its way goes, and search learns of everybody at once. */
export async function finish(database: BookDatabase, id: string): Promise<void> {
  const { imports, importPieces, touched } = database;
  await database.transaction('rw', imports, importPieces, touched, async () => {
    const row = await imports.get(id);
    if (row !== undefined) await touchRange(database, row);
    await dropPieces(database, id);
    await imports.delete(id);
  });
}

/** One row for all people of an import. */
async function touchRange({ touched }: BookDatabase, { people: [first, after] }: ImportRow): Promise<void> {
  if (first < after) await touched.add({ person: first, until: after });
}

/**
 * Leaves no trace of an import that was not finished, but for what somebody has made of it meanwhile: people who were
 * written of since stay, and organisations that came to be used.
 */
export async function takeBack(database: BookDatabase, id: string): Promise<void> {
  const { people, merged, organisations, tickets, changeLog, imports, importPieces } = database;
  const tables = [people, merged, organisations, tickets, changeLog, imports, importPieces];
  const gone = await database.transaction('rw', tables, async () => {
    const row = await imports.get(id);
    if (row === undefined) return undefined;
    const [first, after] = row.organisations;
    await dropUntouched(database, row);
    const used = await Promise.all([
      people.where('orgs').between(first, after, true, false).uniqueKeys(),
      merged.where('row.orgs').between(first, after, true, false).uniqueKeys(),
      tickets.where('organisation').between(first, after, true, false).uniqueKeys(),
    ]);
    if (used.flat().length === 0) await organisations.where(':id').between(first, after, true, false).delete();
    else {
      const stay = new Set(used.flat());
      const made = await organisations.where(':id').between(first, after, true, false).primaryKeys();
      await organisations.bulkDelete(made.filter((key) => !stay.has(key)));
    }
    await dropPieces(database, id);
    await imports.delete(id);
    return row;
  });
  // Search may have met some of them. A disk that is too full to say so is no reason to keep them.
  if (gone !== undefined) await touchRange(database, gone).catch(() => undefined);
}

/** Between those who were written of there are ranges, deleted as such: an import has many people, few are edited. */
async function dropUntouched({ people, changeLog }: BookDatabase, row: ImportRow): Promise<void> {
  const [first, after] = row.people;
  const lines = await changeLog.where('[person+at]').between([first], [after]).toArray();
  const stay = [...new Set(lines.map(({ person }) => person))].sort((a, b) => a - b);
  for (const [index, until] of [...stay, after].entries()) {
    const from = index === 0 ? first : (stay[index - 1] ?? first) + 1;
    await people.where(':id').between(from, until, true, false).delete();
  }
}
