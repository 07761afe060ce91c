// Duplicates among records: all pairs at once, those of one record, and why two are taken for one person.

import type { Compared } from '@/utils/people/same-person';
import type { DuplicateIndex, Duplicates, Entry, Pausing, Weights } from './types';

export type { Candidate, DuplicateIndex, Duplicates, Entry, Pair, Pausing, Weights } from './types';

/** All pairs and groups of duplicates. The order of `records` makes no difference; ids must be unique. */
export async function findPairs(_records: readonly Entry[], _pausing: Pausing = {}): Promise<Duplicates> {
  throw new Error('not yet');
}

/** Records made ready for `candidates`; weights are learned from them, or taken from an earlier run. */
export async function openIndex(
  _records: readonly Entry[],
  _pausing: Pausing & { readonly weights?: Weights } = {},
): Promise<DuplicateIndex> {
  throw new Error('not yet');
}

/** Two records with what speaks for and against their being one person. The same for (a, b) and (b, a), sides apart. */
export function compare(_a: Entry, _b: Entry, _weights: Weights): Compared {
  throw new Error('not yet');
}
