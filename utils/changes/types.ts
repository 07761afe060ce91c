// Every write there is, as data. This list grows with the actions; a change without a decided inverse does
// not compile (inverse.ts). Today only Create exists: edits and merges bring the rest.

import type { Address } from '@/utils/people/types';

export interface NewPerson {
  readonly name: string;
  readonly addresses: readonly Address[];
  /** An id, or the name of one to make. */
  readonly organisation?: { readonly id: string } | { readonly create: string };
}

export interface Changes {
  'person.create': { readonly draft: NewPerson };
  /** `version`: the state it was made in; a record touched since is not deleted. */
  'person.delete': { readonly version: string };
}
export type ChangeType = keyof Changes;
export type Change<T extends ChangeType = ChangeType> = {
  [K in T]: { readonly type: K; readonly person: string | null } & Changes[K];
}[T];

/** What a write made: the record's id and its new version. */
export interface Made {
  readonly id: string;
  readonly version: string;
}
