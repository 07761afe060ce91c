// Every version of the journal, oldest first. A version is never edited once it was shipped: add one below.

import type { Transaction } from 'dexie';

interface Migration {
  readonly version: number;
  /** Dexie's words: `++` counts up, `&` unique, `*` each of a list, `[a+b]` both together. */
  readonly stores: Readonly<Record<string, string | null>>;
  upgrade?(transaction: Transaction): PromiseLike<unknown>;
}

export const migrations: readonly Migration[] = [
  {
    version: 1,
    // `open` is there on unfinished entries only, so its index is as short as the list of them.
    stores: { entries: '++order, &id, [connection+person+order], open, at' },
  },
  {
    version: 2,
    // An entry can be about two people, and one about nobody goes with its connection, too.
    stores: { entries: '++order, &id, connection, *people, open, at' },
    upgrade: (transaction) => transaction.table('entries').toCollection().modify(aboutPeople),
  },
];

/** As `people.ts` had it in version 2: written here once more, since a step of the past must not change. */
function aboutPeople(row: { connection: string; person: string | null; people?: readonly string[] }): void {
  row.people = row.person === null ? [] : [`${row.connection}|${row.person}`];
}
