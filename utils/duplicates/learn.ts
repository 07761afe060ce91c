// What each level is worth is learned from the records: how often it comes about by chance from pairs picked at random,
// how often between records of one person by expectation and maximisation over pairs that share keys (Fellegi and
// Sunter 1969; Winkler 1988). Expectations of our own keep few or odd records from teaching nonsense.

import type { Blocks } from './blocks';
import type { Gathering } from './candidates';
import { alongAt, type Model } from './model';
import type { Work } from './pausing';
import { newRandom } from './random';
import { logsOf, newSample, type Sample, sampleRows, weigh } from './sample';
import { sampleAlong, sampleCandidates } from './sampling';
import {
  ALL,
  ALONG,
  BIRTH,
  FIRST,
  GIVEN,
  HOME_STEPS,
  homeStep,
  IDENTIFIER,
  LEVEL,
  LEVELS,
  LISTS,
  type Manner,
  SLOTS,
} from './slots';
import type { Table } from './table';

/** Shares by level, as they are expected before anything is learned. */
const EXPECTED: Readonly<Record<Manner, readonly number[]>> = {
  name: [0.04, 0.03, 0.08, 0.04, 0.01, 0.8],
  date: [0.04, 0.04, 0.06, 0.02, 0.02, 0.82],
  digits: [0.15, 0.02, 0.06, 0.02, 0.005, 0.745],
  address: [0.25, 0.02, 0.03, 0.05, 0.005, 0.645],
  words: [0.2, 0.03, 0.07, 0.05, 0.005, 0.645],
};
/** How many pairs of one person the expectation stands against. */
const FIRM = 40;
const FIRM_SHARE = 0.1;
/** How many pairs must go along before it is believed. */
const DOUBT = 20;
const RANDOM_PAIRS = 15_000;
const TURNS = 12;
/** A turn that moves nothing by more than this was the last one. */
const SETTLED = 0.002;

export function expectedModel(rows: number): Model {
  const size = ALL * LEVELS;
  const model: Model = {
    prior: -Math.log(Math.max(50, rows * 3)),
    match: new Float64Array(size),
    chance: new Float64Array(size),
    along: new Float64Array(size * LISTS),
    home: new Float64Array(HOME_STEPS).fill(HOME_STEPS),
  };
  for (let slot = 0; slot < ALL; slot += 1) {
    const second = slot >= FIRST;
    const expected = EXPECTED[SLOTS[second ? slot - FIRST : slot]?.manner ?? 'words'];
    for (let level = 0; level < LEVELS; level += 1) {
      // Second values differ more often than not.
      const share = second ? (level === 0 ? 0.6 : level === LEVEL.same ? 0.3 : 0.025) : (expected[level] ?? 0);
      model.match[slot * LEVELS + level] = share;
      model.chance[slot * LEVELS + level] = level === 0 ? 0.97 : 0.006;
      for (let list = 0; list < LISTS; list += 1) model.along[alongAt(slot, list) + level] = level === 0 ? 0.9 : 0.02;
    }
  }
  return model;
}

/** How often each level comes about between any two records. */
function* learnChance(table: Table, model: Model): Work<void> {
  const random = newRandom(7);
  const sample = newSample(table, 4);
  const counted = new Float64Array(ALL * LEVELS);
  const { rows } = table;
  if (rows < 2) return;
  for (let turn = 0; turn < Math.min(RANDOM_PAIRS, rows * 10); turn += 1) {
    const a = random(rows);
    const b = (a + 1 + random(rows - 1)) % rows;
    sample.pairs = 0;
    sampleRows(sample, table, a, b);
    for (const slot of sample.slots) {
      const level = sample.level[slot] ?? LEVEL.missing;
      if (level >= 0) counted[slot * LEVELS + level] = (counted[slot * LEVELS + level] ?? 0) + 1;
    }
    if (turn % 128 === 0) yield;
  }
  for (let slot = 0; slot < ALL; slot += 1) {
    const at = slot * LEVELS;
    let sum = 0;
    for (let level = 0; level < LEVELS; level += 1) sum += counted[at + level] ?? 0;
    for (let level = 0; level < LEVELS; level += 1)
      model.chance[at + level] = ((counted[at + level] ?? 0) + (level === 0 ? 8 : 0.5)) / (sum + 10.5);
  }
}

/** Two people of one house, most likely: nothing is learned from them about the records of one person. */
function household(level: Int8Array, from: number): boolean {
  if (level[from + GIVEN] !== LEVEL.different) return false;
  const birth = level[from + BIRTH] ?? LEVEL.missing;
  return birth === LEVEL.different || birth === LEVEL.weak || birth === LEVEL.crossed;
}

function* maximiseMatch(sample: Sample, model: Model): Work<number> {
  const counted = new Float64Array(ALL * LEVELS);
  let expected = 0;
  for (let pair = 0; pair < sample.pairs; pair += 1) {
    if (pair % 1024 === 1023) yield;
    const probability = sample.probability[pair] ?? 0;
    expected += probability;
    if (probability < 0.001 || household(sample.level, pair * ALL)) continue;
    for (const slot of sample.slots) {
      const level = sample.level[pair * ALL + slot] ?? LEVEL.missing;
      if (level >= 0) counted[slot * LEVELS + level] = (counted[slot * LEVELS + level] ?? 0) + probability;
    }
  }
  const before = expectedModel(2);
  for (let slot = 0; slot < ALL; slot += 1) {
    const at = slot * LEVELS;
    let sum = 0;
    for (let level = 0; level < LEVELS; level += 1) sum += counted[at + level] ?? 0;
    const firm = FIRM + sum * FIRM_SHARE;
    sum += firm;
    for (let level = 0; level < LEVELS; level += 1)
      model.match[at + level] = ((counted[at + level] ?? 0) + firm * (before.match[at + level] ?? 0)) / sum;
    const most = slot < FIRST ? (SLOTS[slot]?.differs ?? 1) : 0.95;
    const differs = model.match[at] ?? 0;
    if (differs <= most) continue;
    for (let level = 1; level < LEVELS; level += 1)
      model.match[at + level] = ((model.match[at + level] ?? 0) * (1 - most)) / (1 - differs);
    model.match[at] = most;
  }
  return expected;
}

