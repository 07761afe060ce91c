import { expect, test } from 'vitest';
import { edits } from '@/utils/duplicates/edits';
import { jaroWinkler } from '@/utils/duplicates/jaro-winkler';
import { levelOf } from '@/utils/duplicates/levels';
import { nameParts } from '@/utils/duplicates/name-parts';
import { normal } from '@/utils/duplicates/normal';
import { LEVEL, type Manner } from '@/utils/duplicates/slots';
import { soundOf } from '@/utils/duplicates/sound';
import { newTexts, numberOf } from '@/utils/duplicates/texts';

const codes = (a: string, b: string) => Uint16Array.from([...a, ...b], (letter) => letter.charCodeAt(0));

test.each([
  ['anna', 'anna', 0],
  ['anna', 'ana', 1],
  ['anna', 'nana', 1],
  ['keller', 'kelelr', 1],
  ['keller', 'kealler', 1],
  ['keller', 'kolfer', 2],
  ['19290422', '19290242', 1],
  ['abcd', 'badc', 2],
  ['', 'ab', 2],
  ['anna', 'bernd', 3],
  ['abcdef', 'fedcba', 3],
])('between %s and %s lie %i slips', (a, b, slips) => {
  expect(edits(codes(a, b), 0, a.length, a.length, b.length)).toBe(slips);
  expect(edits(codes(b, a), 0, b.length, b.length, a.length)).toBe(slips);
});

// The classic examples of Winkler's papers.
test.each([
  ['martha', 'marhta', 0.9611],
  ['dwayne', 'duane', 0.84],
  ['dixon', 'dicksonx', 0.8133],
  ['abc', 'xyz', 0],
])('%s and %s are alike by %f', (a, b, likeness) => {
  expect(jaroWinkler(codes(a, b), 0, a.length, a.length, b.length)).toBeCloseTo(likeness, 4);
});

const level = (manner: Manner, a: string, b: string): number => {
  const texts = newTexts();
  const [left, right] = [numberOf(texts, a, true), numberOf(texts, b, true)];
  expect(levelOf(texts, manner, right, left)).toBe(levelOf(texts, manner, left, right));
  return levelOf(texts, manner, left, right);
};

test.each([
  ['name', 'john', 'john', 'same'],
  ['name', 'john', 'jonh', 'near'],
  ['name', 'john', 'j', 'partial'],
  ['name', 'john william', 'john', 'partial'],
  ['name', 'smith jones', 'jones', 'partial'],
  ['name', 'john', 'mary', 'different'],
  ['name', 'meyer', 'maier', 'weak'],
  ['date', '19290422', '19290422', 'same'],
  ['date', '19290422', '19292204', 'near'],
  ['date', '19290422', '19290423', 'near'],
  ['date', '19290422', '19290000', 'partial'],
  ['date', '19290000', '19300000', 'near'],
  ['date', '19290422', '19291105', 'crossed'],
  ['date', '19290422', '19561105', 'different'],
  ['digits', '2450', '2540', 'near'],
  ['digits', 'sw1a1aa', 'sw1a2bb', 'partial'],
  ['digits', '2450', '3811', 'different'],
  ['words', 'masters place', 'masters plce', 'near'],
  ['words', 'kent road', 'old kent road', 'partial'],
  ['words', 'kent road', 'elm drive', 'different'],
  ['address', 'anna@a.example', 'anna@other.test', 'partial'],
  ['address', 'anna.keller@a.example', 'anna.kellr@a.example', 'near'],
  ['address', 'anna@a.example', 'bernd@a.example', 'different'],
] as const)('as a %s, %s and %s are %s', (manner, a, b, expected) => {
  expect(level(manner, a, b)).toBe(LEVEL[expected]);
});

test.each([
  ['Anna Keller', 'anna', 'keller'],
  ['Keller, Anna Maria', 'anna maria', 'keller'],
  ['Dr. Anna Keller, PhD', 'anna', 'keller'],
  ['Anna', 'anna', ''],
])('the name %s has its parts', (name, given, family) => {
  expect(nameParts(name)).toEqual({ given, family });
});

test.each([
  ['birthDate', '22.4.1929', '19290422'],
  ['birthDate', '4/22/1929', '19290422'],
  ['birthDate', '1929-04-22', '19290422'],
  ['birthDate', '22 April 1929', '19290422'],
  ['birthDate', '1929', '19290000'],
  ['phone', '+44 (0)20 7123 4567', '071234567'.slice(-9)],
  ['phone', '020 7123 4567', '071234567'.slice(-9)],
  ['family', "O'Brien", 'obrien'],
  ['family', 'N/A', ''],
  ['city', 'São  Paulo', 'sao paulo'],
  ['postcode', 'SW1A 1AA', 'sw1a1aa'],
] as const)('a %s written %s is compared as its bare value', (kind, text, expected) => {
  expect(normal(kind, text)).toBe(expected);
});

test('names that are spoken alike sound the same, others do not', () => {
  for (const [a = '', b = ''] of [
    ['philip', 'filip'],
    ['catherine', 'katherine'],
    ['meyer', 'maier'],
    ['knight', 'night'],
  ])
    expect(soundOf(a), `${a} ${b}`).toBe(soundOf(b));
  expect(soundOf('keller')).not.toBe(soundOf('vogel'));
});
