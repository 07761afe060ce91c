import { expect, test } from 'vitest';
import { group, type Odds } from '@/utils/duplicates/grouping';
import { highestFirst, inOrder } from '@/utils/duplicates/order';
import { runThrough } from '@/utils/duplicates/pausing';

/** Groups of rows by the log odds of some pairs; all others have `rest`. */
function grouped(rows: number, pairs: readonly (readonly [number, number, number])[], rest: number) {
  const known = new Map(pairs.map(([a, b, odds]) => [`${Math.min(a, b)} ${Math.max(a, b)}`, odds]));
  const odds: Odds = (a, b) => known.get(`${Math.min(a, b)} ${Math.max(a, b)}`) ?? rest;
  const links = pairs.filter(([, , worth]) => worth >= 0);
  const order = runThrough(
    highestFirst(
      links.map(([, , worth]) => worth),
      links.length,
    ),
  );
  return runThrough(group(rows, { a: links.map(([a]) => a), b: links.map(([, b]) => b), order }, odds)).map(
    (members) => members?.toSorted((a, b) => a - b).join(' ') ?? null,
  );
}

test('records that are all alike are one group, whoever is alone stays alone', () => {
  expect(
    grouped(
      4,
      [
        [0, 1, 9],
        [1, 2, 8],
        [0, 2, 7],
      ],
      -9,
    ),
  ).toEqual(['0 1 2', '0 1 2', '0 1 2', null]);
});

test('a chain does not put two clearly different people together', () => {
  expect(
    grouped(
      4,
      [
        [0, 1, 12],
        [2, 3, 12],
        [1, 2, 1],
      ],
      -9,
    ),
  ).toEqual(['0 1', '0 1', '2 3', '2 3']);
});

test('a record with little in it joins the group that it is linked with', () => {
  expect(
    grouped(
      3,
      [
        [0, 1, 12],
        [1, 2, 6],
        [0, 2, -3],
      ],
      -9,
    ),
  ).toEqual(['0 1 2', '0 1 2', '0 1 2']);
});

test('many links come the surest first, and equal ones stay as they stood', () => {
  const scores = Float64Array.from({ length: 50_000 }, (_, at) => ((at * 7919) % 998) - 499);
  const order = [...runThrough(highestFirst(scores, scores.length))];
  const wanted = Array.from(scores.keys()).toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  expect(order).toEqual(wanted);
});

test('a long list comes in order, in slices, and equal ones stay as they stood', () => {
  const items = Array.from({ length: 5000 }, (_, at) => ({ key: (at * 7919) % 100, at }));
  const sorted = runThrough(inOrder(items, (a, b) => a.key < b.key));
  expect(sorted).toEqual(items.toSorted((a, b) => a.key - b.key || a.at - b.at));
});
