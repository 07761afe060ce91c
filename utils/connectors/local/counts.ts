// How long the long lists are. A browser counts entries of an index one by one, from the disk: 12 ms for 5,000
// (Chromium 156, 2026-11). So a number that is large is kept (counted.ts), and here each write to such a list brings
// it up to date in its own transaction, whoever writes. What is kept can be thrown away: it is counted anew.

import type {
  DBCore,
  DBCoreAddRequest,
  DBCoreDeleteRequest,
  DBCoreMutateRequest,
  DBCoreMutateResponse,
  DBCorePutRequest,
  DBCoreTable,
  DBCoreTransaction,
  Middleware,
} from 'dexie';
import { ME } from '@/utils/people/types';
import type { CountRow } from './schema';

export const COUNTS = 'counts';
/** All keys, in the library's words for a range. */
const ANY = 3;

/** What a row is counted by, of any of the tables below. */
interface Counted {
  readonly person: number;
  readonly open?: 0 | 1;
  readonly organisation?: number;
  readonly profile?: number;
  readonly by?: string;
  readonly labels?: readonly string[];
}

export const listKey = {
  tickets: (person: number, open: 0 | 1) => `tickets:${person}:${open}`,
  organisation: (organisation: number, open: 0 | 1) => `tickets:o${organisation}:${open}`,
  notes: (person: number) => `notes:${person}`,
  files: (person: number) => `files:${person}`,
  changes: (person: number) => `changeLog:${person}`,
  mine: (person: number) => `changeLog:${person}:mine`,
  activity: (person: number) => `activity:${person}`,
  label: (label: string) => `people:${label}`,
} as const;

/** By table: the lists that a row stands in. */
const LISTS: Readonly<Record<string, (row: Counted) => readonly string[]>> = {
  tickets: ({ person, open = 0, organisation }) => [
    listKey.tickets(person, open),
    ...(organisation === undefined ? [] : [listKey.organisation(organisation, open)]),
  ],
  notes: ({ person }) => [listKey.notes(person)],
  files: ({ profile }) => (profile === undefined ? [] : [listKey.files(profile)]),
  changeLog: ({ person, by }) => [listKey.changes(person), ...(by === ME ? [listKey.mine(person)] : [])],
  activity: ({ person }) => [listKey.activity(person)],
  people: ({ labels = [] }) => labels.map(listKey.label),
};

/** What stood where these rows are being written. */
const replaced = new WeakMap<object, Counted>();

/** For rows that were read in this very transaction: what stood there need not be read a second time. Gives `after`. */
export function replacing<Row extends Counted>(before: Counted, after: Row): Row {
  replaced.set(after, before);
  return after;
}

/** Brings the kept numbers up to date with every write through the library; imports go past it, and bring no labels. */
export const keepCounts: Middleware<DBCore> = {
  stack: 'dbcore',
  name: COUNTS,
  create(core) {
    // A book of an older version has no place for them.
    if (!core.schema.tables.some(({ name }) => name === COUNTS)) return {};
    return {
      transaction(stores, mode, options) {
        const listed = mode === 'readwrite' && stores.some((name) => name in LISTS) && !stores.includes(COUNTS);
        return core.transaction(listed ? [...stores, COUNTS] : stores, mode, options);
      },
      table(name) {
        const table = core.table(name);
        const listsOf = LISTS[name];
        if (listsOf === undefined) return table;
        return { ...table, mutate: (request) => mutate(table, core.table(COUNTS), listsOf, request) };
      },
    };
  },
};

type ListsOf = (row: Counted) => readonly string[];

// Chained, not awaited: within a transaction the library follows its own promises.
function mutate(
  table: DBCoreTable,
  counts: DBCoreTable,
  listsOf: ListsOf,
  request: DBCoreMutateRequest,
): Promise<DBCoreMutateResponse> {
  const { trans } = request;
  if (request.type === 'deleteRange') {
    const range = { type: ANY, lower: [], upper: [] } as const;
    return counts.mutate({ type: 'deleteRange', trans, range }).then(() => table.mutate(request));
  }
  return rowsBefore(table, request).then((before) =>
    table.mutate(request).then((response) => {
      const after: readonly Counted[] = request.type === 'delete' ? [] : request.values;
      const steps = stepsOf(listsOf, before, after);
      const done = response.numFailures > 0 ? forget(counts, trans, steps) : move(counts, trans, steps);
      return done.then(() => response);
    }),
  );
}

/** The rows that a write replaces or deletes. */
function rowsBefore(table: DBCoreTable, request: DBCoreAddRequest | DBCorePutRequest | DBCoreDeleteRequest) {
  const none: readonly Counted[] = [];
  if (request.type === 'add') return Promise.resolve(none);
  if (request.type === 'put') {
    const known = request.values.flatMap((row: object) => replaced.get(row) ?? []);
    if (known.length === request.values.length) return Promise.resolve<readonly Counted[]>(known);
  }
  const { extractKey } = table.schema.primaryKey;
  const keys: readonly unknown[] =
    request.keys ?? (request.type === 'put' ? request.values.map((row: unknown) => extractKey?.(row)) : []);
  const known = keys.filter((key) => key !== undefined);
  if (known.length === 0) return Promise.resolve(none);
  return table
    .getMany({ trans: request.trans, keys: known })
    .then((rows: readonly (Counted | undefined)[]) => rows.filter((row) => row !== undefined));
}

function stepsOf(listsOf: ListsOf, before: readonly Counted[], after: readonly Counted[]) {
  const steps = new Map<string, number>();
  for (const [rows, step] of [[before, -1] as const, [after, 1] as const]) {
    for (const key of rows.flatMap(listsOf)) steps.set(key, (steps.get(key) ?? 0) + step);
  }
  return steps;
}

function move(counts: DBCoreTable, trans: DBCoreTransaction, steps: ReadonlyMap<string, number>): Promise<unknown> {
  const keys = [...steps].flatMap(([key, step]) => (step === 0 ? [] : [key]));
  if (keys.length === 0) return Promise.resolve();
  return counts.getMany({ trans, keys }).then((kept: readonly (CountRow | undefined)[]) => {
    const values = kept.flatMap((row) =>
      row === undefined ? [] : [{ ...row, count: row.count + (steps.get(row.key) ?? 0) }],
    );
    return values.length === 0 ? undefined : counts.mutate({ type: 'put', trans, values });
  });
}

/** Part of a write failed, and the rest may stand: counted anew next time. */
function forget(counts: DBCoreTable, trans: DBCoreTransaction, steps: ReadonlyMap<string, number>): Promise<unknown> {
  return counts.mutate({ type: 'delete', trans, keys: [...steps.keys()] });
}
