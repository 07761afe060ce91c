import type { Change, Made, Stamp } from '@/utils/changes/types';
import type { ChangedField } from '@/utils/people/record';
import { ME } from '@/utils/people/types';
import type { BookDatabase } from './database';

/** Characters of a value that the log keeps: enough to know it again. */
const LONGEST = 1_000;

/** One line of the history, as text that people can read. Of closed lists it holds the word: 'waiting-us', 'true'. */
export interface Logged {
  readonly field: ChangedField;
  readonly which?: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Says in the log what a write did, and what it made: within the write's transaction. */
export async function writeLog(
  { database, stamp }: { readonly database: BookDatabase; readonly stamp: Stamp; readonly change: Change },
  person: number,
  { from, to, ...what }: Logged,
  made: Made,
): Promise<void> {
  const { at, entry, step } = stamp;
  await database.changeLog.add({ person, at, by: ME, ...what, from: cut(from), to: cut(to), entry, step, made });
}

/** What a stamped write made; null if it was not made, or is long gone with its person. */
export async function readMade(database: BookDatabase, { entry, step }: Stamp): Promise<Made | null> {
  const rows = await database.changeLog.where('[entry+step]').equals([entry, step]).toArray();
  return rows.at(-1)?.made ?? null;
}

function cut(text: string | null): string | null {
  if (text === null || text === '') return null;
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
