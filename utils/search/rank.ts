// Which of the people found come first. Nobody asks for the order of all of them: the best few are kept while
// walking along.

import { LINE, lowerBound, type Segment } from './segment';

export type Sort = 'best' | 'name' | 'newest' | 'last-seen';

export interface Ranked {
  readonly id: number;
  /** Smaller is better; 0: all words whole, in the name. Comparable between books. */
  readonly score: number;
}

/** What became of the people of one part: `last` is the level of those who have all, one more of those found otherwise. */
export interface Part {
  readonly segment: Segment;
  readonly level: Uint8Array;
  readonly score: Uint8Array;
  readonly last: number;
}

/** Room for two million names, and a place between any two of them. */
const NAMES = 2 ** 22;
const LATEST = 2 ** 31 - 1;

export function best(parts: readonly Part[], sort: Sort, limit: number): { found: readonly Ranked[]; total: number } {
  const heap = smallest(limit);
  const count = { total: 0 };
  const [base] = parts;
  for (const { segment, level, score, last } of parts) {
    const rankOf = ranks(segment, base?.segment);
    for (let person = 0; person < level.length; person += 1) {
      const here = level[person] ?? 0;
      if (here < last || segment.dead[person] === 1) continue;
      count.total += 1;
      const points = here > last ? 0 : (score[person] ?? 0) + 1;
      const first =
        sort === 'best'
          ? points
          : sort === 'name'
            ? 0
            : LATEST - ((sort === 'newest' ? segment.created[person] : segment.seen[person]) ?? 0);
      const key = first * NAMES + rankOf(person);
      if (heap.takes(key)) heap.add(key, { id: segment.ids[person] ?? 0, score: points });
    }
  }
  return { found: heap.sorted(), total: count.total };
}

/** The place of a name among those of the first and biggest part, which need not be looked for there. */
function ranks(segment: Segment, base: Segment | undefined): (person: number) => number {
  if (base === undefined || base === segment) return (person) => 2 * person + 1;
  return (person) => {
    const line = segment.names.subarray(segment.nameStarts[person], segment.nameStarts[person + 1]);
    return (
      2 *
      lowerBound(base.names, base.nameStarts, line.at(-1) === LINE ? line.subarray(0, -1) : line, 0, base.ids.length)
    );
  };
}

/** Keeps the items with the smallest keys: the largest of them on top, to be thrown out next. */
function smallest(limit: number) {
  const keys: number[] = [];
  const items: Ranked[] = [];
  const swap = (a: number, b: number): void => {
    const [key, item] = [keys[a], items[a]];
    const [otherKey, otherItem] = [keys[b], items[b]];
    if (key === undefined || otherKey === undefined || item === undefined || otherItem === undefined) return;
    [keys[a], keys[b], items[a], items[b]] = [otherKey, key, otherItem, item];
  };
  const at = (index: number): number => keys[index] ?? Number.NEGATIVE_INFINITY;
  const sink = (from: number): void => {
    for (let here = from; ; ) {
      const left = 2 * here + 1;
      const larger = at(left + 1) > at(left) ? left + 1 : left;
      if (at(larger) <= at(here)) return;
      swap(here, larger);
      here = larger;
    }
  };
  const rise = (from: number): void => {
    for (let here = from; here > 0; ) {
      const parent = (here - 1) >>> 1;
      if (at(parent) >= at(here)) return;
      swap(here, parent);
      here = parent;
    }
  };
  return {
    takes: (key: number): boolean => limit > 0 && (keys.length < limit || key < at(0)),
    add(key: number, item: Ranked): void {
      if (keys.length < limit) {
        keys.push(key);
        items.push(item);
        rise(keys.length - 1);
        return;
      }
      keys[0] = key;
      items[0] = item;
      sink(0);
    },
    sorted(): readonly Ranked[] {
      return keys
        .map((key, index) => ({ key, item: items[index] }))
        .sort((a, b) => a.key - b.key)
        .flatMap(({ item }) => (item === undefined ? [] : [item]));
    },
  };
}
