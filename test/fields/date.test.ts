import { expect, it } from 'vitest';
import { date } from '@/utils/fields/date';
import { field, wording } from './words';

it('A day is written in the reader’s language, the same in every time zone', () => {
  expect(date.format(field('date', '2021-03-03'), { ...wording, locale: 'en-GB' })).toBe('3 Mar 2021');
  expect(date.format(field('date', '2021-03-03T23:30:00-08:00'), { ...wording, locale: 'en-GB' })).toBe('3 Mar 2021');
  expect(date.parse('2021-03-03')).toBe('2021-03-03');
  expect(date.link(field('date', '2021-03-03'))).toBeNull();
});

it('What is no day is not taken, and shown as it is', () => {
  expect(date.parse('2021-02-30')).toBeNull();
  expect(date.parse('soon')).toBeNull();
  expect(date.format(field('date', 'soon'), wording)).toBe('soon');
});

it('A day can be typed in the digits of any script', () => {
  expect(date.parse('٢٠٢١-٠٣-٠٣')).toBe('2021-03-03');
});
