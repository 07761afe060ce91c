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
