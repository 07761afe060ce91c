// Pairs of rows that learning looks at: their levels laid out once, since they are gone through many times.

import { type Agreement, agree, goesAlong, newAgreement } from './agree';
import { alongAt, homeWorth, type Model, probabilityOf, shareOf } from './model';
import { ALL, ALONG, HOME, LEVEL, LEVELS } from './slots';
import type { Table } from './table';

export interface Sample {
  pairs: number;
  /** By pair * ALL + slot. */
  readonly level: Int8Array;
  /** By pair * ALL + slot, where the level is `same`: how common the value is, 0 to 1. */
  readonly share: Float32Array;
  /** By pair * ALL + slot: the first list that the slot goes along with, -1: none. */
  readonly goes: Int8Array;
  /** By pair: how many pairs it stands for; how probably it is one person, by the model of the last turn. */
  readonly stands: Float32Array;
  readonly probability: Float32Array;
  /** By pair: what all that homes share was worth, before it was bounded. */
  readonly home: Float32Array;
  readonly out: Agreement;
}

export function newSample(most: number): Sample {
  return {
    pairs: 0,
    level: new Int8Array(most * ALL),
    share: new Float32Array(most * ALL),
    goes: new Int8Array(most * ALL),
    stands: new Float32Array(most),
    probability: new Float32Array(most),
    home: new Float32Array(most),
    out: newAgreement(),
  };
}

/** Compares two rows and keeps what was found; nothing more once the sample is full. */
export function sampleRows(sample: Sample, table: Table, a: number, b: number, stands = 1): void {
  const at = sample.pairs;
  if (at >= sample.stands.length) return;
  sample.pairs += 1;
  agree(table, a, b, sample.out);
  sample.stands[at] = stands;
  for (let slot = 0; slot < ALL; slot += 1) {
    const level = sample.out.level[slot] ?? LEVEL.missing;
    sample.level[at * ALL + slot] = level;
    if (level !== LEVEL.same) continue;
    sample.share[at * ALL + slot] = shareOf(table, slot, sample.out.left[slot] ?? 0);
  }
  for (let slot = 0; slot < ALL; slot += 1)
    sample.goes[at * ALL + slot] = goesAlong(sample.level, at * ALL, ALONG[slot] ?? []);
}

/** Works out anew how probably each pair is one person. */
export function weigh(sample: Sample, model: Model): void {
  const { level, share, goes } = sample;
  for (let pair = 0; pair < sample.pairs; pair += 1) {
    let odds = model.prior;
    let home = 0;
    for (let slot = 0; slot < ALL; slot += 1) {
      const at = pair * ALL + slot;
      const found = level[at] ?? LEVEL.missing;
      if (found < 0) continue;
      const place = slot * LEVELS + found;
      const list = goes[at] ?? -1;
      let chance = found === LEVEL.same ? (share[at] ?? 1) : (model.chance[place] ?? 1);
      if (list >= 0) {
        const along = model.along[alongAt(slot, list) + found] ?? 1;
        chance = found === LEVEL.same ? Math.max(chance, along) : along;
      }
      const worth = Math.log((model.match[place] ?? 1) / chance);
      if (HOME[slot] === true) home += worth;
      else odds += worth;
    }
    sample.home[pair] = home;
    sample.probability[pair] = probabilityOf(odds + homeWorth(model.home, home));
  }
}
