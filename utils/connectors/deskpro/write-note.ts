// Notes about a person, which are none of a ticket. Who wrote one and when is Deskpro's to say: one that comes back after
// it was removed is a new one of the same text.

import * as v from 'valibot';
import { ask, isId } from './deskpro';
import { one } from './envelope';
import { readNotes } from './notes';
import { type DeskproNote, NoteShape } from './shapes';
import { idMade, type Job, lacking, orRefused, personOf, refusal, settled, type Write } from './write';

/** Fails with `invalid` for an empty one, and for files: nothing public tells how they come to a note. */
export const addNote: Write<'note.add'> = async (job) => {
  const { desk, change } = job;
  const loaded = await personOf(job);
  const { person } = loaded;
  const text = (change.again?.text ?? change.text).trim();
  if (text === '') throw refusal(job, 'invalid', { detail: 'an empty note' });
  if (change.files.length > 0) throw refusal(job, 'invalid', { detail: 'files' });
  const path = `people/${person.id}/notes`;
  const asked = desk.http.answer({ path, method: 'post', json: { note: text }, call: change.type });
  const answer = await settled(job, 'note.add', asked);
  // What is answered to it is in no public source: it is not to be written twice for that.
  const told = v.safeParse(one(NoteShape), answer.json);
  if (told.success) return madeOf(told.output.data);
  const id = idMade(answer);
  if (id !== null) return { id, version: '' };
  const { items } = await readNotes(desk, person.id, { limit: Number.POSITIVE_INFINITY }, { call: change.type });
  const [newest] = items
    .filter((note) => note.text.replaceAll('\r\n', '\n').trim() === text)
    .toSorted((one, other) => Number(other.id) - Number(one.id));
  if (newest === undefined) throw lacking(job, loaded, 'not-kept');
  return { id: newest.id, version: '' };
};

/** Fails with `missing`, with `conflict` where its text is another by now. */
export const setNote: Write<'note.set'> = async (job) => {
  const { desk, change } = job;
  const loaded = await personOf(job);
  const before = await noteOf(job, change.note);
  if (before.note !== change.from) throw refusal(job, 'conflict', { theirs: before.note });
  const text = change.to.trim();
  if (text === '') throw refusal(job, 'invalid', { detail: 'an empty note' });
  if (before.note === text) return madeOf(before);
  const path = `people/${loaded.person.id}/notes/${before.id}`;
  const asked = desk.http.answer({ path, method: 'put', json: { note: text }, call: change.type });
  await settled(job, 'note.set', asked);
  const after = await noteOf(job, before.id);
  if (after.note.trim() !== text) throw lacking(job, loaded, 'not-kept');
  return madeOf(after);
};

export const removeNote: Write<'note.remove'> = async (job) => {
  const { desk, change } = job;
  const { person } = await personOf(job);
  const before = await noteOf(job, change.note.id);
  if (before.note !== change.note.text)
    throw refusal(job, 'conflict', { theirs: { ...change.note, text: before.note } });
  const path = `people/${person.id}/notes/${before.id}`;
  await orRefused(job, desk.http.answer({ path, method: 'delete', call: change.type }));
  return madeOf(before);
};

const madeOf = ({ id, date_created: version }: DeskproNote) => ({ id, version });

async function noteOf(job: Pick<Job, 'desk' | 'change'>, id: string): Promise<DeskproNote> {
  if (!isId(id)) throw refusal(job, 'missing', { detail: 'note' });
  const path = `people/${job.change.person ?? ''}/notes/${id}`;
  const { data } = await ask(job.desk, one(NoteShape), { path, call: job.change.type });
  if (data.id !== id) throw refusal(job, 'missing', { detail: 'note' });
  return data;
}
