import { expect, it } from 'vitest';
import { postal } from '@/utils/fields/postal';
import { field, wording } from './words';

it('An address of several lines stands in one, and leads to a map', () => {
  const home = field('postal', 'Am Weinberg 7\n 55116 Mainz \r\n');
  expect(postal.format(home, wording)).toBe('Am Weinberg 7, 55116 Mainz');
  expect(postal.link(home)).toBe('https://www.openstreetmap.org/search?query=Am%20Weinberg%207%2C%2055116%20Mainz');
  expect(postal.link(field('postal', ' '))).toBeNull();
  expect(postal.parse(' ')).toBeNull();
});

it('An address with a megabyte of spaces in it stands there at once', () => {
  const started = performance.now();
  postal.format(field('postal', `Mainz${' '.repeat(1_000_000)}55116`), wording);
  expect(performance.now() - started).toBeLessThan(1000);
});
