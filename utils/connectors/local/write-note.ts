import type { Made } from '@/utils/changes/types';
import type { Note } from '@/utils/people/types';
import { ME } from '@/utils/people/types';
import { addAttachments, readAttachments } from './attach';
import { writeLog } from './log';
import { toNotes } from './notes';
import { toId } from './person';
import type { NoteRow } from './schema';
import { within } from './texts';
import { after, type Job, personOf, refusal, type Write } from './write';

/** Writes a note with its files, or brings a removed one back as it was. Fails with `invalid` for an empty one. */
export const addNote: Write<'note.add'> = async (job) => {
  const { text, files, again } = job.change;
  if (again !== null) return bringBack(job, again);
  within(job, text, 'text');
  if (text.trim() === '' && files.length === 0) throw refusal(job, 'invalid', { detail: 'an empty note' });
  const attachments = await readAttachments(job, files);
  return inTransaction(job, async (person) => {
    const ids = await addAttachments(job, attachments, { person });
    const note = { person, author: ME, text, createdAt: job.stamp.at, ...(ids.length === 0 ? {} : { files: ids }) };
    const id = await job.database.notes.add(note);
    return logged(job, { ...note, id }, null, said(text, attachments));
  });
};

/** Fails with `conflict` where the note says something else by now, `theirs` is that; with `missing` if it is gone. */
export const setNote: Write<'note.set'> = (job) =>
  inTransaction(job, async () => {
    const { from, to } = job.change;
    const note = await noteOf(job, job.change.note);
    if (note.text !== from) throw refusal(job, 'conflict', { theirs: note.text });
    if (from === to) return versionOf(note);
    if (within(job, to, 'text').trim() === '' && note.files === undefined) {
      throw refusal(job, 'invalid', { detail: 'an empty note' });
    }
    const { editedAt: edited, ...rest } = note;
    const key = `text:${note.id}`;
    const before = await job.database.bin.get(key);
    // Set back to what it was, it was never edited.
    const back = before?.kind === 'text' && before.text === to;
    const at = back ? before.editedAt : after(edited ?? note.createdAt, job.stamp.at);
    const stamp = edited === undefined ? {} : { editedAt: edited };
    await job.database.bin.put({ key, at: job.stamp.at, person: note.person, kind: 'text', text: from, ...stamp });
    const next = { ...rest, text: to, ...(at === undefined ? {} : { editedAt: at }) };
    await job.database.notes.put(next);
    return logged(job, next, from, to);
  });

/** Takes a note away, with its files, so that it can come back. Fails with `conflict` if its text is another by now. */
export const removeNote: Write<'note.remove'> = (job) =>
  inTransaction(job, async () => {
    const { database, stamp, change } = job;
    const note = await noteOf(job, change.note.id);
    const [theirs] = await toNotes(database, [note]);
    if (note.text !== change.note.text) throw refusal(job, 'conflict', { theirs });
    const files = (await database.files.bulkGet([...(note.files ?? [])])).filter((file) => file !== undefined);
    await database.bin.put({ key: binKey(note.id), at: stamp.at, person: note.person, kind: 'note', note, files });
    await database.notes.delete(note.id);
    await database.files.bulkDelete(files.map(({ id }) => id));
    return logged(job, note, said(note.text, files), null);
  });

async function bringBack(job: Job, { id }: Note): Promise<Made> {
  return inTransaction(job, async (person) => {
    const { bin, notes, files } = job.database;
    const there = await notes.get(toId(id) ?? 0);
    if (there !== undefined) throw refusal(job, 'conflict', { theirs: (await toNotes(job.database, [there]))[0] });
    const binned = await bin.get(binKey(id));
    if (binned?.kind !== 'note' || binned.person !== person) throw refusal(job, 'missing', { detail: 'note' });
    await notes.add(binned.note);
    await files.bulkAdd([...binned.files]);
    await bin.delete(binned.key);
    return logged(job, binned.note, null, said(binned.note.text, binned.files));
  });
}

const binKey = (id: number | string): string => `note:${id}`;

/** Over all that a note is made of. `write` is told the person, who is there. */
function inTransaction(job: Job, write: (person: number) => Promise<Made>): Promise<Made> {
  const { people, notes, files, blobs, bin, changeLog } = job.database;
  return job.database.transaction('rw', [people, notes, files, blobs, bin, changeLog], async () =>
    write((await personOf(job)).id),
  );
}

async function noteOf(job: Job, id: string): Promise<NoteRow> {
  const note = await job.database.notes.get(toId(id) ?? 0);
  if (note === undefined || String(note.person) !== job.change.person)
    throw refusal(job, 'missing', { detail: 'note' });
  return note;
}

const versionOf = ({ id, createdAt, editedAt }: NoteRow): Made => ({ id: String(id), version: editedAt ?? createdAt });

async function logged(job: Job, note: NoteRow, from: string | null, to: string | null): Promise<Made> {
  const made = versionOf(note);
  await writeLog(job, note.person, { field: 'note', from, to }, made);
  return made;
}

/** A note without text is called by its files. */
const said = (text: string, files: readonly { readonly name: string }[]): string =>
  text.trim() === '' ? files.map(({ name }) => name).join(', ') : text;
