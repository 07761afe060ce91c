// Writes the feature table into README.md, by what the connectors have on the fakes of their tests.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importSource } from './import-source.mjs';
import { install } from './install.mjs';
import { root } from './steps.mjs';

install();
/** @type {typeof import('@/test/connectors/features/table')} */
const { withTable } = await importSource('test/connectors/features/table.ts');
const file = join(root, 'README.md');
const before = readFileSync(file, 'utf8');
const after = await withTable(before);
if (after !== before) writeFileSync(file, after);
console.log(after === before ? 'The feature table in README.md was right.' : 'The feature table in README.md is new.');
process.exit(0);
