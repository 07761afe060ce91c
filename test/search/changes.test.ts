import { describe, expect, it } from 'vitest';
import { build } from '@/utils/search/build';
import { changed, changedCount, type Index, indexOf, livingCount } from '@/utils/search/changes';
import type { Entry } from '@/utils/search/entry';
import { merge, mergeAtOnce } from '@/utils/search/merge';
import { segmentOf } from '@/utils/search/segment';
import { addressTokens, foldText, mark, textTokens } from '@/utils/search/tokens';
import { ask, dice, entry, ids } from './book';

const SYLLABLES = 'an ke ler ba uer mi ło ß ja 山 田 や だ λε Ж 𝒜 🜁x 7 42 o’ é'.split(' ');

/** Invented people, the same in every run. */
function invented(seed: number, from: number, count: number): readonly Entry[] {
  const next = dice(seed);
  const word = () => Array.from({ length: 1 + next(3) }, () => SYLLABLES[next(SYLLABLES.length)]).join('');
  return Array.from({ length: count }, (_, at) =>
    entry(from + at, {
      name: `${word()} ${word()}`,
      addresses: [`${word()}@${next(9)}.example`],
      texts: [word(), `${word()} ${word()}`],
      marks: [next(3) === 0 ? mark.agent : mark.customer],
      created: next(1_000),
      seen: next(1_000),
    }),
  );
}

/** What the index is to find, found by looking at everybody. */
const scan = (people: readonly Entry[], words: readonly string[], role: string): readonly number[] =>
  people
    .filter(({ marks }) => marks.includes(role))
    .filter((one) => {
      const tokens = [...[one.name, ...one.texts].flatMap(textTokens), ...one.addresses.flatMap(addressTokens)];
      return words.every((word) => tokens.some((token) => token.startsWith(word)));
    })
    .map(({ id }) => id)
    .sort((a, b) => a - b);

/** Every beginning of some words of those people finds the same in the index as by looking at everybody. */
function agrees(index: Index, people: readonly Entry[], seed: number): void {
  const next = dice(seed);
  const words = people.flatMap(({ name }) => textTokens(name));
  for (let round = 0; round < 60; round += 1) {
    const asked = Array.from({ length: 1 + next(2) }, () => {
      const letters = [...(words[next(words.length)] ?? 'a')];
      return letters.slice(0, 1 + next(letters.length)).join('');
    });
    const role = next(2) === 0 ? mark.agent : mark.customer;
    const wanted = scan(people, asked, role);
    // Nobody at all: then it may look for misspelt words, which looking does not know.
    if (wanted.length === 0) continue;
    const { found, total } = ask(index, asked.join(' '), { marks: [role] }, 1_000);
    expect([asked, found.map(({ id }) => id).sort((a, b) => a - b), total]).toEqual([asked, wanted, wanted.length]);
  }
}

describe('The index', () => {
  it.each([1, 2, 3, 4, 5])('finds whom looking at everybody finds (seed %i)', (seed) => {
    const people = invented(seed, 1, 300);
    agrees(indexOf(build(people)), people, seed + 100);
  });

  it.each([1, 2, 3, 4, 5])('finds the same after changes, and after they are merged (seed %i)', (seed) => {
    const next = dice(seed);
    const people = new Map(invented(seed, 1, 200).map((one) => [one.id, one]));
    let index = indexOf(build([...people.values()]));
    for (let step = 0; step < 40; step += 1) {
      const news = invented(seed * 1_000 + step, 1 + next(260), 1 + next(4));
      const gone = next(3) === 0 ? [1 + next(200)].filter((id) => news.every((one) => one.id !== id)) : [];
      for (const one of news) people.set(one.id, one);
      for (const id of gone) people.delete(id);
      index = changed(index, news, gone);
    }
    expect(livingCount(index)).toBe(people.size);
    expect(index.length).toBeLessThan(10);
    agrees(index, [...people.values()], seed + 200);
    const whole = index.reduce((left, right) => segmentOf(mergeAtOnce(left, right)));
    expect(whole.count.living).toBe(people.size);
    agrees([whole], [...people.values()], seed + 300);
    for (const sort of ['name', 'newest', 'last-seen'] as const) {
      // People of one name may stand in any order.
      const names = (from: Index) => ids(from, '', { sort }).map((id) => foldText(people.get(id)?.name ?? ''));
      expect(names([whole])).toEqual(names(indexOf(build([...people.values()]))));
    }
  });

  it('is the same bytes whether it was built at once or merged from parts', () => {
    const people = invented(9, 1, 400);
    const parts = [people.slice(0, 150), people.slice(150, 160), people.slice(160)].map((part) =>
      segmentOf(build(part)),
    );
    const merged = parts.reduce((left, right) => segmentOf(mergeAtOnce(left, right)));
    const { terms, offsets } = build(people);
    expect(merged.terms).toEqual(terms);
    expect(merged.offsets).toEqual(offsets);
  });

  it('comes back from a copy of its bytes as it was', () => {
    const people = invented(7, 1, 300);
    const copy = structuredClone(build(people));
    expect(copy).toEqual(build(people));
    agrees(indexOf(copy), people, 77);
  });

  it('lets others have their turn while it is merged', () => {
    const many = (from: number) =>
      segmentOf(build(Array.from({ length: 500 }, (_, at) => entry(from + at, { texts: [words(from + at)] }))));
    const words = (id: number) => Array.from({ length: 60 }, (_, at) => `w${id}x${at}`).join(' ');
    const running = merge(many(1), many(1_000));
    let breaks = 0;
    while (running.next().done !== true) breaks += 1;
    expect(breaks).toBeGreaterThan(2);
  });

  it('has somebody who changed once, as they are now', () => {
    const before = indexOf(build([entry(1, { name: 'Anna Keller' }), entry(2, { name: 'Ben Keller' })]));
    const after = changed(before, [entry(1, { name: 'Anna Novak' })]);
    expect(ids(after, 'keller')).toEqual([2]);
    expect(ids(after, 'anna')).toEqual([1]);
    expect(changedCount(after)).toBe(1);
    expect(ids(changed(after, [], [1]), 'anna')).toEqual([]);
  });

  it('sorts who changed among all others', () => {
    const before = indexOf(build(['Anna', 'Cleo', 'Eva'].map((name, at) => entry(at + 1, { name }))));
    const after = changed(before, [entry(4, { name: 'Ben' }), entry(5, { name: 'Dan' }), entry(6, { name: 'Zoe' })]);
    expect(ids(after, '', { sort: 'name' })).toEqual([1, 4, 2, 5, 3, 6]);
  });
});
