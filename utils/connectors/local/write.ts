// What all writes of a book have in common: one transaction that finds what is there, compares, writes, says so in the
// change log, and notes whose record the search index has to read anew. Whatever is thrown within leaves nothing.

import type { Table } from 'dexie';
import type { Change, ChangeType, Made, Stamp } from '@/utils/changes/types';
import { type Problem, ProblemError, type ProblemKind } from '@/utils/problem';
import type { BookDatabase } from './database';
import { type Logged, writeLog } from './log';
import { toId } from './person';
import type { PersonRow } from './schema';

export interface Job<T extends ChangeType = ChangeType> {
  readonly database: BookDatabase;
  readonly connection: string;
  readonly change: Change<T>;
  readonly stamp: Stamp;
}

export type Write<T extends ChangeType> = (job: Job<T>) => Promise<Made>;

/** What becomes of a person's row: an undefined value is taken out of it. */
type Patch = { readonly [K in keyof Omit<PersonRow, 'id' | 'revision'>]?: PersonRow[K] | undefined };

interface Step {
  readonly patch: Patch;
  readonly log: Logged;
  /** Of what was made or changed, where that is not the person. */
  readonly id?: number;
}

/** A problem of this write, to be thrown. */
export function refusal(
  { connection, change }: Pick<Job, 'connection' | 'change'>,
  kind: ProblemKind,
  more: Omit<Problem, 'kind'> = {},
): ProblemError {
  return new ProblemError({ ...more, kind, connection, call: change.type });
}

/**
 * Changes a person's row in one transaction over it, `tables`, the log and the list for search. `step` compares and
 * gives what to write, or null where nothing is to be changed. Fails with `missing`, and with what `step` throws.
 */
export async function changePerson(
  job: Job,
  tables: readonly Table[],
  step: (row: PersonRow) => Promise<Step | null> | Step | null,
): Promise<Made> {
  const { people, changeLog, touched } = job.database;
  return job.database.transaction('rw', [people, changeLog, touched, ...tables], async () => {
    const row = await personOf(job);
    const next = await step(row);
    if (next === null) return { id: String(row.id), version: String(row.revision) };
    const revision = row.revision + 1;
    await people.put({ ...patched(row, next.patch), revision });
    const made = { id: String(next.id ?? row.id), version: String(revision) };
    await writeLog(job, row.id, next.log, made);
    await touched.add({ person: row.id });
    return made;
  });
}

/** The row of the person that a change is about. Fails with `missing`. */
export async function personOf(job: Job): Promise<PersonRow> {
  const row = await job.database.people.get(toId(job.change.person ?? '') ?? 0);
  if (row === undefined) throw refusal(job, 'missing', { detail: 'person' });
  return row;
}

/** The row with other values. */
export function patched<Row extends Omit<PersonRow, 'id'>>(row: Row, patch: Patch): Row {
  const next = { ...row };
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) Reflect.deleteProperty(next, key);
    else Reflect.set(next, key, value);
  }
  return next;
}

/** A list as it is stored: absent, not empty. */
export const listed = <Item>(list: readonly Item[]): readonly Item[] | undefined =>
  list.length === 0 ? undefined : list;

/** The list with one more item in its place; past the end it comes last. */
export function placed<Item>(list: readonly Item[], at: number, item: Item): readonly Item[] {
  return [...list.slice(0, at), item, ...list.slice(at)];
}

/** A moment after what is there, for rows whose state is told by their time. */
export function after(before: string, at: string): string {
  return at > before ? at : new Date(Date.parse(before) + 1).toISOString();
}
