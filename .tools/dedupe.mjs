// Duplicates in a CSV file, found by the product's own code:
//   npm run -s dedupe -- people.csv --map map.json --out pairs.csv
// The code is bundled when it has changed since the last run, by another process: its memory is not this one's.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { FileProblem, pairsCsv, readMap, readRecords } from './dedupe-csv.mjs';
import { install, stop } from './install.mjs';
import { root } from './steps.mjs';

const USAGE = 'Usage: npm run -s dedupe -- FILE.csv --map MAP.json --out PAIRS.csv';
const SOURCES = ['utils/duplicates', 'utils/people'];
const CACHE = join(root, 'node_modules/.cache/dedupe');

/** The bundle's file, named after what is in it. */
function bundleFile() {
  const hash = createHash('sha256');
  for (const folder of SOURCES)
    for (const name of readdirSync(join(root, folder)).sort())
      hash.update(name).update(readFileSync(join(root, folder, name)));
  hash.update(readFileSync(fileURLToPath(import.meta.url)));
  return join(CACHE, `${hash.digest('hex').slice(0, 20)}.mjs`);
}

/** @param {string} file */
async function bundle(file) {
  const { build } = await import('vite');
  const entry = '\0entry';
  const built = await build({
    root,
    logLevel: 'error',
    configFile: false,
    publicDir: false,
    resolve: { alias: { '@/': root } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? entry : null),
        load: (id) =>
          id === entry
            ? `export { findPairs } from '@/utils/duplicates/index.ts';
               export { VALUE_KINDS } from '@/utils/people/same-person.ts';`
            : null,
      },
    ],
    build: {
      write: false,
      minify: false,
      target: 'node20',
      rolldownOptions: { input: 'entry', preserveEntrySignatures: 'strict', output: { format: 'es' } },
    },
  });
  const output = 'output' in built ? built.output : [];
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, output[0]?.code ?? '');
}

/** @returns {Promise<typeof import('@/utils/duplicates') & typeof import('@/utils/people/same-person')>} */
async function product() {
  const file = bundleFile();
  if (!existsSync(file)) {
    const made = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--bundle', file], { encoding: 'utf8' });
    if (made.status !== 0) stop(`The code for finding duplicates could not be bundled:\n${made.stderr}`);
  }
  return import(pathToFileURL(file).href);
}

function asked() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { map: { type: 'string' }, out: { type: 'string' }, bundle: { type: 'string' } },
    });
    return { ...values, files: positionals };
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

/** @param {string} file @param {string} map @param {string} out */
async function dedupe(file, map, out) {
  const { findPairs, VALUE_KINDS } = await product();
  const started = performance.now();
  const records = readRecords(file, readMap(map, VALUE_KINDS));
  const { pairs } = await findPairs(records);
  try {
    writeFileSync(out, pairsCsv(pairs));
  } catch (error) {
    throw new FileProblem(`${out} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
  console.log(`records: ${records.length}`);
  console.log(`pairs: ${pairs.length}`);
  console.log(`seconds: ${((performance.now() - started) / 1000).toFixed(2)}`);
  console.log(`peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

const { map, out, files, bundle: bundled } = asked();
if (bundled !== undefined) await bundle(bundled);
else {
  install();
  const [file] = files;
  if (file === undefined || files.length > 1 || map === undefined || out === undefined) stop(USAGE);
  await dedupe(file, map, out).catch((error) => {
    if (error instanceof FileProblem) stop(error.message);
    throw error;
  });
}
