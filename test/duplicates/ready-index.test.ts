import { expect, test } from 'vitest';
import { findPairs, openIndex } from '@/utils/duplicates';
import { makeSet } from './made-people';

const { entries } = makeSet('slips', 800, 4);

test("one record's duplicates are those that a search through all finds", async () => {
  const { pairs, weights } = await findPairs(entries);
  const index = await openIndex(entries, { weights });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  let found = 0;
  const sure = pairs.filter(({ probability, group }) => probability > 0.99 && group !== null);
  for (const { left, right } of sure) {
    const entry = byId.get(left);
    if (entry && index.candidates(entry).some(({ id }) => id === right)) found += 1;
  }
  expect(sure.length).toBeGreaterThan(100);
  expect(found / sure.length).toBeGreaterThan(0.98);
});

test('records come and go, and a look-up leaves nothing behind', async () => {
  const index = await openIndex(entries);
  const entry = entries.find((one) => index.candidates(one).length > 0);
  if (!entry) throw new Error('no duplicates');
  const before = index.candidates(entry);
  const [first] = before;
  const other = entries.find(({ id }) => id === first?.id);
  if (!other) throw new Error('unknown id');
  expect(index.size).toBe(entries.length);
  expect(index.remove(other.id)).toBe(true);
  expect(index.remove(other.id)).toBe(false);
  expect(index.candidates(entry).map(({ id }) => id)).not.toContain(other.id);
  index.add(other);
  expect(index.candidates(entry)).toEqual(before);
  index.add({ id: other.id, values: { name: ['Nobody Else'] } });
  expect(index.candidates(entry).map(({ id }) => id)).not.toContain(other.id);
  expect(index.size).toBe(entries.length);
});

test('a record that is not in the book is looked up like one that is', async () => {
  const index = await openIndex(entries);
  const entry = entries.find((one) => index.candidates(one).length > 0);
  if (!entry) throw new Error('no duplicates');
  const found = index.candidates({ id: 'new', values: entry.values }, 50).map(({ id }) => id);
  expect(found).toContain(entry.id);
  expect(found.length).toBeGreaterThan(1);
});
