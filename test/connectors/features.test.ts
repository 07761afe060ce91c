import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Column, columns } from './features/columns';
import { GROUPS, type Row, untold } from './features/rows';
import { withTable } from './features/table';

const rows: readonly Row[] = GROUPS.flatMap((group): readonly Row[] => group.rows);
const now: { columns: readonly Column[] } = { columns: [] };
beforeAll(async () => {
  now.columns = await columns();
});

describe('The feature table', () => {
  test('in the README is what the connectors have: `npm run features` writes it', async () => {
    const readme = readFileSync(join(process.cwd(), 'README.md'), 'utf8');
    expect(readme).toBe(await withTable(readme));
  });

  test('has a row for everything that any connector can do', () => {
    const told = new Set(rows.flatMap(({ of }) => of).map(String));
    const capable = now.columns.flatMap(({ full: { opened } }) => [
      ...Object.keys(opened.reads),
      ...Object.keys(opened.writes),
    ]);
    expect(capable.filter((capability) => !told.has(capability))).toEqual([]);
    expect(untold).toBe('none');
  });

  test('has no row twice, and none that nobody has but what no public call of any server gives', () => {
    const words = rows.map((row) => row.words);
    expect(new Set(words).size).toBe(words.length);
    const nobody = rows.filter(({ cell }) => now.columns.every(({ full }) => cell(full) === 'no'));
    expect(nobody.map((row) => row.words)).toEqual(['Online now', 'That link itself']);
  });
});
