// Groups of records that are one person. Two groups become one only if their records fit each other on the whole, so
// that no chain of likenesses puts people together who are clearly two.

import type { Work } from './pausing';

/** The log odds of two rows being one person, whether or not they were compared before. */
export type Odds = (a: number, b: number) => number;

/** One pair cannot outvote all others: a record with little in it is unlike everything. */
const MOST_FOR = 14;
const MOST_AGAINST = -6;
/** Two groups become one as long as their pairs are no worse than this on average: some of them are linked anyway. */
const LEAST = -2;
/** Of larger groups, so many of each are looked at. */
const LOOKED_AT = 12;

const clipped = (odds: number): number => Math.max(MOST_AGAINST, Math.min(MOST_FOR, odds));

function spread(members: readonly number[]): readonly number[] {
  if (members.length <= LOOKED_AT) return members;
  return Array.from({ length: LOOKED_AT }, (_, at) => members[Math.floor((at * members.length) / LOOKED_AT)] ?? 0);
}

/** Whether two groups fit: what speaks for it outweighs what speaks against, over all pairs between them. */
function suits(left: readonly number[], right: readonly number[], odds: Odds): boolean {
  let [sum, pairs] = [0, 0];
  for (const a of spread(left)) {
    for (const b of spread(right)) {
      sum += clipped(odds(a, b));
      pairs += 1;
    }
  }
  return sum > LEAST * pairs;
}

/**
 * Goes through the links from the surest on, and puts groups together that fit.
 * @param links the two rows of each, in `a` and `b`; `order` is the surest first
 * @returns by row: its group's rows, the same array for all of them; null where it stands alone
 */
export function* group(
  rows: number,
  { a, b, order }: { readonly a: ArrayLike<number>; readonly b: ArrayLike<number>; readonly order: ArrayLike<number> },
  odds: Odds,
): Work<readonly (readonly number[] | null)[]> {
  const groups = new Array<number[] | null>(rows).fill(null);
  for (let at = 0; at < order.length; at += 1) {
    if (at % 16 === 0) yield;
    const link = order[at] ?? 0;
    const [x, y] = [a[link] ?? 0, b[link] ?? 0];
    const left = groups[x] ?? [x];
    const right = groups[y] ?? [y];
    if (left === right || !suits(left, right, odds)) continue;
    const [large, small] = left.length >= right.length ? [left, right] : [right, left];
    for (const row of small) {
      large.push(row);
      groups[row] = large;
    }
    for (const row of large) groups[row] = large;
  }
  return groups;
}
