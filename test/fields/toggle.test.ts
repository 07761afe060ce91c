import { expect, it } from 'vitest';
import { toggle } from '@/utils/fields/toggle';
import { field, wording } from './words';

it('A toggle is a word of the reader’s language', () => {
  expect(toggle.format(field('toggle', 'true'), wording)).toBe('Yes');
  expect(toggle.format(field('toggle', '0'), wording)).toBe('No');
  expect(toggle.format(field('toggle', 'maybe'), wording)).toBe('maybe');
  expect(toggle.parse('ON')).toBe('true');
  expect(toggle.parse('maybe')).toBeNull();
  expect(toggle.link(field('toggle', 'true'))).toBeNull();
});
