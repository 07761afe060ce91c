import type { Range } from '@/utils/connectors/types';
import type { Note, Part } from '@/utils/people/types';
import { together } from './batch';
import { isoOf } from './dates';
import { type Asking, type Deskpro, isId, missing } from './deskpro';
import { linkedOf, many } from './envelope';
import { MOST } from './known';
import { namedOf } from './person';
import { BriefPersonShape, type DeskproNote, NoteShape } from './shapes';

const NotesShape = many(NoteShape);

/**
 * Newest first. In what order Deskpro lists them, and whether it can be asked for another, is not known: all of them are
 * read, and sorted here. Beside its text no public source names a field of a note.
 */
export async function readNotes(desk: Deskpro, person: string, { limit }: Range, asking: Asking): Promise<Part<Note>> {
  if (!isId(person)) throw missing(desk, asking.call);
  const all: Note[] = [];
  for (let page = 1; ; page += 1) {
    const search = { include: 'person,agent', count: MOST, page };
    const answers = await together(desk, { notes: { path: `people/${person}/notes`, search } }, asking);
    const { data, linked, meta } = answers('notes', NotesShape);
    const authors = new Map([
      ...linkedOf(linked, 'person', BriefPersonShape),
      ...linkedOf(linked, 'agent', BriefPersonShape),
    ]);
    all.push(...data.map((note) => toNote(note, authors)));
    if (data.length < MOST || all.length >= (meta.pagination?.total ?? 0)) break;
  }
  const items = all.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt) || Number(b.id) - Number(a.id));
  return { items: items.slice(0, limit), total: items.length };
}

type Brief = ReturnType<typeof linkedOf<typeof BriefPersonShape>>;

/** What has no time was at none that can be told: it comes last. */
const NEVER = new Date(0).toISOString();

function toNote(note: DeskproNote, authors: Brief): Note {
  // † Assumption: who wrote it stands in one of these; `person` may as well be whom it is about.
  const by = note.agent || note.author || '';
  const author = authors.get(by);
  return {
    id: note.id,
    author:
      by === '' ? '' : author === undefined ? `#${by}` : namedOf({ ...author, first_name: '', last_name: '' }).name,
    text: note.note,
    createdAt: isoOf(note.date_created) ?? NEVER,
    files: [],
  };
}
