// Which rows are worth comparing with one: those that share the most, and the rarest, keys with it.

import { type Blocks, placeOf } from './blocks';
import type { Keys } from './keys';

/** A block larger than this tells too little; what is in it is found by keys that take more. */
const LARGEST = 30;

/** What gathering writes into; one for all rows of a table. */
export interface Gathering {
  stamp: Int32Array;
  weight: Float32Array;
  readonly touched: Int32Array;
  readonly found: Int32Array;
  count: number;
  turn: number;
}

export function newGathering(rows: number): Gathering {
  return {
    stamp: new Int32Array(rows),
    weight: new Float32Array(rows),
    touched: new Int32Array(1 << 14),
    found: new Int32Array(1 << 10),
    count: 0,
    turn: 0,
  };
}

const WORTH = Float32Array.from({ length: LARGEST + 1 }, (_, size) => Math.log2(size + 1));

/**
 * Writes the rows that share most with these keys into `found`, `most` at most.
 * @param before only rows below this one are looked for
 * @param total how many rows there are
 */
export function gather(
  gathering: Gathering,
  blocks: Blocks,
  keys: Keys,
  { before, most, total }: { readonly before: number; readonly most: number; readonly total: number },
): void {
  const { stamp, weight, touched, found } = gathering;
  gathering.turn += 1;
  const { turn } = gathering;
  const { packed } = blocks;
  const all = Math.log2(total + 1);
  let seen = 0;
  for (let at = 0; at < keys.count; at += 1) {
    const place = placeOf(blocks, keys.key[at] ?? 0);
    const size = blocks.sizes[place] ?? 0;
    if (size === 0 || size > LARGEST) continue;
    const worth = all - (WORTH[size] ?? 0);
    const begin = blocks.begins[place] ?? 0;
    const end = begin + (blocks.lengths[place] ?? 0);
    for (let entry = begin; entry < end; entry += 1) {
      const row = packed[entry] ?? 0;
      if (row >= before) break;
      if (stamp[row] === turn) weight[row] = (weight[row] ?? 0) + worth;
      else if (seen < touched.length) {
        stamp[row] = turn;
        weight[row] = worth;
        touched[seen] = row;
        seen += 1;
      }
    }
    for (let entry = blocks.heads[place] ?? -1; entry >= 0; entry = blocks.next[entry] ?? -1) {
      const row = blocks.rows[entry] ?? 0;
      if (row >= before || seen >= touched.length) continue;
      if (stamp[row] !== turn) {
        stamp[row] = turn;
        weight[row] = 0;
        touched[seen] = row;
        seen += 1;
      }
      weight[row] = (weight[row] ?? 0) + worth;
    }
  }
  gathering.count = keepBest(weight, touched, seen, found, Math.min(most, found.length));
}

/** The `most` rows of the greatest weight: the threshold is found by counting weights in steps. */
const STEPS = 256;
const steps = new Int32Array(STEPS);
function keepBest(weight: Float32Array, touched: Int32Array, seen: number, found: Int32Array, most: number): number {
  let least = 0;
  if (seen > most) {
    steps.fill(0);
    for (let at = 0; at < seen; at += 1) {
      const step = Math.min(STEPS - 1, (weight[touched[at] ?? 0] ?? 0) | 0);
      steps[step] = (steps[step] ?? 0) + 1;
    }
    let above = 0;
    least = STEPS;
    while (least > 0 && above + (steps[least - 1] ?? 0) <= most) {
      least -= 1;
      above += steps[least] ?? 0;
    }
    // More than wanted in the first step alone: as many of them as may be.
    if (above === 0) least -= 1;
  }
  let kept = 0;
  for (let at = 0; at < seen && kept < most; at += 1) {
    const row = touched[at] ?? 0;
    if ((weight[row] ?? 0) >= least) {
      found[kept] = row;
      kept += 1;
    }
  }
  return kept;
}
