// Going through the pairs of a book: where one stands and what was decided, as data. What a pair has become is told by
// the decisions alone, so that taking one back leaves no trace.

import type { SuspectPair } from '@/utils/people/same-person';

interface OnPair {
  /** Number of the pair, from 0. */
  readonly pair: number;
  /** As they were called then. */
  readonly names: readonly [string, string];
}

/** What was decided on a pair. */
export type Decision =
  | (OnPair & { readonly kind: 'apart' | 'skipped'; readonly left: string; readonly right: string })
  /** `entry`: of the journal, what takes it back. */
  | (OnPair & { readonly kind: 'merged'; readonly entry: string; readonly stays: string; readonly goes: string });

export interface Review {
  readonly pairs: readonly SuspectPair[];
  /** Oldest first. */
  readonly decisions: readonly Decision[];
  /** The pair that is shown, from 0. */
  readonly at: number;
}

export const NO_REVIEW: Review = { pairs: [], decisions: [], at: 0 };

/** `one`: other decisions have made them one record already. */
export type State = 'open' | 'one' | Decision['kind'];

/** The id that stands for this one by now. */
export function standsFor({ decisions }: Review, id: string): string {
  return decisions.reduce((now, one) => (one.kind === 'merged' && one.goes === now ? one.stays : now), id);
}

/** The pair's two ids as they are now. */
export function sidesOf(review: Review, pair: SuspectPair): readonly [string, string] {
  return [standsFor(review, pair.left), standsFor(review, pair.right)];
}

export const decisionOn = ({ decisions }: Review, pair: number): Decision | undefined =>
  decisions.findLast((one) => one.pair === pair);

export function stateOf(review: Review, pair: number): State {
  const decided = decisionOn(review, pair);
  if (decided !== undefined) return decided.kind;
  const there = review.pairs[pair];
  if (there === undefined) return 'one';
  const [left, right] = sidesOf(review, there);
  return left === right || saidApart(review, left, right) ? 'one' : 'open';
}

/** Declared different as another pair, before one of them was merged into whom they now stand for. */
const saidApart = ({ decisions }: Review, left: string, right: string): boolean =>
  decisions.some(
    (one) =>
      one.kind === 'apart' &&
      ((one.left === left && one.right === right) || (one.left === right && one.right === left)),
  );

export const leftOpen = (review: Review): number =>
  review.pairs.filter((_, pair) => stateOf(review, pair) === 'open').length;

/** The next pair on which nothing is decided, from the shown one on and then from the start; null: there is none. */
export function nextOpen(review: Review): number | null {
  const { pairs, at } = review;
  for (let step = 1; step <= pairs.length; step += 1) {
    const pair = (at + step) % pairs.length;
    if (stateOf(review, pair) === 'open') return pair;
  }
  return null;
}

/** Decided, and on to the next; where none is left the pair stays in sight. */
export function decided(review: Review, decision: Decision): Review {
  const after = { ...review, decisions: [...review.decisions, decision] };
  return { ...after, at: nextOpen(after) ?? review.at };
}

/** The last decision taken back, and its pair in sight again. */
export function takenBack(review: Review): Review {
  const last = review.decisions.at(-1);
  if (last === undefined) return review;
  return { ...review, decisions: review.decisions.slice(0, -1), at: last.pair };
}

/** To the pair before or behind; at either end it stays. */
export function moved(review: Review, step: 1 | -1): Review {
  return { ...review, at: Math.min(Math.max(review.at + step, 0), Math.max(review.pairs.length - 1, 0)) };
}

/** How many records the pair's group has; 0: it is in none, or in one of two. */
export function groupSize({ pairs }: Review, { group }: SuspectPair): number {
  if (group === null) return 0;
  const ids = new Set(pairs.flatMap((one) => (one.group === group ? [one.left, one.right] : [])));
  return ids.size > 2 ? ids.size : 0;
}
