// Which rows are worth comparing with one: those that share the most, and the rarest, keys with it.

import { type Blocks, blockOf, LARGEST } from './blocks';
import type { Keys } from './keys';

/** What gathering writes into; one for all rows of a table. */
export interface Gathering {
  /** By row: what it shares with the keys; 0 between two gatherings. */
  readonly weight: Float32Array;
  readonly touched: Int32Array;
  seen: number;
  readonly found: Int32Array;
  count: number;
}

export function newGathering(rows: number): Gathering {
  return {
    weight: new Float32Array(rows),
    touched: new Int32Array(1 << 14),
    seen: 0,
    found: new Int32Array(1 << 10),
    count: 0,
  };
}

const WORTH = Float32Array.from({ length: LARGEST + 1 }, (_, size) => Math.log2(size + 1));

/** How many rows there are, below which row those lie that are looked for, and how many of them are wanted. */
interface Wanted {
  readonly before: number;
  readonly most: number;
  readonly total: number;
}

function touch(gathering: Gathering, row: number, worth: number): void {
  const { weight, touched } = gathering;
  const there = weight[row] ?? 0;
  if (there === 0) {
    if (gathering.seen >= touched.length) return;
    touched[gathering.seen] = row;
    gathering.seen += 1;
  }
  weight[row] = there + worth;
}

/** Writes the rows that share most with a row that was packed into `found`. */
export function gatherOwn(gathering: Gathering, blocks: Blocks, of: number, { before, most, total }: Wanted): void {
  const { weight, touched } = gathering;
  const { begins, rows, ends, own } = blocks;
  const all = Math.log2(total + 1);
  const end = ends[of] ?? 0;
  let seen = 0;
  for (let at = of === 0 ? 0 : (ends[of - 1] ?? 0); at < end; at += 1) {
    const block = own[at] ?? 0;
    const from = begins[block] ?? 0;
    const to = begins[block + 1] ?? 0;
    const worth = all - (WORTH[to - from] ?? 0);
    for (let entry = from; entry < to; entry += 1) {
      const row = rows[entry] ?? 0;
      if (row >= before) break;
      const there = weight[row] ?? 0;
      if (there === 0) {
        if (seen >= touched.length) continue;
        touched[seen] = row;
        seen += 1;
      }
      weight[row] = there + worth;
    }
  }
  gathering.seen = seen;
  keepBest(gathering, most);
}

/** Writes the rows that share most with these keys into `found`. */
export function gather(gathering: Gathering, blocks: Blocks, keys: Keys, { before, most, total }: Wanted): void {
  const { begins, rows, late } = blocks;
  const all = Math.log2(total + 1);
  gathering.seen = 0;
  for (let at = 0; at < keys.count; at += 1) {
    const key = keys.key[at] ?? 0;
    const block = blockOf(blocks, key);
    if (block === -1) continue;
    const from = block < 0 ? 0 : (begins[block] ?? 0);
    const to = block < 0 ? 0 : (begins[block + 1] ?? 0);
    const since = late.size === 0 ? undefined : late.get(key);
    const size = to - from + (since?.length ?? 0);
    if (size === 0 || size > LARGEST) continue;
    const worth = all - (WORTH[size] ?? 0);
    for (let entry = from; entry < to; entry += 1) {
      const row = rows[entry] ?? 0;
      if (row < before) touch(gathering, row, worth);
    }
    for (const row of since ?? []) if (row < before) touch(gathering, row, worth);
  }
  keepBest(gathering, most);
}

/** The `most` rows of the greatest weight: the threshold is found by counting weights in steps. */
const STEPS = 256;
const steps = new Int32Array(STEPS);
function keepBest(gathering: Gathering, wanted: number): void {
  const { weight, touched, seen, found } = gathering;
  const most = Math.min(wanted, found.length);
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
  for (let at = 0; at < seen; at += 1) {
    const row = touched[at] ?? 0;
    if (kept < most && (weight[row] ?? 0) >= least) {
      found[kept] = row;
      kept += 1;
    }
    weight[row] = 0;
  }
  gathering.count = kept;
}
