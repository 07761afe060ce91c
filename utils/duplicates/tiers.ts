// How sure a pair is, in three steps that people are told. `same` is for pairs that may be merged without a second look:
// an address that only one person has, or strong evidence of more than one sort; and nothing against it.

import type { Tier } from '@/utils/people/same-person';
import { type Scale, worthOf } from './model';
import { BIRTH, EMAIL, FAMILY, FIRST, GIVEN, IDENTIFIER, LEVEL } from './slots';
import type { Table } from './table';

/** Log odds from which two records are taken for one person at all. */
export const LINK = 0;
/** Log odds from which they are so surely, with an address of their own, without, and with a slip in what tells people apart. */
const OWN = 6;
const SURE = 11;
const DOUBTED = 15;
/** Log odds that a value must add to count as evidence of its own. */
const COUNTS = 2;
/** So many records may have an address that is one person's own. */
const MOST_OWN = 6;

const TELLING = [GIVEN, FAMILY, BIRTH, IDENTIFIER] as const;

/** The tier of the pair that lies in the scale's agreement, with these log odds. */
export function tierOf(scale: Scale, table: Table, odds: number): Tier {
  const { level, left } = scale.out;
  const at = (slot: number): number => level[slot] ?? LEVEL.missing;
  const counts = (slot: number): boolean => at(slot) > LEVEL.different && worthOf(scale, table, slot) >= COUNTS;
  const names = [GIVEN, FAMILY].filter(counts).length;
  const kinds = Array.from({ length: FIRST }, (_, slot) => slot).filter(
    (slot) => slot !== GIVEN && slot !== FAMILY && counts(slot),
  ).length;
  if (kinds === 0) return 'possible';
  const against = TELLING.some((slot) => at(slot) === LEVEL.different) || at(BIRTH) === LEVEL.crossed;
  if (against || names === 0) return 'likely';
  const doubted =
    TELLING.some((slot) => at(slot) === LEVEL.weak || at(slot) === LEVEL.crossed) || at(BIRTH) === LEVEL.near;
  const own = [EMAIL, IDENTIFIER].some(
    (slot) => at(slot) === LEVEL.same && (table.counts[slot]?.[left[slot] ?? 0] ?? 0) <= MOST_OWN,
  );
  if (own && !doubted && odds >= OWN) return 'same';
  const date = at(BIRTH) === LEVEL.same && !(table.texts[BIRTH]?.text[left[BIRTH] ?? 0] ?? '').endsWith('0000');
  // What a house or a company has in common is no person's: a name of their own, or a date, has to be with it.
  const personal = [at(GIVEN) >= LEVEL.near, date || at(BIRTH) === LEVEL.near, own].filter(Boolean).length;
  const enough = personal > 1 || (personal > 0 && kinds + names > 3);
  return enough && odds >= (doubted ? DOUBTED : SURE) ? 'same' : 'likely';
}
