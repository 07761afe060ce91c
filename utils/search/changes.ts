// The people who changed since the index was saved. They are small parts of their own behind the big one, in which
// their old selves are dead. Small parts are merged as they come, the like-sized with the like-sized, so that there
// are never more than a few and a change costs little.

import { build } from './build';
import type { Entry } from './entry';
import { mergeAtOnce } from './merge';
import { bury, type Packed, type Segment, segmentOf } from './segment';

/** Beyond so many changed people, they are merged with the rest and saved. */
export const MANY = 2_000;

/** The saved part first. */
export type Index = readonly Segment[];

export const indexOf = (saved: Packed): Index => [segmentOf(saved)];

/** People who are now as `entries` say; those of `gone` are nowhere any more. */
export function changed(index: Index, entries: readonly Entry[], gone: readonly number[] = []): Index {
  const ids = new Set([...entries.map(({ id }) => id), ...gone]);
  for (const segment of index) bury(segment, ids);
  if (entries.length === 0) return index;
  const [base, ...small] = index;
  if (base === undefined) return [segmentOf(build(entries))];
  const parts = [...small.filter(({ count }) => count.living > 0), segmentOf(build(entries))];
  for (;;) {
    const [before, last] = parts.slice(-2);
    if (before === undefined || last === undefined || before.ids.length > 2 * last.ids.length) return [base, ...parts];
    parts.splice(-2, 2, segmentOf(mergeAtOnce(before, last)));
  }
}

/** People in the parts behind the saved one. */
export const changedCount = (index: Index): number => index.slice(1).reduce((sum, { count }) => sum + count.living, 0);

export const livingCount = (index: Index): number => index.reduce((sum, { count }) => sum + count.living, 0);
