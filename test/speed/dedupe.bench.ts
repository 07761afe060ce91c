// Duplicates: how right they are on the given set, how long all of 100,000 records take, and one person's.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { figures, inGroups, surely } from '@/test/duplicates/figures';
import { given, givenSet } from '@/test/duplicates/given-set';
import { type MadeSet, makeSet } from '@/test/duplicates/made-people';
import { findPairs, openIndex } from '@/utils/duplicates';
import { p95, tell } from './figures';

const LARGE = 100_000;
const SMALL = 10_000;
const ASKED = 1_000;
const KINDS = ['given', 'family', 'houseNumber', 'street', 'city', 'postcode', 'region', 'birthDate'] as const;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const kept: { folder: string; large: MadeSet | null } = { folder: '', large: null };
const large = (): MadeSet => {
  kept.large ??= makeSet('slips', LARGE);
  return kept.large;
};
beforeAll(() => {
  kept.folder = mkdtempSync(join(tmpdir(), 'dedupe-'));
});
afterAll(() => rmSync(kept.folder, { recursive: true, force: true }));

if (!given) console.log('The set of duplicates in ../shared/fixtures/dedupe is not there: its bars are not tested.');

test.runIf(given)('how right the pairs and groups of the given set are', async () => {
  for (const identifier of [false, true]) {
    const { entries, truth } = givenSet(identifier);
    const { pairs } = await findPairs(entries);
    const end = identifier ? '.with-identifier' : '';
    const percent = (value: number) => value * 100;
    tell({ name: `dedupe.f1.link${end}`, value: percent(figures(pairs, truth).f1), unit: '%', bar: 99.8, least: true });
    tell({
      name: `dedupe.f1.group${end}`,
      value: percent(figures(inGroups(pairs), truth).f1),
      unit: '%',
      bar: 99.95,
      least: true,
    });
    tell({
      name: `dedupe.same.precision${end}`,
      value: percent(figures(surely(pairs), truth).precision),
      unit: '%',
      bar: 99.9,
      least: true,
    });
  }
});

/** Seconds and MB of the command in a process of its own. */
function timed(made: MadeSet): { readonly seconds: number; readonly memory: number } {
  const [file, map, out] = ['people.csv', 'map.json', 'pairs.csv'].map((name) => join(kept.folder, name));
  if (file === undefined || map === undefined || out === undefined) throw new Error('no files');
  const rows = made.entries.map(({ id, values }) => [id, ...KINDS.map((kind) => values[kind]?.[0] ?? '')].join(','));
  writeFileSync(file, `id,${KINDS.join()}\n${rows.join('\n')}\n`);
  writeFileSync(map, JSON.stringify({ id: 'id', columns: Object.fromEntries(KINDS.map((kind) => [kind, kind])) }));
  const command = [join(ROOT, '.tools/dedupe.mjs'), file, '--map', map, '--out', out];
  const { stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  expect(stderr).toBe('');
  const figure = (name: string): number =>
    Number(new RegExp(`^${name}: ([\\d.]+)`, 'm').exec(stdout)?.[1] ?? Number.NaN);
  return { seconds: figure('seconds'), memory: figure('peak memory') };
}

test('all duplicates of 10,000 and of 100,000 records', () => {
  const least = (made: MadeSet) =>
    [timed(made), timed(made), timed(made)].reduce((a, b) => (a.seconds < b.seconds ? a : b));
  const [small, all] = [least(makeSet('slips', SMALL)), least(large())];
  tell({ name: 'dedupe.10k', value: small.seconds, unit: 's', bar: 1 });
  tell({ name: 'dedupe.100k', value: all.seconds, unit: 's', bar: 8 });
  tell({ name: 'dedupe.100k.memory', value: all.memory, unit: 'MB', bar: 600 });
  tell({ name: 'dedupe.ratio', value: all.seconds / small.seconds, unit: 'x', bar: 11 });
});

test('no stretch of the work holds up its thread', async () => {
  let began = performance.now();
  let longest = 0;
  const stretches: number[] = [];
  const breathe = async () => {
    longest = Math.max(longest, performance.now() - began);
    stretches.push(performance.now() - began);
    await new Promise<void>((done) => setImmediate(done));
    began = performance.now();
  };
  await findPairs(large().entries, { breathe });
  longest = Math.max(longest, performance.now() - began);
  tell({ name: 'dedupe.stretch', value: longest, unit: 'ms', bar: 50 });
  tell({ name: 'dedupe.stretch.p95', value: p95(stretches), unit: 'ms', bar: 50 });
});

test("one person's duplicates among 100,000", async () => {
  const { entries } = large();
  const index = await openIndex(entries);
  const times: number[] = [];
  for (let at = 0; at < ASKED; at += 1) {
    const entry = entries[(at * 97) % entries.length];
    if (entry === undefined) throw new Error('no record');
    const began = performance.now();
    index.candidates(entry);
    times.push(performance.now() - began);
  }
  tell({ name: 'dedupe.candidates.p95', value: p95(times), unit: 'ms', bar: 5 });
});
