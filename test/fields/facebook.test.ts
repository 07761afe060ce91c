import { expect, it } from 'vitest';
import { facebook } from '@/utils/fields/facebook';
import { field } from './words';

it('A name or the address of a profile leads to the profile', () => {
  expect(facebook.link(field('facebook', 'moreau.conseil'))).toBe('https://www.facebook.com/moreau.conseil');
  expect(facebook.link(field('facebook', 'https://www.facebook.com/moreau'))).toBe('https://www.facebook.com/moreau');
});

it('An address elsewhere is no profile', () => {
  expect(facebook.parse('data:text/html,x')).toBeNull();
});

it('Kept is the address of a profile: of a name, the one it stands for', () => {
  expect(facebook.parse('@moreau.conseil')).toBe('https://www.facebook.com/moreau.conseil');
  expect(facebook.parse('fb.com/moreau')).toBe('fb.com/moreau');
});
