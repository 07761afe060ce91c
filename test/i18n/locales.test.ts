import { describe, expect, test } from 'vitest';
import { codeOf, filesIn, textOf } from '@/test/support/source';

type Texts = Readonly<Record<string, string>>;

const folder = 'utils/i18n/locales';
const read = (language: string): Texts => JSON.parse(textOf(`${folder}/${language}.json`));
const languages = filesIn(folder, /\.json$/).map((file) => file.slice(folder.length + 1, -'.json'.length));
const english = read('en');

const rooms = ['utils', 'components', 'entrypoints'].flatMap((room) => filesIn(room, /\.(?:tsx?|html)$/));
const code = [...rooms, 'wxt.config.ts', ...filesIn('public', /\.(?:html|js)$/)].map(codeOf).join('\n');

// Counted: asked for by `plural`, or there for one and for many. `reason_other` alone is a reason.
const asked = [...code.matchAll(/\bplural\(\s*'(\w+)'/g)].map(([, base = '']) => base);
const paired = Object.keys(english)
  .filter((key) => key.endsWith('_one'))
  .map((key) => key.slice(0, -'_one'.length))
  .filter((base) => `${base}_other` in english);
const bases = [...new Set([...asked, ...paired])];
const categories = ['zero', 'one', 'two', 'few', 'many', 'other'];
const counted = new Map<string, string>(
  bases.flatMap((base) => categories.map((category) => [`${base}_${category}`, base] as const)),
);
const places = (text = ''): readonly string[] => [...new Set(text.match(/\$\d/g))].sort();

describe.each(languages)('%s', (language) => {
  const texts = read(language);

  test('has every text, and counted ones in each plural form of the language', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const needed = [
      ...Object.keys(english).filter((key) => !counted.has(key)),
      ...bases.flatMap((base) => forms.map((form) => `${base}_${form}`)),
    ];
    expect(Object.keys(texts).sort()).toEqual(needed.sort());
  });

  test('has the same places in each text as English', () => {
    // A form for one or two may do without the number ("one ticket").
    const wrong = Object.entries(texts).filter(([key, text]) => {
      const base = counted.get(key);
      const expected = places(english[base === undefined ? key : `${base}_other`]);
      return base === undefined || key.endsWith('_other')
        ? places(text).join() !== expected.join()
        : places(text).some((place) => !expected.includes(place));
    });
    expect(wrong).toEqual([]);
  });

  test('has no empty text, and names itself', () => {
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(texts['language_tag']).toBe(language);
  });

  test('has names that browsers take', () => {
    expect(Object.keys(texts).filter((key) => !/^[a-z][a-z0-9_]*$/.test(key))).toEqual([]);
  });
});

test('Every text is used somewhere', () => {
  const words = new Set(code.match(/\w+/g));
  // `problem_${kind}` and `${what}_ago`: all texts that begin or end so count as used.
  const made = [...code.matchAll(/`(\w*)\$\{[^}]*\}(\w*)`/g)]
    .map(([, start = '', end = '']) => ({ start, end }))
    .filter(({ start, end }) => start.endsWith('_') || end.startsWith('_'));
  const messages = new Set([...code.matchAll(/__MSG_(\w+)__/g)].map(([, key = '']) => key));
  const unused = Object.keys(english).filter((key) => {
    const name = counted.get(key) ?? key;
    return (
      !words.has(name) &&
      !messages.has(name) &&
      !made.some(({ start, end }) => name.startsWith(start) && name.endsWith(end))
    );
  });
  expect(unused).toEqual([]);
});
