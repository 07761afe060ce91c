import { expect, it } from 'vitest';
import { choice } from '@/utils/fields/choice';
import { field, wording } from './words';

it('A choice is shown by its title', () => {
  expect(choice.parse(' Fleet, yearly ')).toBe('Fleet, yearly');
  expect(choice.parse('')).toBeNull();
  expect(choice.format(field('choice', 'Fleet, yearly'), wording)).toBe('Fleet, yearly');
  expect(choice.link(field('choice', 'https://example.org'))).toBeNull();
});
