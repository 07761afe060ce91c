// Which pairs learning looks at: picked at random, the same ones in every run.

import type { Blocks } from './blocks';
import { type Gathering, gatherOwn } from './candidates';
import type { Work } from './pausing';
import { newRandom } from './random';
import { newSample, type Sample, sampleRows } from './sample';
import { type Table, valueAt } from './table';

const ALONG_PAIRS = 1_000;
const SAMPLED_PAIRS = 20_000;
/** How many candidates of a row are looked at. */
export const MOST_CANDIDATES = 12;

/** Pairs that agree in some slots, picked at random among those that do: what else agrees with them by chance. */
export function* sampleAlong(table: Table, slots: readonly number[]): Work<Sample> {
  const sample = newSample(table, ALONG_PAIRS);
  const random = newRandom(11 + slots.length);
  const groups = new Map<number, number>();
  const groupOf = new Int32Array(table.rows).fill(-1);
  for (let row = 0; row < table.rows; row += 1) {
    if (row % 512 === 0) yield;
    let key = 0;
    for (const slot of slots) {
      const value = valueAt(table, slot, row);
      key = value < 0 || key < 0 ? -1 : (key * 0x400000 + value) % 0x1fffffffffffff;
    }
    if (key < 0) continue;
    const group = groups.get(key) ?? groups.size;
    groups.set(key, group);
    groupOf[row] = group;
  }
  const begins = new Int32Array(groups.size + 1);
  for (const group of groupOf) if (group >= 0) begins[group + 1] = (begins[group + 1] ?? 0) + 1;
  yield;
  for (let at = 0; at < groups.size; at += 1) begins[at + 1] = (begins[at + 1] ?? 0) + (begins[at] ?? 0);
  const filled = begins.slice();
  const rows = new Int32Array(begins[groups.size] ?? 0);
  yield;
  for (let row = 0; row < table.rows; row += 1) {
    if (row % 4096 === 0) yield;
    const group = groupOf[row] ?? -1;
    if (group < 0) continue;
    const place = filled[group] ?? 0;
    filled[group] = place + 1;
    rows[place] = row;
  }
  for (
    let turn = 0;
    turn < Math.min(ALONG_PAIRS, table.rows) * 10 && sample.pairs < ALONG_PAIRS && rows.length > 1;
    turn += 1
  ) {
    if (turn % 64 === 0) yield;
    const a = rows[random(rows.length)] ?? 0;
    const group = groupOf[a] ?? 0;
    const begin = begins[group] ?? 0;
    const size = (begins[group + 1] ?? 0) - begin;
    if (size < 2) continue;
    const b = rows[begin + random(size)] ?? 0;
    if (a !== b) sampleRows(sample, table, a, b, size - 1);
  }
  return sample;
}

/** Rows picked at random with all their candidates. */
export function* sampleCandidates(
  table: Table,
  blocks: Blocks,
  gathering: Gathering,
): Work<{ readonly sample: Sample; readonly rows: number }> {
  const most = Math.min(SAMPLED_PAIRS, table.rows * MOST_CANDIDATES);
  const sample = newSample(table, most + MOST_CANDIDATES);
  const random = newRandom(3);
  let rows = 0;
  // As far as the rows go round once, from a random one in steps that meet all.
  const first = random(table.rows);
  const step = Math.max(1, Math.floor(table.rows / Math.min(table.rows, 4_000)));
  for (let at = 0; at * step < table.rows && sample.pairs < most; at += 1) {
    const row = (first + at * step) % table.rows;
    gatherOwn(gathering, blocks, row, { before: table.rows, most: MOST_CANDIDATES, total: table.rows });
    for (let one = 0; one < gathering.count; one += 1) {
      const other = gathering.found[one] ?? 0;
      if (other !== row) sampleRows(sample, table, row, other);
    }
    rows += 1;
    if (at % 8 === 0) yield;
  }
  return { sample, rows };
}
