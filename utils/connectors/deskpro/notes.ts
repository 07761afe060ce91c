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
  const seen = new Set<string>();
  for (let page = 1; ; page += 1) {
    const search = { include: 'person,agent', count: MOST, page };
    const answers = await together(desk, { notes: { path: `people/${person}/notes`, search } }, asking);
    const { data, linked, meta } = answers('notes', NotesShape);
    const authors = new Map([
      ...linkedOf(linked, 'person', BriefPersonShape),
      ...linkedOf(linked, 'agent', BriefPersonShape),
    ]);
    const fresh = data.filter((note) => !seen.has(note.id));
    for (const note of fresh) seen.add(note.id);
    all.push(...fresh.map((note) => toNote(note, authors)));
    // Fewer may be given at a time than were asked for: the total tells the end, else a page that is not full.
    const told = meta.pagination?.total ?? null;
    if (fresh.length === 0 || (told === null ? data.length < MOST : all.length >= told)) break;
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
