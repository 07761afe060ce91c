import { bookDatabase } from '@/utils/connectors/local/database';

type Row = Readonly<Record<string, unknown>>;

/** What a book notes about its own writes: it goes on, whatever is taken back. */
const BOOKKEEPING = ['changeLog', 'touched', 'bin', 'counts'];

/**
 * All that the own book holds, table by table, but for its bookkeeping and for the marks of a row's state that count up
 * with every write.
 */
export async function stored(): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables = bookDatabase('own').tables.filter(({ name }) => !BOOKKEEPING.includes(name));
  const all = await Promise.all(
    tables.map(async (table) => [table.name, await Promise.all((await table.toArray()).map(plain))] as const),
  );
  const { files = [], blobs = [], ...rest } = Object.fromEntries(all);
  // The bytes of what lies in the bin are kept as long as it is.
  const kept = new Set(files.map(({ id }) => id));
  return { ...rest, files, blobs: blobs.filter(({ id }) => kept.has(id)) };
}

async function plain({ revision: _revision, updatedAt: _updatedAt, content, ...row }: Row): Promise<Row> {
  return content instanceof Blob ? { ...row, content: await content.text() } : row;
}
