// Duplicates among records: all pairs at once, those of one record, and why two are taken for one person.

import type { Compared } from '@/utils/people/same-person';
import { newAgreement } from './agree';
import { told } from './evidence';
import { findAll, makeReady } from './find';
import { expectedModel } from './learn';
import { activeSlots, newScale, type Scale, score } from './model';
import { runPausing } from './pausing';
import { readyIndex } from './ready-index';
import { newTable, putRow } from './table';
import type { DuplicateIndex, Duplicates, Entry, Pausing, Weights } from './types';
import { countAs, gatherWeights, modelOf } from './weights';

export type { DuplicateIndex, Duplicates, Entry, Pair, Pausing, Weights } from './types';

/** All pairs and groups of duplicates. The order of `records` makes no difference; ids must be unique. */
export async function findPairs(records: readonly Entry[], pausing: Pausing = {}): Promise<Duplicates> {
  const ready = await runPausing(makeReady(records, false), pausing);
  const found = await runPausing(findAll(ready), pausing);
  return { ...found, weights: await runPausing(gatherWeights(ready.model, ready.table), pausing) };
}

/** Records made ready for `candidates`; weights are learned from them, or taken from an earlier run. */
export async function openIndex(
  records: readonly Entry[],
  pausing: Pausing & { readonly weights?: Weights } = {},
): Promise<DuplicateIndex> {
  return runPausing(readyIndex(records, pausing.weights), pausing);
}

/** Two records with what speaks for and against their being one person. The same for (a, b) and (b, a), sides apart. */
export function compare(a: Entry, b: Entry, weights: Weights): Compared {
  const [compared] = compareWith(a, [b], weights);
  if (compared === undefined) throw new Error('One record in, none out');
  return compared;
}

// What is asked of one person is asked of the next by the same weights: making them ready takes longer than comparing.
const scales = new WeakMap<Weights, Scale>();
function scaleOf(weights: Weights): Scale {
  const known = scales.get(weights);
  if (known !== undefined) return known;
  const scale = newScale(modelOf(weights) ?? expectedModel(2), newAgreement());
  scales.set(weights, scale);
  return scale;
}

/** One record with each of the others, in their order: what is made ready for the first serves them all. */
export function compareWith(a: Entry, others: readonly Entry[], weights: Weights): readonly Compared[] {
  const table = newTable(others.length + 1);
  const left = putRow(table, a);
  const rows = others.map((other) => putRow(table, other));
  countAs(table, weights);
  const scale = scaleOf(weights);
  const active = activeSlots(table);
  return others.map((other, at) => {
    const odds = score(scale, table, active, left, rows[at] ?? left, Number.NEGATIVE_INFINITY);
    return told(scale, table, odds, a, other);
  });
}
