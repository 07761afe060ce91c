// What the extension keeps, read from its own pages as it lies on the disk.
import type { Page } from 'playwright-core';

export type Tables = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** What a book notes about its own writes: it goes on, whatever is taken back. */
const BOOKKEEPING = ['changeLog', 'touched', 'bin', 'counts'];

/** Every table of a database of ours, row by row. Empty where there is no such database. */
export async function tablesOf(page: Page, database: string): Promise<Tables> {
  const text = await page.evaluate(async (name) => {
    const ended = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    if (!(await indexedDB.databases()).some((one) => one.name === name)) return '{}';
    const opened = await ended(indexedDB.open(name));
    const names = [...opened.objectStoreNames];
    const all = opened.transaction(names);
    const rows = await Promise.all(names.map((one) => ended(all.objectStore(one).getAll())));
    opened.close();
    const plain = async (row: unknown) => {
      const { content } = Object(row);
      return content instanceof Blob ? { ...Object(row), content: await content.text() } : row;
    };
    const read = await Promise.all(rows.map((some) => Promise.all(some.map(plain))));
    return JSON.stringify(Object.fromEntries(names.map((one, at) => [one, read[at]])));
  }, database);
  return JSON.parse(text);
}

/**
 * All that a book holds, but for its bookkeeping and for the marks of a row's state that count up with every write, as
 * the unit tests compare it.
 */
export async function bookOf(page: Page, book: 'own' | 'sample' = 'sample'): Promise<Tables> {
  const all = await tablesOf(page, `sidecard-book-${book}`);
  const tables = Object.entries(all).filter(([name]) => !BOOKKEEPING.includes(name));
  const plain = tables.map(
    ([name, rows]) => [name, rows.map(({ revision: _, updatedAt: __, ...row }) => row)] as const,
  );
  const { files = [], blobs = [], ...rest } = Object.fromEntries(plain);
  // The bytes of what lies in the bin are kept as long as it is.
  const kept = new Set(files.map((row) => row['id']));
  return { ...rest, files, blobs: blobs.filter((row) => kept.has(row['id'])) };
}

/** Asks the background from a page of ours, without leaving it. */
export async function askFrom(page: Page, name: string, question: unknown): Promise<unknown> {
  const message = JSON.stringify({ name, question });
  const answer: unknown = await page.evaluate(`chrome.runtime.sendMessage(${message})`);
  const { ok, value } = Object(answer);
  if (ok !== true) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
  return value;
}
