// The index of one book in the worker that holds it: loaded or made at the start, then kept up with the book. Whoever
// writes a person notes the id in the same transaction (`touched`), so nothing that was written is ever missed.

import { changed, changedCount, type Index, indexOf, livingCount, MANY } from '@/utils/search/changes';
import type { Entry } from '@/utils/search/entry';
import { mergeAtOnce } from '@/utils/search/merge';
import { type Segment, segmentOf } from '@/utils/search/segment';
import type { Book, BookDatabase } from './database';
import { startPace } from './pace';
import type { TouchedRow } from './schema';
import { readEntries } from './search-entries';
import { makeIndex, mergeSlowly } from './search-make';
import { readSaved, type Saved, save } from './search-saved';

export interface BookIndex {
  /** Null: it is still being loaded or made. */
  current(): Index | null;
  /** There is no index yet, and it takes a while. */
  making(): boolean;
  /** Until it is loaded, or known to have to be made. */
  readonly loaded: Promise<void>;
  /** Reads what was touched since. Gives whether anything changed. */
  refresh(): Promise<boolean>;
}

/** ms after the start in which nothing but answers is read. */
const SETTLED = 500;
/** ms of work before others get their turn. */
const SLICE = 8;
/** Touched people that are remembered although they are in the saved index: other windows may not have read them. */
const KEPT = 10_000;

interface News {
  readonly entries: readonly Entry[];
  readonly gone: readonly number[];
}

interface State {
  index: Index | null;
  making: boolean;
  seq: number;
  /** What changed while parts are being merged: the merged index does not have it yet. */
  meanwhile: News[] | null;
  last: Promise<unknown>;
}

interface Ways {
  /** False: nobody has asked yet, so that what goes on beside it comes first. */
  readonly hurried?: () => boolean;
  /** For tests. */
  readonly kept?: number;
}

/** `tell`: the index is another one, so what was answered before may be too. */
export function openIndex(book: Book, database: BookDatabase, tell: () => void, ways: Ways = {}): BookIndex {
  const { hurried, kept = KEPT } = ways;
  const state: State = { index: null, making: false, seq: 0, meanwhile: null, last: Promise.resolve() };

  const inTurn = <Value>(act: () => Promise<Value>): Promise<Value> => {
    const done = state.last.then(act);
    state.last = done.catch(() => undefined);
    return done;
  };

  const make = async (): Promise<void> => {
    // What is being merged meanwhile is not of this index.
    Object.assign(state, { making: true, index: null, meanwhile: null });
    const seq = await lastTouched(database);
    const packed = await makeIndex(database, startPace(SLICE, hurried));
    Object.assign(state, { index: indexOf(packed), seq, making: false });
    await catchUp();
    // Not waited for: it takes a while, and is for the next start only.
    keep({ packed, seq }).catch(() => undefined);
  };

  /** Saves it, and forgets who was touched before: but not while the next start would still have to read them. */
  const keep = async (saved: Saved): Promise<void> => {
    if (!(await save(book, saved))) return;
    await database.touched
      .where('seq')
      .belowOrEqual(saved.seq - kept)
      .delete();
  };

  const makeInTurn = (): void => {
    state.making = true;
    inTurn(make).then(tell, () => {
      // Names and addresses are still found without it.
      state.making = false;
    });
  };

  const catchUp = async (): Promise<boolean> => {
    if (state.index === null) return false;
    const news = await readNews(database, state.seq);
    if (news === null) return false;
    if (news.anew) {
      // Not waited for: what comes next waits in turn.
      makeInTurn();
      return false;
    }
    state.meanwhile?.push(news);
    state.index = changed(state.index, news.entries, news.gone);
    state.seq = news.seq;
    if (changedCount(state.index) > MANY && state.meanwhile === null) compact(state.index).catch(() => undefined);
    return true;
  };

  const compact = async ([base, ...small]: Index): Promise<void> => {
    const { seq } = state;
    const meanwhile: News[] = [];
    state.meanwhile = meanwhile;
    if (base !== undefined) {
      const packed = await mergeSlowly(base, small.reduce(together, segmentOf(EMPTY)), startPace(SLICE));
      // It was made anew in the meantime.
      if (state.meanwhile !== meanwhile) return;
      state.index = meanwhile.reduce<Index>(
        (index, { entries, gone }) => changed(index, entries, gone),
        indexOf(packed),
      );
      state.meanwhile = null;
      await keep({ packed, seq });
    }
  };

  const load = async (): Promise<void> => {
    // Side by side: both databases have to be opened first.
    const [saved, last] = await Promise.all([readSaved(book).catch(() => null), lastTouched(database)]);
    if (saved === null || last < saved.seq) {
      // A small one is made before anybody could be told to wait.
      if ((await database.people.count()) <= MANY) await make();
      else makeInTurn();
      return;
    }
    Object.assign(state, { index: indexOf(saved.packed), seq: saved.seq });
    await catchUp();
    // Counting everybody holds up the database, and the first questions are on their way.
    setTimeout(() => {
      inTurn(async () => agrees(database, state.index)).then(
        (same) => same || makeInTurn(),
        () => undefined,
      );
    }, SETTLED);
  };

  const loaded = inTurn(load);
  return {
    current: () => state.index,
    making: () => state.making,
    loaded,
    refresh: () => inTurn(catchUp),
  };
}

const EMPTY = {
  terms: new Uint8Array(),
  offsets: new Int32Array(1),
  postings: new Int32Array(),
  ids: new Int32Array(),
  names: new Uint8Array(),
  created: new Int32Array(),
  seen: new Int32Array(),
};

const together = (left: Segment, right: Segment): Segment => segmentOf(mergeAtOnce(left, right));

async function lastTouched(database: BookDatabase): Promise<number> {
  const last = await database.touched.orderBy('seq').last();
  return last?.seq ?? 0;
}

/**
 * People touched after `seq`, as they are now; null: nobody. `anew`: more than are read one by one, or the book was
 * removed and is another one now, whose numbers mean others.
 */
async function readNews(database: BookDatabase, seq: number) {
  const { touched, people, organisations } = database;
  return database.transaction('r', touched, people, organisations, async () => {
    const rows = await touched.where('seq').above(seq).toArray();
    const last = rows.at(-1)?.seq;
    const anew = { anew: true, seq: last ?? 0, entries: [], gone: [] };
    if (last === undefined) return (await lastTouched(database)) < seq ? anew : null;
    if (rows.reduce((sum, row) => sum + sizeOf(row), 0) > MANY) return anew;
    const ids = [...new Set(rows.flatMap(idsOf))];
    const there = (await people.bulkGet(ids)).filter((row) => row !== undefined);
    const known = new Set(there.map(({ id }) => id));
    const entries = await readEntries(database, there);
    return { anew: false, seq: last, entries, gone: ids.filter((id) => !known.has(id)) };
  });
}

const sizeOf = ({ person, until = person + 1 }: TouchedRow): number => until - person;

const idsOf = (row: TouchedRow): number[] => Array.from({ length: sizeOf(row) }, (_, at) => row.person + at);

/** Whether the index has as many people as the book. While an import runs that is not to be said. */
async function agrees(database: BookDatabase, index: Index | null): Promise<boolean> {
  const { people, imports } = database;
  return database.transaction('r', people, imports, async () => {
    if (index === null || (await imports.count()) > 0) return true;
    return (await people.count()) === livingCount(index);
  });
}
