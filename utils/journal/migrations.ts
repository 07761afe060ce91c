// Every version of the journal, oldest first. A version is never edited once it was shipped: add one below.

import type { Transaction } from 'dexie';

interface Migration {
  readonly version: number;
  /** Dexie's words: `++` counts up, `&` unique, `[a+b]` both together. */
  readonly stores: Readonly<Record<string, string | null>>;
  upgrade?(transaction: Transaction): PromiseLike<unknown>;
}

export const migrations: readonly Migration[] = [
  {
    version: 1,
    // `open` is there on unfinished entries only, so its index is as short as the list of them.
    stores: { entries: '++order, &id, [connection+person+order], open, at' },
  },
];
