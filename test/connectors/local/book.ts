// Opens books for tests: empty ones, and the sample.

import { openSession } from '@/test/support/open';
import type { StagedFile } from '@/utils/changes/types';
import { local, stageFile } from '@/utils/connectors/local';
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

export const openBook = (book: Book): Promise<Session> => openSession(local, connection(book));

export async function emptyBooks(): Promise<void> {
  await deleteBook('own');
  await deleteBook('sample');
}

/** Every row of every table, by table. */
export async function everything(book: Book): Promise<Record<string, unknown[]>> {
  const tables = bookDatabase(book).tables;
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table.name, await table.toArray()])));
}

/**
 * What people can see of a book: without how often a row was written, who was told of it, what was logged and what is
 * kept to take something back.
 */
export async function dump(book: Book): Promise<Record<string, unknown[]>> {
  const { changeLog: _, touched: __, bin: ___, ...rest } = await everything(book);
  const database = bookDatabase(book);
  const files = await database.files.toCollection().primaryKeys();
  return {
    ...rest,
    people: (await database.people.toArray()).map(({ revision: _revision, ...row }) => row),
    tickets: (await database.tickets.toArray()).map(({ updatedAt: _updatedAt, ...row }) => row),
    blobs: await database.blobs.where('id').anyOf(files).toArray(),
  };
}

/** Hands a text file over, as the panel does before it asks for a note. */
export async function stage(content: string, name = 'plan.txt'): Promise<StagedFile> {
  const bytes = Buffer.from(content);
  const staged = crypto.randomUUID();
  for (let index = 0; index === 0 || index * 4 < bytes.length; index += 1) {
    await stageFile({ id: staged, index, base64: bytes.subarray(index * 4, index * 4 + 4).toString('base64') });
  }
  return { staged, name, size: bytes.length, type: 'text/plain' };
}
