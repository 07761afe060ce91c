import { foldName } from '@/utils/people/fold';
import { readBanned } from './bans';
import { type Draft, readDraft } from './csv/draft';
import { FaultError } from './csv/fault';
import { type Columns, readHeader } from './csv/header';
import { readRows } from './csv/read';
import type { BookDatabase } from './database';
import type { Pace } from './pace';
import type { PersonRow } from './schema';

/** What a whole file comes to, before anything of it is written. */
export interface Checked {
  /** People to write. */
  readonly people: number;
  /** People left out, since they are in the book, stand in the file twice or have a banned address. */
  readonly known: number;
  /** Their rows, counted from 0. */
  readonly skip: ReadonlySet<number>;
  /** Names of organisations to make, by folded name, in the order they come. */
  readonly organisations: ReadonlyMap<string, string>;
}

/** The drafts of a file in order. Both times an import reads its file, it reads it through this. */
export async function* readDrafts(pieces: AsyncIterable<Uint8Array>, pace: Pace): AsyncGenerator<Draft> {
  const heading: { columns: Columns | null } = { columns: null };
  for await (const rows of readRows(pieces)) {
    for (const row of rows) {
      if (heading.columns === null) heading.columns = readHeader(row);
      else {
        const draft = readDraft(heading.columns, row);
        if (draft.name !== '' || draft.addresses.length > 0) yield draft;
      }
      const pause = pace();
      if (pause !== undefined) await pause;
    }
  }
}

/** Reads a file to its end. Fails with a `FaultError` at its first fault, with `nothing` if nobody stands in it. */
export async function checkFile(
  database: BookDatabase,
  pieces: AsyncIterable<Uint8Array>,
  pace: Pace,
): Promise<Checked> {
  const taken = await marksInBook(database, pace);
  const banned = await readBanned(database);
  const there = new Set(await database.organisations.orderBy('key').uniqueKeys());
  const organisations = new Map<string, string>();
  const skip = new Set<number>();
  const count = { rows: 0 };
  for await (const draft of readDrafts(pieces, pace)) {
    const marks = marksOf(draft);
    if (marks.some((mark) => taken.has(mark)) || draft.addresses.some(banned)) skip.add(count.rows);
    else {
      const key = foldName(draft.organisation);
      if (key !== '' && !there.has(key) && !organisations.has(key)) organisations.set(key, draft.organisation);
    }
    for (const mark of marks) taken.add(mark);
    count.rows += 1;
  }
  if (count.rows === 0) throw new FaultError({ kind: 'nothing', line: 1 });
  return { people: count.rows - skip.size, known: skip.size, skip, organisations };
}

/** By what somebody is recognised: the addresses; for people without one, name and phones together. */
function marksOf(draft: {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly phones: readonly { readonly value: string }[];
}) {
  if (draft.addresses.length > 0) return draft.addresses;
  return [[foldName(draft.name), ...draft.phones.map((phone) => phone.value)].join('\n')];
}

/** Read once and in portions: asking for each address of a large file would take minutes. */
async function marksInBook(database: BookDatabase, pace: Pace): Promise<Set<string>> {
  const marks = new Set<string>();
  const portion = 500;
  for (let after = 0; ; ) {
    const rows: PersonRow[] = await database.people.where(':id').above(after).limit(portion).toArray();
    for (const { name, emails, fields } of rows) {
      const addresses = emails.map((email) => email.address);
      const phones = (fields ?? []).filter((field) => field.type === 'phone');
      for (const mark of marksOf({ name, addresses, phones })) marks.add(mark);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < portion) return marks;
    after = last.id;
    await pace();
  }
}
