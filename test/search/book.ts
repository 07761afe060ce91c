import { build } from '@/utils/search/build';
import { indexOf } from '@/utils/search/changes';
import type { Entry } from '@/utils/search/entry';
import { type Answered, find, type Question } from '@/utils/search/find';
import type { Segment } from '@/utils/search/segment';
import { mark } from '@/utils/search/tokens';

/** An entry of which a test names only what it is about. */
export const entry = (id: number, some: Partial<Entry> = {}): Entry => ({
  id,
  name: '',
  addresses: [],
  phones: [],
  texts: [],
  marks: [mark.customer],
  created: 0,
  seen: 0,
  ...some,
});

export const index = (...entries: readonly Entry[]): readonly Segment[] => indexOf(build(entries));

export const ask = (segments: readonly Segment[], text: string, some: Partial<Question> = {}, limit = 50): Answered =>
  find(segments, { text, marks: [], sort: 'best', ...some }, limit);

export const ids = (segments: readonly Segment[], text: string, some: Partial<Question> = {}): readonly number[] =>
  ask(segments, text, some).found.map(({ id }) => id);

/** Numbers that look thrown, the same in every run. */
export function dice(seed: number): (below: number) => number {
  const state = { now: seed };
  return (below) => {
    state.now = (Math.imul(state.now, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state.now / 2 ** 32) * below);
  };
}
