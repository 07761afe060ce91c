import { build } from '@/utils/search/build';
import { merge } from '@/utils/search/merge';
import { type Packed, type Segment, segmentOf } from '@/utils/search/segment';
import type { BookDatabase } from './database';
import type { Pace } from './pace';
import { entryOf } from './search-entries';

/** People read and sorted in one go: what one asks meanwhile waits for no more than these. */
const PORTION = 1_000;

/** The index of a whole book, in slices. People of an import that is not finished are no people yet. */
export async function makeIndex(database: BookDatabase, pace: Pace): Promise<Packed> {
  const { people, organisations, imports } = database;
  const names = new Map((await organisations.toArray()).map(({ id, name }) => [id, name]));
  const coming = (await imports.toArray()).map((row) => row.people);
  const parts: Segment[] = [segmentOf(build([]))];
  for (let after = 0; ; ) {
    const rows = await people.where(':id').above(after).limit(PORTION).toArray();
    after = rows.at(-1)?.id ?? 0;
    if (rows.length === 0) break;
    const here = rows.filter(({ id }) => !coming.some(([first, end]) => id >= first && id < end));
    parts.push(segmentOf(build(here.map((row) => entryOf(row, names)))));
    await pace();
    await mergeLast(parts, pace, (before, last) => before <= 2 * last);
  }
  await mergeLast(parts, pace, () => true);
  const [whole] = parts;
  return whole ?? build([]);
}

/** Two parts as one, in slices. */
export async function mergeSlowly(left: Segment, right: Segment, pace: Pace): Promise<Packed> {
  const running = merge(left, right);
  for (;;) {
    const { done, value } = running.next();
    if (done) return value;
    await pace();
  }
}

async function mergeLast(
  parts: Segment[],
  pace: Pace,
  wanted: (before: number, last: number) => boolean,
): Promise<void> {
  for (;;) {
    const [before, last] = parts.slice(-2);
    if (before === undefined || last === undefined || !wanted(before.ids.length, last.ids.length)) return;
    parts.splice(-2, 2, segmentOf(await mergeSlowly(before, last, pace)));
  }
}
