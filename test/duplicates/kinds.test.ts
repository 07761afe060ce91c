// The same code on records of other kinds: nothing in it may be made for one data set.
import { expect, test } from 'vitest';
import { findPairs } from '@/utils/duplicates';
import { figures, inGroups, surely } from './figures';
import { type MadeKind, makeSet } from './made-people';

const LEAST: readonly (readonly [kind: MadeKind, link: number, group: number])[] = [
  ['slips', 0.99, 0.99],
  ['historical', 0.96, 0.95],
  ['sparse', 0.96, 0.96],
  ['voters', 0.85, 0.85],
  ['households', 0.77, 0.78],
  ['contacts', 0.9, 0.88],
  ['names', 0.97, 0.97],
];

test.each(LEAST)(
  'duplicates among %s are found, and what is told as sure is right',
  { timeout: 60_000 },
  async (kind, link, group) => {
    const { entries, truth } = makeSet(kind, 3000, 5);
    const { pairs } = await findPairs(entries);
    expect(figures(pairs, truth).f1).toBeGreaterThanOrEqual(link);
    expect(figures(inGroups(pairs), truth).f1).toBeGreaterThanOrEqual(group);
    const { precision } = figures(surely(pairs), truth);
    expect(precision).toBeGreaterThanOrEqual(0.998);
  },
);

test('in a book of families without a duplicate hardly anybody is taken for another', { timeout: 60_000 }, async () => {
  const { entries } = makeSet('none', 3000, 5);
  const { pairs } = await findPairs(entries);
  expect(pairs.length).toBeLessThan(30);
  expect(surely(pairs)).toEqual([]);
});
