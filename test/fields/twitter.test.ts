import { expect, it } from 'vitest';
import { twitter } from '@/utils/fields/twitter';
import { field, wording } from './words';

it('A name or the address of a profile leads to the profile', () => {
  expect(twitter.link(field('twitter', '@lukas_example'))).toBe('https://x.com/lukas_example');
  expect(twitter.link(field('twitter', 'https://twitter.com/lukas'))).toBe('https://twitter.com/lukas');
  expect(twitter.format(field('twitter', 'https://www.twitter.com/lukas'), wording)).toBe('twitter.com/lukas');
});

it('An address elsewhere is no profile', () => {
  expect(twitter.link(field('twitter', 'https://twitter.com.example.org/lukas'))).toBeNull();
  expect(twitter.parse('javascript:alert(1)')).toBeNull();
});

it('Kept is the name: without its @, and out of the address of a profile', () => {
  expect(twitter.parse(' @anna ')).toBe('anna');
  expect(twitter.parse('https://twitter.com/anna?s=20')).toBe('anna');
  expect(twitter.parse('https://x.com/anna/status/1')).toBe('https://x.com/anna/status/1');
  expect(twitter.format(field('twitter', 'anna'), wording)).toBe('@anna');
});
