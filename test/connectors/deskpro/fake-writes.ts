// What the fake Deskpro answers to what writes, by API v2: PUT updates and answers 204, or the thing where
// follow_location is asked for; POST makes and answers 201; a field that may not be written refuses the whole body.
import { type Call, extraFields, notAllowed, notFound, one } from './answers';
import type { FakeDeskpro } from './fake';
import { bad, deleted, updated } from './fake-answers';
import { writeOrganization } from './fake-organizations';
import { writePeople } from './fake-people';
import { writeTickets } from './fake-tickets';
import { shownNote } from './shown';
import { addNote } from './store';

export { fakeOld } from './fake-old';

/** Null: no such path. */
export function fakeWrites(fake: FakeDeskpro, call: Call): Response | null {
  const words = call.path.filter((part) => !/^\d+$/u.test(part)).join('/');
  const lacking = fake.lacks.get(`${call.method} ${words}`);
  if (lacking !== undefined) return lacking === 404 ? notFound() : notAllowed();
  switch (call.path[0]) {
    case 'people':
      return call.path[2] === 'notes' ? writeNotes(fake, call) : writePeople(fake, call);
    case 'organizations':
      return writeOrganization(fake, call);
    case 'tickets':
      return writeTickets(fake, call);
    default:
      return null;
  }
}

function writeNotes(fake: FakeDeskpro, call: Call): Response {
  const { store } = fake;
  const [, id = '', , given = ''] = call.path;
  const person = Number(id);
  if (!store.people.some((row) => row.id === person)) return notFound();
  const note = String(call.json['note'] ?? '');
  if (call.method !== 'DELETE') {
    if (Object.keys(call.json).some((name) => name !== 'note')) return extraFields();
    if (note.trim() === '') return bad('note', 'required', 'This value is required.');
  }
  if (given === '' && call.method === 'POST') return one(shownNote(addNote(store, { person, note })), {}, 201);
  const at = store.notes.findIndex((row) => String(row.id) === given && row.person === person);
  const row = store.notes[at];
  if (row === undefined) return given === '' ? notAllowed() : notFound();
  if (call.method === 'DELETE') {
    store.notes.splice(at, 1);
    return deleted(fake);
  }
  if (call.method !== 'PUT') return notAllowed();
  row.note = note;
  return updated(call, () => shownNote(row));
}
