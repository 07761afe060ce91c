// What the worker does with a question: answers for each book as it comes, the first rows before the others, and once
// more whenever somebody in that book changes, until the next question.

import type { SearchAsked, SearchTold } from '@/utils/connectors/told';
import type { PersonHit, SearchQuery } from '@/utils/connectors/types';
import { toProblem } from '@/utils/problem';
import type { Index } from '@/utils/search/changes';
import { find } from '@/utils/search/find';
import { mark } from '@/utils/search/tokens';
import { bookAt } from './connections';
import { type Book, type BookDatabase, bookDatabase } from './database';
import { search as searchBegun } from './search';
import { type BookIndex, openIndex } from './search-book';
import { findByNumber, type Read, readHits } from './search-hits';

/** Rows told at once: as many as a panel shows before it is scrolled. */
const FIRST = 10;
/** Rows read at a time after that. */
const PORTION = 250;
/** ms before the rows that are out of sight: whoever types goes on by then, and needs the time for the next letter. */
const REST = 50;

export interface Searcher {
  ask(asked: SearchAsked): void;
  /** Somebody wrote to a book, maybe from elsewhere. */
  changed(book: Book): Promise<void>;
  /** The index of a book as it is now; null: it could not be made. */
  held(book: Book): Promise<Index | null>;
}

export function makeSearcher(tell: (told: SearchTold) => void, databaseOf = bookDatabase, pause = rest): Searcher {
  const books = new Map<Book, BookIndex>();
  const reads = new Map<Book, Read>();
  const now: { asked: SearchAsked | null; hurried: boolean } = { asked: null, hurried: false };
  /** By connection: the answer that is being given. */
  const latest = new Map<string, symbol>();

  const indexOf = (book: Book): BookIndex => {
    const there = books.get(book);
    if (there !== undefined) return there;
    const opened = openIndex(book, databaseOf(book), () => again(book), { hurried: () => now.hurried });
    books.set(book, opened);
    // One that cannot be read now is opened again by the next question.
    opened.loaded.catch(() => books.get(book) === opened && books.delete(book));
    return opened;
  };

  const again = (book: Book): void => {
    reads.delete(book);
    const { asked } = now;
    for (const connection of asked?.connections ?? []) {
      if (asked !== null && bookAt(connection) === book) void answer(asked, connection, book);
    }
  };

  const answer = async (asked: SearchAsked, connection: string, book: Book): Promise<void> => {
    const index = indexOf(book);
    const { turn, query, limit } = asked;
    const mine = Symbol();
    latest.set(connection, mine);
    // Given up for another question, or for a newer answer to the same.
    const given = (): boolean => now.asked?.turn !== turn || latest.get(connection) !== mine;
    const told = (items: readonly PersonHit[], total: number, more: Pick<SearchTold, 'making' | 'whole'>): void => {
      if (!given()) tell({ turn, connection, part: { items, total }, ...more });
    };
    try {
      await index.loaded;
      const current = index.current();
      if (given()) return;
      const database = databaseOf(book);
      if (current === null) {
        const { items, total } = await searchBegun(database, connection, query, { limit });
        // The index may have come in the meantime, and answered.
        if (index.current() === null) told(items, total, { making: index.making(), whole: true });
        return;
      }
      const read: Read = reads.get(book) ?? new Map();
      reads.set(book, read);
      for await (const { items, total, whole } of answers({ database, connection, current, query, limit, read })) {
        if (given()) return;
        told(items, total, { making: false, whole });
        if (!whole) await pause();
        if (given()) return;
      }
      await index.refresh().then((news) => news && again(book));
    } catch (error) {
      if (given()) return;
      const part = { items: [], total: 0 };
      tell({ turn, connection, part, making: false, whole: true, problem: { ...toProblem(error), connection } });
    }
  };

  return {
    ask(asked) {
      // From here on somebody types; before, only a hint of a duplicate may have wanted the index.
      now.hurried = true;
      if (asked.limit > 0) now.asked = asked;
      else if (asked.connections.length === 0) now.asked = null;
      for (const connection of asked.connections) {
        const book = bookAt(connection);
        if (book === null) continue;
        if (asked.limit > 0) void answer(asked, connection, book);
        else indexOf(book);
      }
    },
    async changed(book) {
      // A book that nobody asked about is read when somebody does.
      if (books.has(book) && (await indexOf(book).refresh())) again(book);
    },
    async held(book) {
      const index = indexOf(book);
      await index.loaded;
      if (await index.refresh()) again(book);
      return index.current();
    },
  };
}

interface Work {
  readonly database: BookDatabase;
  readonly connection: string;
  readonly current: Index;
  readonly query: SearchQuery;
  readonly limit: number;
  readonly read: Read;
}

async function* answers(work: Work) {
  const { database, current, query, limit } = work;
  const { text, sort } = query;
  const byNumber = await findByNumber(database, text);
  const { found, total } = find(current, { text, marks: marksOf(query), sort, also: [...byNumber.keys()] }, limit);
  const items: PersonHit[] = [];
  for (let from = 0; from === 0 || from < found.length; ) {
    const to = from === 0 ? FIRST : from + PORTION;
    items.push(...(await readHits(work, found.slice(from, to), text, byNumber)));
    from = to;
    yield { items: [...items], total, whole: from >= found.length };
  }
}

const rest = (): Promise<void> => new Promise((done) => setTimeout(done, REST));

function marksOf({ role, group, label }: SearchQuery): readonly string[] {
  const marks: string[] = [];
  if (role !== 'anyone') marks.push(role === 'agents' ? mark.agent : mark.customer);
  if (group !== null) marks.push(role === 'agents' ? mark.team(group) : mark.group(group));
  if (label !== null) marks.push(mark.label(label));
  return marks;
}
