import { expect, test } from 'vitest';
import { compare, type Entry, findPairs, openIndex } from '@/utils/duplicates';
import { makeSet } from './made-people';

const person = (id: string, values: Entry['values']): Entry => ({ id, values });
const { entries } = makeSet('slips', 400, 9);

test('the order of the records makes no difference, nor does a second run', { timeout: 30_000 }, async () => {
  const first = await findPairs(entries);
  const turned = await findPairs([...entries].reverse());
  expect(turned).toEqual(first);
  expect(await findPairs(entries)).toEqual(first);
  expect(first.pairs.length).toBeGreaterThan(100);
});

test('every pair inside a group is listed once, and a record stands in one group only', async () => {
  const { pairs, groups } = await findPairs(entries);
  const grouped = pairs.filter(({ group }) => group !== null);
  expect(new Set(pairs.map(({ left, right }) => `${left} ${right}`)).size).toBe(pairs.length);
  expect(grouped).toHaveLength(groups.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0));
  const ids = groups.flat();
  expect(new Set(ids).size).toBe(ids.length);
  for (const { left, right, group } of grouped)
    expect(groups[group ?? -1]).toEqual(expect.arrayContaining([left, right]));
});

test('no record, one record and records without a value have no duplicates', async () => {
  expect((await findPairs([])).pairs).toEqual([]);
  expect((await findPairs([person('a', { email: ['a@example.com'] })])).pairs).toEqual([]);
  expect((await findPairs([person('a', {}), person('b', {}), person('c', { name: [' '] })])).pairs).toEqual([]);
});

test('work is given back to the thread in short slices, and ends when it is stopped', async () => {
  const stopped = new AbortController();
  let breaths = 0;
  const breathe = async () => {
    breaths += 1;
    if (breaths === 3) stopped.abort(new Error('stopped'));
  };
  await expect(findPairs(makeSet('slips', 3000, 2).entries, { signal: stopped.signal, breathe })).rejects.toThrow(
    'stopped',
  );
  expect(breaths).toBe(3);
});

test('two records are as alike as the same two the other way round', async () => {
  const { weights, pairs } = await findPairs(entries);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const { left, right } of pairs.slice(0, 40)) {
    const [a, b] = [byId.get(left), byId.get(right)];
    if (!a || !b) throw new Error('unknown id');
    const [one, other] = [compare(a, b, weights), compare(b, a, weights)];
    expect(other.probability).toBeCloseTo(one.probability, 9);
    expect(other.tier).toBe(one.tier);
    expect(other.evidence.map((found) => ({ ...found, left: found.right, right: found.left }))).toEqual(one.evidence);
  }
});

const anna = person('1', { name: ['Anna Keller'], email: ['anna.keller@example.com'], phone: ['+49 30 1234567'] });
const again = person('2', { name: ['Keller, Anna'], email: ['Anna.Keller@Example.com'], phone: ['030 1234567'] });
const namesake = person('3', { name: ['Anna Keller'], email: ['ak@other.example'] });
const colleague = person('4', { name: ['Bernd Vogel'], email: ['b.vogel@example.com'], phone: ['+49 30 1234567'] });
const others = makeSet('contacts', 300, 3).entries;

test('in a small book an address in common makes two records one person, a name alone does not', async () => {
  const index = await openIndex([anna, again, namesake, colleague, ...others]);
  const found = index.candidates(anna);
  expect(found[0]).toMatchObject({ id: '2', compared: { tier: 'same' } });
  expect(found.find(({ id }) => id === '3')?.compared.tier ?? 'possible').toBe('possible');
  expect(found.map(({ id }) => id)).not.toContain('4');
});

test('evidence tells what is written on both sides, what speaks for it first', async () => {
  const { weights } = await findPairs([anna, again, namesake, colleague, ...others]);
  const { evidence } = compare(anna, namesake, weights);
  expect(evidence[0]).toEqual({ kind: 'name', level: 'same', left: 'Anna Keller', right: 'Anna Keller' });
  expect(evidence.at(-1)).toEqual({
    kind: 'email',
    level: 'different',
    left: 'anna.keller@example.com',
    right: 'ak@other.example',
  });
});

test('an address that many have is told as shared, and makes nobody the same person', async () => {
  const info = (id: string, name: string) => person(id, { name: [name], email: ['info@example.org'] });
  const team = ['Ada Young', 'Ben Stone', 'Cleo Marsh', 'Dan Wood', 'Eve Hill'].map((name, at) => info(`t${at}`, name));
  const { weights, pairs } = await findPairs([...team, ...others]);
  expect(pairs.filter(({ left, right }) => left.startsWith('t') && right.startsWith('t'))).toEqual([]);
  const [ada, ben] = team;
  if (!ada || !ben) throw new Error('no team');
  expect(compare(ada, ben, weights).evidence).toContainEqual(
    expect.objectContaining({ kind: 'email', level: 'same', shared: true }),
  );
});
