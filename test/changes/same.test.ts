import { expect, it } from 'vitest';
import { same } from '@/utils/changes/same';

it('Values are the same by content, whatever the order of their properties', () => {
  expect(same({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toBe(true);
  expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(true);
  expect(same(null, null)).toBe(true);
});

it.each([
  [{ a: 1 }, { a: 2 }],
  [{ a: 1 }, { a: 1, b: 0 }],
  [
    ['a', 'b'],
    ['b', 'a'],
  ],
  [[], {}],
  [null, {}],
  [null, undefined],
  ['1', 1],
])('%j is not %j', (a, b) => {
  expect(same(a, b)).toBe(false);
  expect(same(b, a)).toBe(false);
});
