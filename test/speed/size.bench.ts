// What is downloaded and parsed: by every allowed page, and by the panel.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loads } from '@/.tools/loads.mjs';
import { tell } from './figures';

const kilobytes = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1000;

test('sizes', () => {
  const content = loads('content-scripts/page.js');
  const panel = loads('sidepanel.html');
  expect(content.length).toBeGreaterThan(0);
  expect(panel.length).toBeGreaterThan(0);
  tell({ name: 'size.content', value: kilobytes(content), unit: 'kB', bar: 12 });
  tell({ name: 'size.panel', value: kilobytes(panel), unit: 'kB', bar: 70 });
});
