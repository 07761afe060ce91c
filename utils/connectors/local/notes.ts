import { Dexie } from 'dexie';
import type { Range } from '@/utils/connectors/types';
import type { FileRef, Note, Part } from '@/utils/people/types';
import { counted } from './counted';
import { listKey } from './counts';
import type { BookDatabase } from './database';
import { toFile } from './files';
import type { NoteRow } from './schema';

/** Of one person, newest first, with the honest total; files by name and size, without a byte of them. */
export async function readNotes(database: BookDatabase, person: number, range: Range): Promise<Part<Note>> {
  // A collection keeps the limit it was given: a new one for each question.
  const notes = () =>
    database.notes.where('[person+createdAt]').between([person, Dexie.minKey], [person, Dexie.maxKey]);
  return database.transaction('r', database.notes, database.files, database.counts, async () => {
    const [total, rows] = await Promise.all([
      counted(database, listKey.notes(person), notes),
      notes().reverse().limit(range.limit).toArray(),
    ]);
    return { items: await toNotes(database, rows), total };
  });
}

/** The rows as notes, in the same order. */
export async function toNotes(database: BookDatabase, rows: readonly NoteRow[]): Promise<Note[]> {
  const ids = rows.flatMap((row) => row.files ?? []);
  const files = new Map<number, FileRef>();
  for (const file of ids.length === 0 ? [] : await database.files.bulkGet(ids)) {
    if (file !== undefined) files.set(file.id, toFile(file));
  }
  return rows.map((row) => toNote(row, files));
}

function toNote(row: NoteRow, files: ReadonlyMap<number, FileRef>): Note {
  return {
    id: String(row.id),
    author: row.author,
    text: row.text,
    createdAt: row.createdAt,
    ...(row.editedAt === undefined ? {} : { editedAt: row.editedAt }),
    files: (row.files ?? []).flatMap((id) => files.get(id) ?? []),
  };
}
