import { expect, it } from 'vitest';
import { partsIn, postal } from '@/utils/fields/postal';
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

it('An address is kept line by line, without empty ones', () => {
  expect(postal.parse(' Am Weinberg 7 \r\n\n 55116 Mainz ')).toBe('Am Weinberg 7\n55116 Mainz');
});

it('A record that has nothing but parts is written from them', () => {
  const parts = { city: 'Mainz', zip: '55116', street: 'Am Weinberg 7', country: 'Germany' };
  expect(postal.format({ type: 'postal', value: '', parts }, wording)).toBe('Am Weinberg 7, 55116, Mainz, Germany');
  expect(postal.link({ type: 'postal', value: '', parts })).toContain('Mainz');
});

it('Of the known parts those stay that still stand in the edited text', () => {
  const parts = { city: 'Mainz', zip: '55116', street: 'Am Weinberg 7' };
  expect(partsIn('Am Weinberg 9\n55116 Mainz', parts)).toEqual({ city: 'Mainz', zip: '55116' });
  expect(partsIn('Elsewhere', parts)).toBeUndefined();
});

it('Half a letter at the end of a cut text does not stop the link', () => {
  expect(postal.link(field('postal', 'Mainz \ud83d'))).toContain('Mainz');
});
