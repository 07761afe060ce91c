import type { Made } from '@/utils/changes/types';
import { addAttachments, readAttachments } from './attach';
import { writeLog } from './log';
import { toId } from './person';
import type { FileRow } from './schema';
import { type Job, personOf, refusal, type Write } from './write';

/** Puts a file on a profile, or brings a removed one back as it was. Fails with `invalid`, see attach.ts. */
export const addFile: Write<'file.add'> = async (job) => {
  const { file, again } = job.change;
  if (again !== null) return bringBack(job, again.id);
  if (file === null) throw refusal(job, 'invalid', { detail: 'no file' });
  const attachments = await readAttachments(job, [file]);
  return inTransaction(job, async (person) => {
    const [id = 0] = await addAttachments(job, attachments, { person, profile: person });
    return logged(job, person, { id, createdAt: job.stamp.at }, null, attachments[0]?.name ?? '');
  });
};

/** Takes a file off a profile so that it can come back. Fails with `missing` if it is not there; a note keeps its own. */
export const removeFile: Write<'file.remove'> = (job) =>
  inTransaction(job, async (person) => {
    const { database, stamp, change } = job;
    const file = await database.files.get(toId(change.file.id) ?? 0);
    if (file?.profile !== person) throw refusal(job, 'missing', { detail: 'file' });
    await database.bin.put({ key: binKey(file.id), at: stamp.at, person, kind: 'file', file });
    await database.files.delete(file.id);
    return logged(job, person, file, file.name, null);
  });

function bringBack(job: Job, id: string): Promise<Made> {
  return inTransaction(job, async (person) => {
    const { files, bin } = job.database;
    if ((await files.get(toId(id) ?? 0)) !== undefined) throw refusal(job, 'conflict', { detail: 'it is there' });
    const binned = await bin.get(binKey(id));
    if (binned?.kind !== 'file' || binned.person !== person) throw refusal(job, 'missing', { detail: 'file' });
    await files.add(binned.file);
    await bin.delete(binned.key);
    return logged(job, person, binned.file, null, binned.file.name);
  });
}

const binKey = (id: number | string): string => `file:${id}`;

function inTransaction(job: Job, write: (person: number) => Promise<Made>): Promise<Made> {
  const { people, files, blobs, bin, changeLog } = job.database;
  return job.database.transaction('rw', [people, files, blobs, bin, changeLog], async () =>
    write((await personOf(job)).id),
  );
}

async function logged(
  job: Job,
  person: number,
  file: Pick<FileRow, 'id' | 'createdAt'>,
  from: string | null,
  to: string | null,
): Promise<Made> {
  const made = { id: String(file.id), version: file.createdAt };
  await writeLog(job, person, { field: 'file', from, to }, made);
  return made;
}
