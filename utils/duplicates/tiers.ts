// How sure a pair is, in three steps that people are told. `same` is for pairs that may be merged without a second look:
// strong evidence of more than one sort, and nothing against it.

import type { Tier } from '@/utils/people/same-person';
import type { Scale } from './model';
import { worthOf } from './model';
import { BIRTH, EMAIL, FAMILY, FIRST, GIVEN, IDENTIFIER, LEVEL, PHONE } from './slots';
import type { Table } from './table';

/** Log odds from which two records are taken for one person at all. */
export const LINK = 0;
const SURE = 9;
/** Log odds that a value must add to count as evidence of its own. */
const COUNTS = 2;

/** The tier of the pair that lies in the scale's agreement, with these log odds. */
export function tierOf(scale: Scale, table: Table, odds: number): Tier {
  const { level } = scale.out;
  const at = (slot: number): number => level[slot] ?? LEVEL.missing;
  let [kinds, names, exact] = [0, 0, 0];
  for (let slot = 0; slot < FIRST; slot += 1) {
    if (at(slot) <= LEVEL.different) continue;
    const worth = worthOf(scale, table, slot);
    if (worth < COUNTS) continue;
    if (slot === GIVEN || slot === FAMILY) names += 1;
    else kinds += 1;
    if (at(slot) === LEVEL.same && [EMAIL, PHONE, IDENTIFIER, BIRTH].includes(slot)) exact += 1;
  }
  if (kinds === 0) return 'possible';
  const against = [GIVEN, FAMILY, BIRTH, IDENTIFIER].some(
    (slot) => at(slot) === LEVEL.different || (at(slot) === LEVEL.crossed && slot === BIRTH),
  );
  const doubted = at(GIVEN) === LEVEL.weak || at(FAMILY) === LEVEL.weak || at(BIRTH) === LEVEL.weak;
  const enough = names > 0 && (exact > 0 || kinds + names > 3);
  if (odds >= (doubted ? SURE + 4 : SURE) && enough && !against) return 'same';
  return 'likely';
}
