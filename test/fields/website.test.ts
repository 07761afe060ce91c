import { expect, it } from 'vitest';
import { website } from '@/utils/fields/website';
import { field, wording } from './words';

it('A website is shown without its scheme and opened with it', () => {
  const kontakt = field('website', 'https://versorgung.example.org/kontakt/');
  expect(website.format(kontakt, wording)).toBe('versorgung.example.org/kontakt');
  expect(website.link(kontakt)).toBe('https://versorgung.example.org/kontakt/');
  expect(website.link(field('website', 'example.org/kontakt'))).toBe('https://example.org/kontakt');
});

it('What is no website is shown as it is, and leads nowhere', () => {
  expect(website.parse('javascript:alert(1)')).toBeNull();
  expect(website.link(field('website', 'javascript:alert(1)'))).toBeNull();
  expect(website.format(field('website', 'javascript:alert(1)'), wording)).toBe('javascript:alert(1)');
});
