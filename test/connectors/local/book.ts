// Opens books for tests: empty ones, and the sample.

import { local } from '@/utils/connectors/local';
import { type Book, bookDatabase, deleteBook } from '@/utils/connectors/local/database';
import type { Connection, Session } from '@/utils/connectors/types';

export function connection(book: Book): Connection {
  return {
    id: `${book}-book`,
    connector: 'local',
    name: 'My book',
    mark: { shape: 'square', letter: 'B' },
    local: true,
    settings: { book },
  };
}

export const openBook = (book: Book): Promise<Session> => local.open(connection(book));

export async function emptyBooks(): Promise<void> {
  await deleteBook('own');
  await deleteBook('sample');
}

/** Every row of every table, by table. */
export async function dump(book: Book): Promise<Record<string, unknown[]>> {
  const tables = bookDatabase(book).tables;
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table.name, await table.toArray()])));
}
