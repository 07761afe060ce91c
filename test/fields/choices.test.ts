import { expect, it } from 'vitest';
import { choices } from '@/utils/fields/choices';
import { field, wording } from './words';

it('Choices are joined as the reader’s language does it, each once', () => {
  expect(choices.parse('Labels\n Shop\nLabels\n')).toBe('Labels\nShop');
  expect(choices.parse(' \n')).toBeNull();
  expect(choices.format(field('choices', 'Labels\nShop'), wording)).toBe('Labels, Shop');
  expect(choices.link(field('choices', 'Labels'))).toBeNull();
});
