// How right the pairs that were found are.
import type { Pair } from '@/utils/duplicates';

interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** `truth`: by id, who it is. `all`: pairs that there are. */
export function figures(pairs: readonly Pair[], truth: ReadonlyMap<string, unknown>): Figures {
  const sizes = new Map<unknown, number>();
  for (const who of truth.values()) sizes.set(who, (sizes.get(who) ?? 0) + 1);
  let all = 0;
  for (const size of sizes.values()) all += (size * (size - 1)) / 2;
  const right = pairs.filter(({ left, right: other }) => truth.get(left) === truth.get(other)).length;
  const precision = pairs.length === 0 ? 1 : right / pairs.length;
  const recall = all === 0 ? 1 : right / all;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

export const inGroups = (pairs: readonly Pair[]): readonly Pair[] => pairs.filter(({ group }) => group !== null);
export const surely = (pairs: readonly Pair[]): readonly Pair[] => pairs.filter(({ tier }) => tier === 'same');
