import { expect, it } from 'vitest';
import { text } from '@/utils/fields/text';
import { field, wording } from './words';

it('Text is kept with its lines, and is never a link', () => {
  expect(text.parse(' a\nb ')).toBe('a\nb');
  expect(text.parse(' ')).toBeNull();
  expect(text.format(field('text', 'a\nb'), wording)).toBe('a\nb');
  expect(text.link(field('text', 'https://example.org'))).toBeNull();
});
