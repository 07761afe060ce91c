// What agreement is worth: log odds, learned. A pair's score is the sum over its slots and the odds of any two records.

import { type Agreement, agreeIn, agreeInNames, goesAlong } from './agree';
import { ALL, ALONG, FAMILY, FIRST, GIVEN, HOME, homeStep, LEVEL, LEVELS, LISTS, type Manner, SLOTS } from './slots';
import { NONE, type Table, valueAt } from './table';

export interface Model {
  /** Log odds that any two records are one person. */
  prior: number;
  /** By slot * LEVELS + level: shares among pairs of one person, and of two. */
  readonly match: Float64Array;
  readonly chance: Float64Array;
  /** By (slot * LISTS + list) * LEVELS + level. */
  readonly along: Float64Array;
  /** By step (see `homeStep`): the most that all that homes share can be worth together. */
  readonly home: Float64Array;
}

/** A model made ready for many comparisons. */
export interface Scale {
  readonly prior: number;
  readonly plain: Float64Array;
  readonly along: Float64Array;
  readonly home: Float64Array;
  /** By slot: log of how often one person's records have the same value. */
  readonly logSame: Float64Array;
  /** By slot: the most that two different values can be worth. */
  readonly unequal: Float64Array;
  /** By slot, by how many records have a value: log of its share, 0 not worked out yet; and of how many values. */
  readonly logShare: Float64Array;
  readonly shareOf: Float64Array;
  readonly out: Agreement;
  readonly bound: Float64Array;
}

/** A value that only two records have says no more than this count. */
const RAREST = 1.5;
/** Up to so many records with a value, what that is worth is worked out once. */
const COUNTS = 128;

export function newScale(model: Model, out: Agreement): Scale {
  const size = ALL * LEVELS;
  const plain = new Float64Array(size);
  const along = new Float64Array(size * LISTS);
  for (let at = 0; at < size; at += 1) {
    plain[at] = Math.log((model.match[at] ?? 1) / (model.chance[at] ?? 1));
    const slot = Math.floor(at / LEVELS);
    for (let list = 0; list < LISTS; list += 1) {
      const place = alongAt(slot, list) + (at % LEVELS);
      along[place] = Math.log((model.match[at] ?? 1) / (model.along[place] ?? 1));
    }
  }
  const logSame = new Float64Array(ALL);
  const unequal = new Float64Array(ALL);
  for (let slot = 0; slot < ALL; slot += 1) {
    const at = slot * LEVELS;
    logSame[slot] = Math.log(model.match[at + LEVEL.same] ?? 1);
    let most = Number.NEGATIVE_INFINITY;
    for (let level = 0; level < LEVEL.same; level += 1) most = Math.max(most, plain[at + level] ?? 0);
    unequal[slot] = most;
  }
  return {
    prior: model.prior,
    home: model.home,
    plain,
    along,
    logSame,
    unequal,
    logShare: new Float64Array(FIRST * COUNTS),
    shareOf: new Float64Array(FIRST),
    out,
    bound: new Float64Array(FIRST),
  };
}

/** Where the levels of a slot begin that goes along with one of its lists. */
export const alongAt = (slot: number, list: number): number => (slot * LISTS + list) * LEVELS;

/** How often a value occurs among those of its slot, 0 to 1. */
export function shareOf(table: Table, slot: number, number: number): number {
  const first = slot < FIRST ? slot : slot - FIRST;
  const filled = Math.max(2, table.filled[first] ?? 0);
  const others = Math.max(0, (table.counts[first]?.[number] ?? 0) - RAREST);
  return Math.min(1, others / filled + RAREST / Math.max(filled, SLOTS[first]?.world ?? 0));
}

/** Log of how often a value occurs: most occur so seldom that few logarithms do for all. */
function logShareOf(scale: Scale, table: Table, slot: number, number: number): number {
  const first = slot < FIRST ? slot : slot - FIRST;
  const count = table.counts[first]?.[number] ?? 0;
  if (count >= COUNTS) return Math.log(shareOf(table, first, number));
  const filled = table.filled[first] ?? 0;
  const at = first * COUNTS;
  if (scale.shareOf[first] !== filled) {
    scale.shareOf[first] = filled;
    scale.logShare.fill(0, at, at + COUNTS);
  }
  const known = scale.logShare[at + count] ?? 0;
  if (known !== 0) return known;
  const log = Math.log(shareOf(table, first, number));
  scale.logShare[at + count] = log;
  return log;
}

