import { Dexie, type EntityTable } from 'dexie';
import { migrations } from './migrations';
import { type Entry, isOpen } from './types';

/** An entry in the order of its writing; `open` is 1 while it is unfinished. */
type Row = Entry & { readonly order: number; readonly open?: 1 };

/** Finished entries are kept this long, in days, and at most so many. */
const DAYS = 180;
const MOST = 5000;
const DAY = 24 * 60 * 60 * 1000;

/** The journal on disk. All of it fails as the disk does: a full one with a quota error. */
export interface Store {
  add(entry: Entry): Promise<void>;
  /** All of these or none. */
  put(entries: readonly Entry[]): Promise<void>;
  get(id: string): Promise<Entry | null>;
  /** Unfinished ones, oldest first. */
  open(): Promise<readonly Entry[]>;
  /** Newest first. */
  of(connection: string, person: string, limit: number): Promise<readonly Entry[]>;
  /** Drops finished entries that are too old or too many. */
  trim(now: Date, most?: number): Promise<void>;
  /** The connection is gone, and what was done there. */
  forget(connection: string): Promise<void>;
}

export function openStore(name = 'sidecard-journal'): Store {
  const db = new Dexie(name, { cache: 'disabled' });
  for (const { version, stores, upgrade } of migrations) {
    const declared = db.version(version).stores({ ...stores });
    if (upgrade !== undefined) declared.upgrade(upgrade);
  }
  db.on('versionchange', () => db.close({ disableAutoOpen: false }));
  const entries: EntityTable<Row, 'order'> = db.table('entries');
  return {
    async add(entry) {
      await entries.add(rowOf(entry));
    },
    async put(changed) {
      await db.transaction('rw', entries, async () => {
        for (const entry of changed) {
          const there = await entries.where('id').equals(entry.id).primaryKeys();
          if (there[0] !== undefined) await entries.put({ ...rowOf(entry), order: there[0] });
        }
      });
    },
    async get(id) {
      const row = await entries.where('id').equals(id).first();
      return row ? entryOf(row) : null;
    },
    async open() {
      return (await entries.where('open').equals(1).sortBy('order')).map(entryOf);
    },
    async of(connection, person, limit) {
      const rows = await entries
        .where('[connection+person+order]')
        .between([connection, person, Dexie.minKey], [connection, person, Dexie.maxKey])
        .reverse()
        .limit(limit)
        .toArray();
      return rows.map(entryOf);
    },
    async trim(now, most = MOST) {
      const finished = (row: Row) => row.open === undefined;
      const oldest = new Date(now.getTime() - DAYS * DAY).toISOString();
      await entries.where('at').below(oldest).filter(finished).delete();
      const over = (await entries.count()) - most;
      if (over > 0) await entries.orderBy('order').filter(finished).limit(over).delete();
    },
    async forget(connection) {
      await entries.where('[connection+person+order]').between([connection], [connection, Dexie.maxKey]).delete();
    },
  };
}

const rowOf = (entry: Entry) => (isOpen(entry) ? { ...entry, open: 1 as const } : entry);

function entryOf({ order: _order, open: _open, ...entry }: Row): Entry {
  return entry;
}