const TELLING = [GIVEN, BIRTH, IDENTIFIER];
/** Whether what tells people of one house apart says that these are two, leaving out what is being learned. */
function twoPeople(level: Int8Array, from: number, but: number): boolean {
  let different = 0;
  for (const slot of TELLING) {
    const found = slot === but ? LEVEL.missing : (level[from + slot] ?? LEVEL.missing);
    if (found === LEVEL.different || (slot === BIRTH && found === LEVEL.crossed)) different += 1;
    else if (found !== LEVEL.missing) return false;
  }
  return different > 0;
}

/** What goes along: from the pairs that agree in the slots it goes with, so far as they are two people. */
function* maximiseAlong(samples: ReadonlyMap<string, Sample>, model: Model): Work<void> {
  for (let slot = 0; slot < ALL; slot += 1) {
    for (const [list, slots] of (ALONG[slot] ?? []).entries()) {
      const sample = samples.get(slots.join());
      yield;
      const counted = new Float64Array(LEVELS);
      let [sum, stands, pairs] = [0, 0, 0];
      for (let pair = 0; sample && pair < sample.pairs; pair += 1) {
        const level = sample.level[pair * ALL + slot] ?? LEVEL.missing;
        if (level < 0 || sample.goes[pair * ALL + slot] !== list) continue;
        stands += sample.stands[pair] ?? 1;
        pairs += 1;
        if (!twoPeople(sample.level, pair * ALL, slot)) continue;
        const weight = (sample.stands[pair] ?? 1) * (1 - (sample.probability[pair] ?? 0));
        counted[level] = (counted[level] ?? 0) + weight;
        sum += weight;
      }
      // As many as were looked at, however many each stands for.
      const scale = stands > 0 ? pairs / stands : 0;
      for (let level = 0; level < LEVELS; level += 1) {
        const chance = model.chance[slot * LEVELS + level] ?? 0;
        const share = ((counted[level] ?? 0) * scale + DOUBT * chance) / (sum * scale + DOUBT);
        model.along[alongAt(slot, list) + level] = level === 0 ? share : Math.max(chance, share);
      }
    }
  }
}

/** What homes share is worth no more than the share of any two people who share as much. */
function* boundHome(sample: Sample, model: Model, stands: number, allPairs: number): Work<void> {
  const counted = new Float64Array(HOME_STEPS);
  for (let pair = 0; pair < sample.pairs; pair += 1) {
    if (pair % 1024 === 1023) yield;
    const home = sample.home[pair] ?? 0;
    if (home <= 0 || !twoPeople(sample.level, pair * ALL, -1)) continue;
    const step = homeStep(home);
    counted[step] = (counted[step] ?? 0) + 1 - (sample.probability[pair] ?? 0);
  }
  let above = 0.5;
  for (let step = HOME_STEPS - 1; step >= 0; step -= 1) {
    above += counted[step] ?? 0;
    model.home[step] = Math.log((allPairs + 1) / (above * stands));
  }
}

/** How far the most moved share moved. */
const moved = (to: Float64Array, from: Float64Array): number =>
  to.reduce((most, share, at) => Math.max(most, Math.abs(share - (from[at] ?? 0))), 0);

/** Learns a model from the records of a table. */
export function* learn(table: Table, blocks: Blocks, gathering: Gathering): Work<Model> {
  const model = expectedModel(table.rows);
  if (table.rows < 2) return model;
  yield* learnChance(table, model);
  const along = new Map<string, Sample>();
  for (const [slot, lists] of ALONG.entries()) {
    const filled = (one: number): boolean => (table.filled[one < FIRST ? one : one - FIRST] ?? 0) > 1;
    if (!filled(slot) || (slot >= FIRST && table.several.length === 0)) continue;
    for (const slots of lists)
      if (slots.every(filled) && !along.has(slots.join())) along.set(slots.join(), yield* sampleAlong(table, slots));
  }
  const { sample, rows } = yield* sampleCandidates(table, blocks, gathering);
  const allPairs = (table.rows * (table.rows - 1)) / 2;
  yield* maximiseAlong(along, model);
  for (let turn = 0; turn < TURNS; turn += 1) {
    const logs = logsOf(model);
    const matched = model.match.slice();
    yield* weigh(sample, model, logs);
    for (const one of along.values()) yield* weigh(one, model, logs);
    if (turn === 0) sample.probability.fill(0);
    yield* boundHome(sample, model, table.rows / rows / 2, allPairs);
    if (turn === 0) yield* weigh(sample, model, logs);
    const found = ((yield* maximiseMatch(sample, model)) * (table.rows / Math.max(1, rows))) / 2;
    yield* maximiseAlong(along, model);
    const share = Math.min(0.5, (found + 1) / (allPairs + 2));
    const before = model.prior;
    model.prior = Math.log(share / (1 - share));
    if (turn > 2 && Math.abs(model.prior - before) < SETTLED && moved(model.match, matched) < SETTLED) break;
  }
  return model;
}
