import { sameRef } from '@/utils/people/ref';
import type { Person } from '@/utils/people/types';

/** Why two records are not merged: one and the same, somebody who is no customer, two servers. */
export type Refusal = 'self' | 'agent' | 'connection';

/** Null: they may be. */
export function refusalOf(a: Person, b: Person): Refusal | null {
  if (sameRef(a.ref, b.ref)) return 'self';
  if (a.ref.connection !== b.ref.connection) return 'connection';
  return a.kind === 'person' && b.kind === 'person' ? null : 'agent';
}
