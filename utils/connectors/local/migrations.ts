// Every version of a book, oldest first. A version is never edited once it was shipped: add one below, with
// `upgrade` where rows change, and a test of the same number in test/connectors/local/migrations.test.ts.

import type { Transaction } from 'dexie';

export interface Migration {
  readonly version: number;
  /** Dexie's words: `++` counts up, `*` one entry for each item of a list, `[a+b]` both together. */
  readonly stores: Readonly<Record<string, string | null>>;
  upgrade?(transaction: Transaction): PromiseLike<unknown>;
}

export const migrations: readonly Migration[] = [
  {
    version: 1,
    stores: {
      // Each index costs an import its speed. Those on absent properties cost nothing.
      people: '++id, *keys, *names, *orgs, *labels, *groups, *teams',
      organisations: '++id, key',
      groups: '++id',
      teams: '++id',
      customFields: '++id',
      tickets: '++id, number, [person+open+updatedAt], [person+updatedAt], organisation',
      notes: '++id, [person+createdAt]',
      files: '++id, person',
      blobs: 'id',
      charges: '++id, [person+at], ticket',
      chats: '++id, [person+at]',
      changeLog: '++id, [person+at]',
      activity: '++id, [person+at]',
      signIns: '++id, [person+at]',
      bans: 'pattern',
      imports: 'id',
      importPieces: '[import+index]',
    },
  },
  {
    version: 2,
    stores: {
      tickets:
        '++id, number, [person+open+updatedAt], [person+open+createdAt], [person+open+urgent+updatedAt], ' +
        '[person+updatedAt], [person+notifies], organisation, [organisation+open+updatedAt]',
      files: '++id, person, [profile+createdAt]',
      changeLog: '++id, [person+at], [person+by+at], [entry+step]',
      activity: '++id, [person+at], ticket',
      bin: 'key, at, person',
      touched: '++seq',
      counts: 'key',
    },
    // An index cannot hold true: an urgent ticket says 1 from here on.
    upgrade: (transaction) =>
      transaction
        .table('tickets')
        .filter(({ urgent }) => urgent === true)
        .modify({ urgent: 1 }),
  },
  { version: 3, stores: { merged: 'id, into, *row.orgs' } },
];
