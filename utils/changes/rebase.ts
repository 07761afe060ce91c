import type { Change } from './types';

/**
 * The same change made upon what somebody else has made meanwhile: its inverse brings back that. Null: it stands upon
 * nothing that could be told.
 */
export function rebased(change: Change, theirs: unknown): Change | null {
  if (theirs === undefined) return null;
  // `theirs` is what the connection found in the place of `from`: it is of the same kind.
  if ('from' in change) return { ...change, from: theirs } as Change;
  if ('version' in change) return { ...change, version: theirs } as Change;
  return null;
}
