// Files that a write brings: their bytes are read before its transaction, which can wait for no other database.

import type { StagedFile } from '@/utils/changes/types';
import { cleanFileName, fileFault, HEAD } from '@/utils/people/file-rules';
import type { FileRow } from './schema';
import { readStagedFile } from './staged';
import { within } from './texts';
import { type Job, refusal } from './write';

interface Attachment {
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly content: Blob;
}

/** Files of one note. */
const MOST = 20;

/** Fails with `invalid` where bytes are missing or others than announced, and for files that no note takes. */
export async function readAttachments(job: Job, files: readonly StagedFile[]): Promise<readonly Attachment[]> {
  if (files.length > MOST) throw refusal(job, 'invalid', { detail: `more than ${MOST} files` });
  const read: Attachment[] = [];
  for (const { staged, name, size, type } of files) {
    const pieces = await readStagedFile(staged);
    const content = new Blob(pieces === null ? [] : [...pieces], { type: within(job, type, 'line') });
    const head = new Uint8Array(await content.slice(0, HEAD).arrayBuffer());
    const fault = fileFault({ name, size: content.size }, head);
    if (pieces === null || content.size !== size || fault !== null) {
      throw refusal(job, 'invalid', { detail: `${cleanFileName(name)}: ${fault ?? 'not all of it is here'}` });
    }
    read.push({ name: cleanFileName(name), size, type, content });
  }
  return read;
}

/** Writes them, within the write's transaction: on a note, or on the profile. Gives their ids in the same order. */
export async function addAttachments(
  { database, stamp }: Job,
  files: readonly Attachment[],
  on: Pick<FileRow, 'person' | 'profile'>,
): Promise<readonly number[]> {
  const ids: number[] = [];
  for (const { content, ...file } of files) {
    const id = await database.files.add({ ...on, ...file, createdAt: stamp.at });
    await database.blobs.add({ id, content });
    ids.push(id);
  }
  return ids;
}
