import { inverse } from '@/utils/changes/inverse';
import type { Change } from '@/utils/changes/types';
import { isSecret } from './redact';
import type { Entry } from './types';

/** ms that are given to think again before what nothing can take back. */
const HOLD = 10_000;

/** Nothing can take it back. What it makes is no matter for that. */
export const isFinal = (change: Change): boolean => inverse(change, { id: '', version: '' }) === 'final';

/** Held first: something in it is final. A secret is not kept, so it goes at once; an undo was thought about. */
export const mustHold = ({ steps, undoes }: Pick<Entry, 'steps' | 'undoes'>): boolean =>
  undoes === undefined && steps.some(({ change }) => isFinal(change)) && !steps.some(({ change }) => isSecret(change));

export const held = (entry: Entry, now: Date): Entry => ({
  ...entry,
  state: 'held',
  listed: true,
  heldUntil: now.getTime() + HOLD,
});

/** Longer than anything is held, by the clock as it is now. */
export const isHeldTooLong = ({ state, heldUntil = 0 }: Entry, now: Date): boolean =>
  state === 'held' && heldUntil - now.getTime() > HOLD;
