// Two rows of a table laid beside each other: the level of each slot, and which values it was found between.

import { levelOf } from './levels';
import { FAMILY, FIRST, GIVEN, LEVEL, SLOTS } from './slots';
import { NONE, numbersAt, type Table, valueAt } from './table';

/** What was found, by slot; written over by each comparison. */
export interface Agreement {
  readonly level: Int8Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
}

export const newAgreement = (): Agreement => ({
  level: new Int8Array(FIRST * 2).fill(LEVEL.missing),
  left: new Int32Array(FIRST * 2),
  right: new Int32Array(FIRST * 2),
});

function set(out: Agreement, slot: number, level: number, left: number, right: number): void {
  out.level[slot] = level;
  out.left[slot] = left;
  out.right[slot] = right;
}

const RANK = [0, 1, 4, 3, 2, 5];
const rank = (level: number): number => (level < 0 ? -1 : (RANK[level] ?? 0));

/** Several values on one side at least: the two that are most alike, and of the others again. */
function best(table: Table, slot: number, a: number, b: number, out: Agreement): void {
  const [left, right] = [numbersAt(table, slot, a), numbersAt(table, slot, b)];
  const texts = table.texts[slot];
  const manner = SLOTS[slot]?.manner ?? 'words';
  let [usedLeft, usedRight] = [-1, -1];
  for (const at of [slot, slot + FIRST]) {
    set(out, at, LEVEL.missing, NONE, NONE);
    let [bestLeft, bestRight] = [-1, -1];
    for (let i = 0; i < left.length; i += 1) {
      if (i === usedLeft) continue;
      for (let j = 0; j < right.length; j += 1) {
        if (j === usedRight || texts === undefined) continue;
        const [l, r] = [left[i] ?? 0, right[j] ?? 0];
        const level = levelOf(texts, manner, l, r);
        if (rank(level) > rank(out.level[at] ?? -1) || bestLeft < 0) {
          set(out, at, level, l, r);
          [bestLeft, bestRight] = [i, j];
        }
      }
    }
    [usedLeft, usedRight] = [bestLeft, bestRight];
  }
}

/** Writes the level of a slot, and of its second one, into `out`. */
export function agreeIn(table: Table, slot: number, a: number, b: number, out: Agreement): void {
  const texts = table.texts[slot];
  if (texts === undefined) return;
  const left = valueAt(table, slot, a);
  const right = valueAt(table, slot, b);
  out.level[slot + FIRST] = LEVEL.missing;
  if (left === NONE || right === NONE) set(out, slot, LEVEL.missing, left, right);
  else if (left === right && left >= 0) set(out, slot, LEVEL.same, left, right);
  else if (left >= 0 && right >= 0)
    set(out, slot, levelOf(texts, SLOTS[slot]?.manner ?? 'words', left, right), left, right);
  else best(table, slot, a, b, out);
}

const plain = (level: number): boolean => level === LEVEL.same || level === LEVEL.near || level === LEVEL.partial;

/** Given and family names, each with its like; or crosswise, where they are alike that way and not the other. */
export function agreeInNames(table: Table, a: number, b: number, out: Agreement): void {
  agreeIn(table, GIVEN, a, b, out);
  agreeIn(table, FAMILY, a, b, out);
  if (plain(out.level[GIVEN] ?? 0) || plain(out.level[FAMILY] ?? 0)) return;
  const texts = table.texts[GIVEN];
  if (texts === undefined) return;
  const ga = valueAt(table, GIVEN, a);
  const gb = valueAt(table, GIVEN, b);
  const fa = valueAt(table, FAMILY, a);
  const fb = valueAt(table, FAMILY, b);
  const alike = (x: number, y: number): boolean =>
    x !== NONE &&
    y !== NONE &&
    (x === y || (texts.sound[x] === texts.sound[y] && texts.parts[x] === null && texts.parts[y] === null));
  if (!alike(ga, fb) && !alike(fa, gb)) return;
  const one = ga === NONE || fb === NONE ? LEVEL.missing : levelOf(texts, 'name', ga, fb);
  const two = fa === NONE || gb === NONE ? LEVEL.missing : levelOf(texts, 'name', fa, gb);
  const fits = (level: number): boolean => level === LEVEL.same || level === LEVEL.near || level === LEVEL.missing;
  if (!fits(one) || !fits(two)) return;
  if (one !== LEVEL.missing && two !== LEVEL.missing) {
    set(out, GIVEN, LEVEL.crossed, ga, fb);
    set(out, FAMILY, LEVEL.crossed, fa, gb);
    return;
  }
  // Only one name to compare: it counts as the family name, whichever of the two records is looked at first.
  set(out, GIVEN, LEVEL.missing, NONE, NONE);
  if (one === LEVEL.missing) set(out, FAMILY, LEVEL.crossed, fa, gb);
  else set(out, FAMILY, LEVEL.crossed, ga, fb);
}

/** All slots. */
export function agree(table: Table, a: number, b: number, out: Agreement): void {
  agreeInNames(table, a, b, out);
  for (let slot = 0; slot < FIRST; slot += 1) if (slot !== GIVEN && slot !== FAMILY) agreeIn(table, slot, a, b, out);
}

/** The place of the first of the lists of slots that agrees in all; -1: none. `from`: where the levels begin. */
export function goesAlong(levels: Int8Array, from: number, lists: readonly (readonly number[])[]): number {
  for (let at = 0; at < lists.length; at += 1) {
    let all = true;
    const list = lists[at] ?? [];
    for (let one = 0; one < list.length && all; one += 1) all = levels[from + (list[one] ?? 0)] === LEVEL.same;
    if (all) return at;
  }
  return -1;
}
