import type { DuplicatesTold } from '@/utils/connectors/told';
import { compare, findPairs } from '@/utils/duplicates';
import type { Entry } from '@/utils/duplicates/types';
import type { SuspectPair } from '@/utils/people/same-person';
import { toProblem } from '@/utils/problem';
import type { BookDatabase } from './database';
import { startPace } from './pace';
import type { PersonRow } from './schema';
import { isStranger, strangersBeside } from './strangers';
import { suspectEntry } from './suspect-entry';
import { isComparable, readWords } from './suspects';

/** People read in one go. */
const PORTION = 1_000;
/** Pairs told at once: the page that hears them has its own work. */
const TOLD = 200;
/** More pairs than anybody goes through; the number of all is told all the same. */
const MOST = 5_000;

/** All duplicates of a book. Tells how far it has come, then the pairs in portions, the surest first. Never rejects. */
export async function tellPairs(
  database: BookDatabase,
  tell: (told: DuplicatesTold) => void,
  signal?: AbortSignal,
): Promise<void> {
  const so = { done: 0, total: 0, found: 0 };
  const unless = (told: Pick<DuplicatesTold, 'state'> & Partial<DuplicatesTold>): void => {
    if (signal?.aborted !== true) tell({ ...so, pairs: [], last: false, ...told });
  };
  try {
    so.total = await database.people.count();
    unless({ state: 'reading' });
    const entries: Entry[] = [];
    for await (const rows of portions(database)) {
      signal?.throwIfAborted();
      const words = await readWords(database, rows);
      for (const row of rows) if (isComparable(row)) entries.push(suspectEntry(row, words));
      so.done += rows.length;
      so.total = Math.max(so.total, so.done);
      unless({ state: 'reading' });
    }
    unless({ state: 'comparing' });
    const pace = startPace();
    const breathe = async (): Promise<void> => pace();
    const beside = strangersBeside(entries.length);
    const { pairs: all, weights } = await findPairs([...entries, ...beside], { signal, breathe });
    const pairs = all.filter(({ left, right }) => !isStranger(left) && !isStranger(right));
    so.found = pairs.length;
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    const shown = pairs.slice(0, MOST);
    for (let from = 0; from === 0 || from < shown.length; from += TOLD) {
      const portion = shown.slice(from, from + TOLD).flatMap(({ left, right, tier, probability, group }) => {
        const [a, b] = [byId.get(left), byId.get(right)];
        if (a === undefined || b === undefined) return [];
        const { evidence } = compare(a, b, weights);
        return [{ left, right, tier, probability, group, evidence } satisfies SuspectPair];
      });
      unless({ state: 'done', pairs: portion, last: from + TOLD >= shown.length });
      await pace();
    }
  } catch (error) {
    unless({ state: 'failed', last: true, problem: toProblem(error) });
  }
}

/** All people but those of an import that is not finished. */
async function* portions({ people, imports }: BookDatabase): AsyncGenerator<readonly PersonRow[]> {
  const coming = (await imports.toArray()).map((row) => row.people);
  for (let after = 0; ; ) {
    const rows = await people.where(':id').above(after).limit(PORTION).toArray();
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
    yield rows.filter(({ id }) => !coming.some(([first, end]) => id >= first && id < end));
  }
}
