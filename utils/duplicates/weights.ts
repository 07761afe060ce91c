// What was learned, as plain data that may be posted to another thread and stored, and back.

import type { Model } from './model';
import { runThrough, type Work } from './pausing';
import { ALL, FIRST, HOME_STEPS, LEVELS, LISTS, SLOTS } from './slots';
import type { Table } from './table';
import type { Weights } from './types';

const table = (flat: Float64Array): readonly (readonly number[])[] =>
  Array.from({ length: ALL }, (_, slot) => [
    ...flat.subarray((slot * flat.length) / ALL, ((slot + 1) * flat.length) / ALL),
  ]);

/** A value that fewer have is told as any rare one. */
const COMMON = 3;

function* commonIn({ texts, counts, filled }: Table, slot: number): Work<Readonly<Record<string, number>>> {
  const least = Math.max(COMMON, (filled[slot] ?? 0) / 20_000);
  const common: Record<string, number> = {};
  const counted = counts[slot] ?? new Uint32Array(0);
  for (let number = 0; number < counted.length; number += 1) {
    if (number % 1024 === 0) yield;
    const count = counted[number] ?? 0;
    if (count >= least) common[texts[slot]?.text[number] ?? ''] = count;
  }
  return common;
}

/** Gathers what was learned, with a yield after each slot. */
export function* gatherWeights(model: Model, rows: Table): Work<Weights> {
  const common: Readonly<Record<string, number>>[] = [];
  for (let slot = 0; slot < FIRST; slot += 1) {
    common.push(yield* commonIn(rows, slot));
  }
  return {
    prior: model.prior,
    match: table(model.match),
    chance: table(model.chance),
    along: table(model.along),
    home: [...model.home],
    counted: [...rows.filled],
    common,
  };
}

export const weightsOf = (model: Model, rows: Table): Weights => runThrough(gatherWeights(model, rows));

/** Weights of another version of the slots are no use: null. */
export function modelOf(weights: Weights): Model | null {
  const { prior, match, chance, along, home } = weights;
  const fits = (rows: Weights['match'], length: number): boolean =>
    rows.length === ALL && rows.every((row) => row.length === length);
  if (!fits(match, LEVELS) || !fits(chance, LEVELS) || !fits(along, LEVELS * LISTS)) return null;
  if (weights.counted.length !== FIRST || home.length !== HOME_STEPS) return null;
  const flat = (rows: readonly (readonly number[])[]): Float64Array => Float64Array.from(rows.flat());
  return { prior, match: flat(match), chance: flat(chance), along: flat(along), home: Float64Array.from(home) };
}

/** Counts the values of a small table as if it were the one that was learned from. */
export function countAs(rows: Table, weights: Weights): void {
  for (let slot = 0; slot < SLOTS.length; slot += 1) {
    rows.filled[slot] = Math.max(rows.filled[slot] ?? 0, weights.counted[slot] ?? 0);
    const { text = [] } = rows.texts[slot] ?? {};
    const counts = rows.counts[slot];
    for (const [number, one] of text.entries()) {
      const known = weights.common[slot]?.[one];
      if (counts === undefined || number >= counts.length) continue;
      // Those compared were chosen for being alike: that many of them have a value does not make it a common one.
      counts[number] = known ?? Math.min(counts[number] ?? 0, COMMON - 1);
    }
  }
}
