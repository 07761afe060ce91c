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
export function* highestFirst(scores: ArrayLike<number>, count: number): Work<Int32Array> {
  let from = new Float64Array(count);
  let to = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    from[at] = Math.round((500 - (scores[at] ?? 0)) * 1024) * 0x400000 + at;
    if (at % 16384 === 0) yield;
  }
  for (let at = 0; at < count; at += RUN * 8) {
    from.subarray(at, at + RUN * 8).sort();
    yield;
  }
  for (let size = RUN * 8; size < count; size *= 2) {
    for (let begin = 0; begin < count; begin += size * 2) {
      const middle = Math.min(begin + size, count);
      const end = Math.min(begin + size * 2, count);
      let [left, right] = [begin, middle];
      for (let at = begin; at < end; at += 1) {
        const one = left < middle ? (from[left] ?? 0) : Number.POSITIVE_INFINITY;
        const two = right < end ? (from[right] ?? 0) : Number.POSITIVE_INFINITY;
        to[at] = Math.min(one, two);
        if (one <= two) left += 1;
        else right += 1;
        if (at % 16384 === 0) yield;
      }
    }
    [from, to] = [to, from];
  }
  const order = new Int32Array(count);
  for (let at = 0; at < count; at += 1) order[at] = (from[at] ?? 0) % 0x400000;
  return order;
}
