import { foldName } from '@/utils/people/fold';
import type { Draft } from './csv/draft';
import { FaultError } from './csv/fault';
import type { BookDatabase } from './database';
import type { Checked } from './import-check';
import { addressKeys, nameKeys } from './keys';
import type { ImportRow, OrganisationRow, PersonRow } from './schema';

/**
 * Rows in one transaction, handed over in one task. Each row wakes the database, which on a small machine takes the
 * processor from us: with 100 rows a task of 3 ms often took 40.
 */
const PORTION = 50;
/** Transactions on their way at a time: the database works while the next portion is made. */
const AHEAD = 4;

/** Writes a checked file into its reserved ids. Stops with the signal's reason; `tell` gets the people written. */
export async function writeFile(job: {
  readonly database: BookDatabase;
  readonly row: ImportRow;
  readonly checked: Checked;
  readonly drafts: AsyncIterable<Draft>;
  readonly signal: AbortSignal;
  tell(done: number): void;
}): Promise<void> {
  const { database, row, checked, drafts, signal, tell } = job;
  const organisations = new Map((await database.organisations.toArray()).map(({ key, id }) => [key, id]));
  const queue = portions(database);
  const made: OrganisationRow[] = [...checked.organisations].map(([key, name], index) => ({
    id: row.organisations[0] + index,
    name,
    key,
    createdAt: row.at,
  }));
  for (const { key, id } of made) organisations.set(key, id);
  const count = { rows: 0, people: 0, line: 1 };
  try {
    for (let at = 0; at < made.length; at += PORTION) await queue.add('organisations', made.slice(at, at + PORTION));
    const waiting: PersonRow[] = [];
    for await (const draft of drafts) {
      const skipped = checked.skip.has(count.rows);
      count.rows += 1;
      if (skipped) continue;
      count.line = draft.line;
      waiting.push(
        personRow(draft, row.people[0] + count.people, organisations.get(foldName(draft.organisation)), row.at),
      );
      count.people += 1;
      if (waiting.length < PORTION) continue;
      signal.throwIfAborted();
      await queue.add('people', waiting.splice(0));
      tell(count.people);
    }
    signal.throwIfAborted();
    await queue.add('people', waiting);
    await queue.end();
  } catch (cause) {
    await queue.settled();
    if (cause instanceof DOMException && cause.name === 'QuotaExceededError') {
      throw new FaultError({ kind: 'storage-full', line: count.line }, { cause });
    }
    throw cause;
  }
  tell(count.people);
}

function personRow(
  { name, addresses, phones }: Draft,
  id: number,
  organisation: number | undefined,
  at: string,
): PersonRow {
  return {
    id,
    name: name === '' ? (addresses[0] ?? '') : name,
    keys: addressKeys(addresses),
    names: nameKeys(name),
    emails: addresses.map((address, index) => (index === 0 ? { address, primary: true } : { address })),
    ...(organisation === undefined ? {} : { memberships: [{ organisation }], orgs: [organisation] }),
    ...(phones.length === 0 ? {} : { fields: phones }),
    facts: { createdAt: at, creationSystem: 'import' },
    revision: 1,
  };
}

/** Writes straight through the browser's own interface: what the library keeps for live queries costs a third. */
function portions(database: BookDatabase) {
  const running: Promise<void>[] = [];
  return {
    /** Waits only while too many are on their way. */
    async add(store: 'people' | 'organisations', rows: readonly object[]): Promise<void> {
      if (rows.length === 0) return;
      const done = write(database.backendDB(), store, rows);
      // It is awaited below, but maybe after it failed.
      done.catch(() => undefined);
      running.push(done);
      if (running.length >= AHEAD) await running.shift();
    },
    async end(): Promise<void> {
      await Promise.all(running);
    },
    async settled(): Promise<void> {
      await Promise.allSettled(running);
    },
  };
}

function write(database: IDBDatabase, store: string, rows: readonly object[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, 'readwrite', { durability: 'relaxed' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('The write was stopped', 'AbortError'));
    const target = transaction.objectStore(store);
    for (const row of rows) target.add(row);
    transaction.commit();
  });
}
