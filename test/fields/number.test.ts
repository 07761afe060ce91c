import { expect, it } from 'vitest';
import { number } from '@/utils/fields/number';
import { field, wording } from './words';

it('A number is kept with a point and shown as the reader writes it', () => {
  expect(number.parse('1 234,5')).toBe('1234.5');
  expect(number.parse('-3')).toBe('-3');
  expect(number.format(field('number', '1234.5'), { ...wording, locale: 'de' })).toBe('1.234,5');
  expect(number.format(field('number', '1234.5'), wording)).toBe('1,234.5');
  expect(number.link(field('number', '1234'))).toBeNull();
});

it('What is no number, or more than a number can hold, is shown as it is', () => {
  expect(number.parse('six')).toBeNull();
  expect(number.parse('1,234.5.6')).toBeNull();
  expect(number.format(field('number', 'six'), wording)).toBe('six');
  expect(number.format(field('number', '12345678901234567890'), wording)).toBe('12345678901234567890');
});

it.each([
  ['12,345', 'en', '12345'],
  ['12,345', 'de', '12.345'],
  ['12.345', 'de', '12345'],
  ['12.345', 'en', '12.345'],
  ['12.345', 'fr', '12345'],
  ['1.234.567', 'en', '1234567'],
  ['1,234.5', 'de', '1234.5'],
  ['1.234,5', 'en', '1234.5'],
  ['1’234.5', 'de-CH', '1234.5'],
  ['12,34', 'en', '12.34'],
  ['١٢٬٣٤٥٫٥', 'ar', '12345.5'],
  ['−3', 'en', '-3'],
])('%s, typed by a hand that writes %s, is %s', (typed, locale, kept) => {
  expect(number.parse(typed, locale)).toBe(kept);
});

it('A kept number that is edited comes back as the same number', () => {
  for (const locale of ['en', 'de', 'fr', 'ar', 'de-CH']) {
    for (const value of ['12.345', '12345', '-0.125', '1234.5']) {
      expect(number.parse(number.typed?.(value, locale) ?? '', locale)).toBe(value);
    }
  }
});
