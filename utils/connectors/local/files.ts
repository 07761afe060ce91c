import { Dexie } from 'dexie';
import type { Range } from '@/utils/connectors/types';
import type { FileRef, Part } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';
import { counted } from './counted';
import { listKey } from './counts';
import type { BookDatabase } from './database';
import type { FileRow } from './schema';

/** Those on the profile itself, newest first: by name and size, without a byte of them. */
export async function readFiles(database: BookDatabase, person: number, range: Range): Promise<Part<FileRef>> {
  const files = () =>
    database.files.where('[profile+createdAt]').between([person, Dexie.minKey], [person, Dexie.maxKey]);
  return database.transaction('r', database.files, database.counts, async () => {
    const [total, rows] = await Promise.all([
      counted(database, listKey.files(person), files),
      files().reverse().limit(range.limit).toArray(),
    ]);
    return { items: rows.map(toFile), total };
  });
}

/** The bytes, with the type that the file was kept with. Fails with `missing`. */
export async function readFile(database: BookDatabase, connection: string, id: number): Promise<Blob> {
  const { files, blobs } = database;
  const [row, bytes] = await database.transaction('r', files, blobs, () => Promise.all([files.get(id), blobs.get(id)]));
  if (row === undefined || bytes === undefined) {
    throw new ProblemError({ kind: 'missing', connection, call: 'file', detail: String(id) });
  }
  return bytes.content.slice(0, bytes.content.size, row.type);
}

export function toFile({ id, name, size, type, createdAt }: FileRow): FileRef {
  return { id: String(id), name, size, type, createdAt };
}
