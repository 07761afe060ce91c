// Pairs of rows that learning looks at: their levels laid out once, since they are gone through many times.

import { type Agreement, agree, goesAlong, newAgreement } from './agree';
import { alongAt, homeWorth, type Model, probabilityOf, shareOf } from './model';
import type { Work } from './pausing';
import { ALL, ALONG, FIRST, HOME, LEVEL, LEVELS } from './slots';
import type { Table } from './table';

export interface Sample {
  pairs: number;
  /** The slots that records have anything in. */
  readonly slots: readonly number[];
  /** By pair * ALL + slot. */
  readonly level: Int8Array;
  /** By pair * ALL + slot, where the level is `same`: log of how common the value is. */
  readonly logShare: Float32Array;
  /** By pair * ALL + slot: the first list that the slot goes along with, -1: none. */
  readonly goes: Int8Array;
  /** By pair: how many pairs it stands for; how probably it is one person, by the model of the last turn. */
  readonly stands: Float32Array;
  readonly probability: Float32Array;
  /** By pair: what all that homes share was worth, before it was bounded. */
  readonly home: Float32Array;
  readonly out: Agreement;
}

export function newSample(table: Table, most: number): Sample {
  const several = table.several.length > 0;
  return {
    pairs: 0,
    slots: Array.from({ length: several ? ALL : FIRST }, (_, slot) => slot).filter(
      (slot) => (table.filled[slot % FIRST] ?? 0) > 1,
    ),
    level: new Int8Array(most * ALL).fill(LEVEL.missing),
    logShare: new Float32Array(most * ALL),
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
  for (const slot of sample.slots) {
    const level = sample.out.level[slot] ?? LEVEL.missing;
    sample.level[at * ALL + slot] = level;
    if (level !== LEVEL.same) continue;
    sample.logShare[at * ALL + slot] = Math.log(shareOf(table, slot, sample.out.left[slot] ?? 0));
  }
  for (const slot of sample.slots) sample.goes[at * ALL + slot] = goesAlong(sample.level, at * ALL, ALONG[slot] ?? []);
}

/** A model's shares as logarithms: worked out once a turn for all samples. */
export interface Logs {
  readonly match: Float64Array;
  readonly chance: Float64Array;
  readonly along: Float64Array;
}

export const logsOf = ({ match, chance, along }: Model): Logs => ({
  match: match.map(Math.log),
  chance: chance.map(Math.log),
  along: along.map(Math.log),
});

/** Works out anew how probably each pair is one person. */
export function* weigh(sample: Sample, model: Model, { match, chance, along: alongs }: Logs): Work<void> {
  const { level, logShare, goes, slots } = sample;
  for (let pair = 0; pair < sample.pairs; pair += 1) {
    if (pair % 512 === 511) yield;
    let odds = model.prior;
    let home = 0;
    for (const slot of slots) {
      const at = pair * ALL + slot;
      const found = level[at] ?? LEVEL.missing;
      if (found < 0) continue;
      const place = slot * LEVELS + found;
      const list = goes[at] ?? -1;
      let by = found === LEVEL.same ? (logShare[at] ?? 0) : (chance[place] ?? 0);
      if (list >= 0) {
        const along = alongs[alongAt(slot, list) + found] ?? 0;
        by = found === LEVEL.same ? Math.max(by, along) : along;
      }
      const worth = (match[place] ?? 0) - by;
      if (HOME[slot] === true) home += worth;
      else odds += worth;
    }
    sample.home[pair] = home;
    sample.probability[pair] = probabilityOf(odds + homeWorth(model.home, home));
  }
}
