// Which calls went to servers, on disk, so that the reader can look at what was asked in their name. What is kept of a
// call is what `Heard` holds and no more: no path, no address of a person, no value, no token.
import Dexie, { type Table } from 'dexie';

/** One call that is over. */
export interface Logged<Mark> {
  /** ms since the epoch, when it was sent. */
  readonly at: number;
  readonly connection: string;
  /** The server's name and mark then: the line can be read after the connection was renamed or removed. */
  readonly name: string;
  readonly mark: Mark;
  readonly call: string;
  readonly method: string;
  /** Null: no answer came. */
  readonly status: number | null;
  readonly ms: number;
  /** Bytes of the bodies. */
  readonly sent: number;
  readonly received: number;
}

interface Line<Mark> extends Logged<Mark> {
  /** Counts up, also after the log was cleared. */
  readonly id: number;
}

export interface Wanted {
  /** Null: of all. */
  readonly connection: string | null;
  /** Older ones than this line; null: from the newest on. */
  readonly before: number | null;
  readonly limit: number;
}

export interface LogStore<Mark> {
  add(calls: readonly Logged<Mark>[]): Promise<void>;
  /** The newest first; `total` counts all of that connection, the older and the newer ones too. */
  list(wanted: Wanted): Promise<{ readonly lines: readonly Line<Mark>[]; readonly total: number }>;
  /** Whose calls there are, each as its last line calls it. */
  servers(): Promise<readonly Pick<Line<Mark>, 'connection' | 'name' | 'mark'>[]>;
  clear(): Promise<void>;
  forget(connection: string): Promise<void>;
}

/** Lines that are kept; some days of an agent's work. */
const MOST = 5000;

export function openLog<Mark>(name = 'sidecard-log', most = MOST): LogStore<Mark> {
  const db = new Dexie(name);
  db.version(1).stores({ lines: '++id, connection, [connection+id]' });
  const lines: Table<Line<Mark>, number, Logged<Mark>> = db.table('lines');
  const of = (connection: string, before: number | null) =>
    lines.where('[connection+id]').between([connection, Dexie.minKey], [connection, before ?? Dexie.maxKey]);
  return {
    async add(calls) {
      await db.transaction('rw', lines, async () => {
        await lines.bulkAdd([...calls]);
        const over = (await lines.count()) - most;
        if (over > 0) await lines.orderBy('id').limit(over).delete();
      });
    },
    async list({ connection, before, limit }) {
      if (connection === null) {
        const from = before === null ? lines.orderBy('id') : lines.where('id').below(before);
        return { lines: await from.reverse().limit(limit).toArray(), total: await lines.count() };
      }
      return {
        lines: await of(connection, before).reverse().limit(limit).toArray(),
        total: await lines.where('connection').equals(connection).count(),
      };
    },
    async servers() {
      const ids = await lines.orderBy('connection').uniqueKeys();
      const last = await Promise.all(ids.map((id) => of(String(id), null).last()));
      return last.flatMap((line) =>
        line === undefined ? [] : [{ connection: line.connection, name: line.name, mark: line.mark }],
      );
    },
    clear: () => lines.clear(),
    async forget(connection) {
      await lines.where('connection').equals(connection).delete();
    },
  };
}
