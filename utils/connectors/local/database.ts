import { Dexie, type EntityTable, type Table } from 'dexie';
import { keepCounts } from './counts';
import { databaseExists } from './exists';
import { migrations } from './migrations';
import type {
  ActivityRow,
  BanRow,
  BinRow,
  BlobRow,
  ChargeRow,
  ChatRow,
  CountRow,
  CustomFieldRow,
  FileRow,
  ImportRow,
  LogRow,
  MergedRow,
  NamedRow,
  NoteRow,
  OrganisationRow,
  PersonRow,
  PieceRow,
  SignInRow,
  TicketRow,
  TouchedRow,
} from './schema';

/** The user's own people, or the sample people: two databases, so that neither is ever mixed into the other. */
export type Book = 'own' | 'sample';

export interface BookDatabase extends Dexie {
  people: EntityTable<PersonRow, 'id'>;
  merged: EntityTable<MergedRow, 'id'>;
  organisations: EntityTable<OrganisationRow, 'id'>;
  groups: EntityTable<NamedRow, 'id'>;
  teams: EntityTable<NamedRow, 'id'>;
  customFields: EntityTable<CustomFieldRow, 'id'>;
  tickets: EntityTable<TicketRow, 'id'>;
  notes: EntityTable<NoteRow, 'id'>;
  files: EntityTable<FileRow, 'id'>;
  blobs: EntityTable<BlobRow, 'id'>;
  charges: EntityTable<ChargeRow, 'id'>;
  chats: EntityTable<ChatRow, 'id'>;
  changeLog: EntityTable<LogRow, 'id'>;
  activity: EntityTable<ActivityRow, 'id'>;
  signIns: EntityTable<SignInRow, 'id'>;
  bans: EntityTable<BanRow, 'pattern'>;
  imports: EntityTable<ImportRow, 'id'>;
  importPieces: Table<PieceRow, [string, number]>;
  bin: Table<BinRow, string>;
  touched: EntityTable<TouchedRow, 'seq'>;
  counts: EntityTable<CountRow, 'key'>;
}

export const databaseName = (book: Book): string => `sidecard-book-${book}`;

/** Opens (or makes) a database with these versions; `upTo` is for tests of older ones. */
export function openDatabase(name: string, upTo = Number.POSITIVE_INFINITY): BookDatabase {
  // Relaxed: a commit waits for the system's cache, not for the disk. What a power cut may take is the last second.
  const database = new Dexie(name, { chromeTransactionDurability: 'relaxed', cache: 'disabled' });
  for (const { version, stores, upgrade } of migrations) {
    if (version > upTo) break;
    const declared = database.version(version).stores({ ...stores });
    if (upgrade !== undefined) declared.upgrade(upgrade);
  }
  database.use(keepCounts);
  return hasTables(database) ? database : fail();
}

const opened = new Map<Book, BookDatabase>();

/** The one handle on a book. It closes when the book is deleted, and opens again when it is used again. */
export function bookDatabase(book: Book): BookDatabase {
  const there = opened.get(book);
  if (there !== undefined) return there;
  const database = openDatabase(databaseName(book));
  database.on('versionchange', () => database.close({ disableAutoOpen: false }));
  opened.set(book, database);
  return database;
}

export async function deleteBook(book: Book): Promise<void> {
  await bookDatabase(book).delete({ disableAutoOpen: false });
}

/** How many people a book has, agents among them; 0 without making the database if it is not there. */
export async function countPeople(book: Book): Promise<number> {
  if (!(await databaseExists(databaseName(book)))) return 0;
  return bookDatabase(book).people.count();
}

function hasTables(database: Dexie): database is BookDatabase {
  return database.tables.some((table) => table.name === 'people');
}

function fail(): never {
  throw new Error('A book without people');
}
