import { Dexie, type EntityTable } from 'dexie';
import type { Packed } from '@/utils/search/segment';
import type { Book } from './database';

/** Counts up when the same people would be found by other tokens: what was saved before is made anew. */
const FORMAT = 1;

interface SavedRow extends Packed {
  readonly book: Book;
  readonly format: number;
  /** Up to which entry of the book's list of touched people it is made. */
  readonly seq: number;
}

interface SearchDatabase extends Dexie {
  saved: EntityTable<SavedRow, 'book'>;
}

export interface Saved {
  readonly packed: Packed;
  readonly seq: number;
}

// Apart from the books: it can be made again from them at any time, and no migration has to carry it.
export async function readSaved(book: Book): Promise<Saved | null> {
  const row = await use((database) => database.saved.get(book));
  if (row === undefined || row.format !== FORMAT) return null;
  const { book: _book, format: _format, seq, ...packed } = row;
  return { packed, seq };
}

/** As one record; gives whether it could be. A disk too full for it costs the next start its speed, nothing else. */
export function save(book: Book, { packed, seq }: Saved): Promise<boolean> {
  return use((database) => database.saved.put({ ...packed, book, format: FORMAT, seq })).then(
    () => true,
    () => false,
  );
}

export async function dropSaved(book: Book): Promise<void> {
  await use((database) => database.saved.delete(book));
}

async function use<Value>(act: (database: SearchDatabase) => PromiseLike<Value>): Promise<Value> {
  const database = new Dexie('sidecard-search', { chromeTransactionDurability: 'relaxed', cache: 'disabled' });
  database.version(1).stores({ saved: 'book' });
  try {
    return await act(hasSaved(database) ? database : fail());
  } finally {
    database.close();
  }
}

function hasSaved(database: Dexie): database is SearchDatabase {
  return database.tables.some(({ name }) => name === 'saved');
}

function fail(): never {
  throw new Error('A search database without its table');
}
