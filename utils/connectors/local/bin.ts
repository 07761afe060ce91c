import type { BookDatabase } from './database';
import type { BinRow } from './schema';

/** What was taken away half a year ago, nobody takes back any more. */
const KEPT = 180 * 24 * 60 * 60_000;
/** At a time: opening a book waits for it. */
const PORTION = 200;

/** Empties a part of the bin: what is older than 180 days, its bytes too. Gives the number of things that went. */
export async function clearBin(database: BookDatabase, now = new Date()): Promise<number> {
  const { bin, blobs } = database;
  const before = new Date(now.getTime() - KEPT).toISOString();
  return database.transaction('rw', bin, blobs, async () =>
    drop(database, await bin.where('at').below(before).limit(PORTION).toArray()),
  );
}

/** Empties the bin of one person, within the transaction that deletes them. */
export async function dropBinOf(database: BookDatabase, person: number): Promise<void> {
  await drop(database, await database.bin.where('person').equals(person).toArray());
}

async function drop({ bin, blobs }: BookDatabase, rows: readonly BinRow[]): Promise<number> {
  await blobs.bulkDelete(rows.flatMap(filesOf));
  await bin.bulkDelete(rows.map(({ key }) => key));
  return rows.length;
}

function filesOf(row: BinRow): readonly number[] {
  if (row.kind === 'note') return row.files.map(({ id }) => id);
  return row.kind === 'file' ? [row.file.id] : [];
}
