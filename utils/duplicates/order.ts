// Sorting in slices: a sort of 100,000 at one stretch would hold up the thread.

import type { Work } from './pausing';

const RUN = 1024;

/** The items in order; equal ones stay as they stood. */
export function* inOrder<T extends object>(items: readonly T[], before: (a: T, b: T) => boolean): Work<readonly T[]> {
  let sorted = true;
  for (let at = 1; at < items.length && sorted; at += 1) {
    if (at % 8192 === 0) yield;
    const [one, two] = [items[at - 1], items[at]];
    if (one !== undefined && two !== undefined && before(two, one)) sorted = false;
  }
  if (sorted) return items;
  let from: T[] = [];
  for (let at = 0; at < items.length; at += RUN) {
    from.push(...items.slice(at, at + RUN).sort((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0)));
    yield;
  }
  for (let size = RUN; size < items.length; size *= 2) {
    const to: T[] = [];
    for (let begin = 0; begin < items.length; begin += size * 2) {
      let left = begin;
      let right = begin + size;
      const [leftEnd, rightEnd] = [Math.min(right, items.length), Math.min(begin + size * 2, items.length)];
      while (left < leftEnd || right < rightEnd) {
        const one = left < leftEnd ? from[left] : undefined;
        const two = right < rightEnd ? from[right] : undefined;
        if (two !== undefined && (one === undefined || before(two, one))) {
          to.push(two);
          right += 1;
        } else if (one !== undefined) {
          to.push(one);
          left += 1;
        }
        if (to.length % 4096 === 0) yield;
      }
    }
    from = to;
  }
  return from;
}

/** Indices of the scores, the highest first; equal ones in their own order. Scores lie between -500 and 500. */
export function highestFirst(scores: ArrayLike<number>, count: number): Int32Array {
  const keyed = new Float64Array(count);
  for (let at = 0; at < count; at += 1) keyed[at] = Math.round((500 - (scores[at] ?? 0)) * 1024) * 0x400000 + at;
  keyed.sort();
  const order = new Int32Array(count);
  for (let at = 0; at < count; at += 1) order[at] = (keyed[at] ?? 0) % 0x400000;
  return order;
}
