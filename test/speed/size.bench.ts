// What is loaded and parsed: by every allowed page, and by the panel before it paints.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loads } from '@/.tools/loads.mjs';
import { tell } from './figures';

const kilobytes = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1000;

test('sizes', () => {
  const panel = loads('sidepanel.html');
  expect(panel.length).toBeGreaterThan(0);
  // A page loads one of these; the largest counts.
  const content = ['gmail', 'outlook', 'hosted'].map((script) => kilobytes(loads(`read-${script}.js`)));
  expect(Math.min(...content)).toBeGreaterThan(1);
  tell({ name: 'size.content', value: Math.max(...content), unit: 'kB', bar: 12 });
  tell({ name: 'size.panel', value: kilobytes(panel), unit: 'kB', bar: 70 });
});