/** What one slot of the pair that lies in `out` is worth, as log odds. */
export function worthOf(scale: Scale, table: Table, slot: number): number {
  const level = scale.out.level[slot] ?? LEVEL.missing;
  if (level < 0) return 0;
  const goes = goesAlong(scale.out.level, 0, ALONG[slot] ?? []);
  const along = scale.along[alongAt(slot, Math.max(0, goes)) + level] ?? 0;
  if (level !== LEVEL.same) return goes >= 0 ? along : (scale.plain[slot * LEVELS + level] ?? 0);
  const worth = (scale.logSame[slot] ?? 0) - logShareOf(scale, table, slot, scale.out.left[slot] ?? 0);
  return goes >= 0 ? Math.min(along, worth) : worth;
}

/** The most that a slot can be worth before it is looked at closely. */
function boundOf(scale: Scale, table: Table, slot: number, a: number, b: number): number {
  const left = valueAt(table, slot, a);
  const right = valueAt(table, slot, b);
  if (left === NONE || right === NONE)
    return slot === GIVEN || slot === FAMILY ? Math.max(0, scale.unequal[slot] ?? 0) : 0;
  if (left < NONE || right < NONE) return 2 * Math.log(Math.max(2, table.filled[slot] ?? 0));
  if (left !== right) return scale.unequal[slot] ?? 0;
  return (scale.logSame[slot] ?? 0) - logShareOf(scale, table, slot, left);
}

/** What homes share, as far as two people of one home do not come by it as well. */
export const homeWorth = (most: Float64Array, worth: number): number =>
  worth <= 0 ? worth : Math.min(worth, most[homeStep(worth)] ?? worth);

/** The pair's log odds; or some number below `floor`, as soon as it cannot come up to it. */
export function score(
  scale: Scale,
  table: Table,
  active: readonly number[],
  a: number,
  b: number,
  floor: number,
): number {
  const { bound, out } = scale;
  let total = scale.prior;
  for (const slot of active) {
    const most = boundOf(scale, table, slot, a, b);
    bound[slot] = most;
    total += most;
  }
  if (total < floor) return total;
  let named = false;
  for (const slot of active) {
    if (slot !== GIVEN && slot !== FAMILY) agreeIn(table, slot, a, b, out);
    else if (!named) {
      agreeInNames(table, a, b, out);
      named = true;
    }
    // Slots that this one goes along with come later at times: only what is in by then is certain.
    total += exactOr(scale, table, slot) - (bound[slot] ?? 0);
    if (total < floor) return total;
  }
  let whole = scale.prior;
  let home = 0;
  for (const slot of active) {
    let worth = worthOf(scale, table, slot);
    if ((out.level[slot + FIRST] ?? LEVEL.missing) >= 0) worth += worthOf(scale, table, slot + FIRST);
    if (HOME[slot] === true) home += worth;
    else whole += worth;
  }
  return whole + homeWorth(scale.home, home);
}

/** As `worthOf` for both of a slot, but never less than it may turn out to be. */
function exactOr(scale: Scale, table: Table, slot: number): number {
  const level = scale.out.level[slot] ?? LEVEL.missing;
  const second = scale.out.level[slot + FIRST] ?? LEVEL.missing;
  let worth = 0;
  if (level === LEVEL.same)
    worth = (scale.logSame[slot] ?? 0) - logShareOf(scale, table, slot, scale.out.left[slot] ?? 0);
  else if (level >= 0) worth = scale.plain[slot * LEVELS + level] ?? 0;
  return second < 0 ? worth : worth + Math.max(0, worthOf(scale, table, slot + FIRST));
}

const COST: Readonly<Record<Manner, number>> = { date: 0, digits: 1, name: 2, address: 3, words: 4 };
const costOf = (slot: number): number => COST[SLOTS[slot]?.manner ?? 'words'];

/** The slots in which anything can be compared at all, those that are soon compared first. */
export const activeSlots = (table: Table): readonly number[] =>
  Array.from({ length: FIRST }, (_, slot) => slot)
    .filter((slot) => (table.filled[slot] ?? 0) > 1)
    .sort((a, b) => costOf(a) - costOf(b) || a - b);

export const probabilityOf = (odds: number): number => 1 / (1 + Math.exp(-odds));
