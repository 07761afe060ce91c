import { Dexie, type EntityTable } from 'dexie';
import { migrations } from './migrations';
import { ownersIn } from './owners';
import { keyOf, peopleOf } from './people';
import { type Entry, isLive } from './types';

/** An entry in the order of its writing; `open` is 1 while it is unfinished or stands in the queue. */
type Row = Entry & { readonly order: number; readonly open?: 1; readonly people: readonly string[] };

/** Finished entries are kept this long, in days, and at most so many. */
const DAYS = 180;
const MOST = 5000;
const DAY = 24 * 60 * 60 * 1000;

/** The journal on disk. All of it fails as the disk does: a full one with a quota error. */
export interface Store {
  /** All of these or none, new ones behind those that are there; `gone` are forgotten along with it. */
  put(entries: readonly Entry[], gone?: readonly string[]): Promise<void>;
  get(id: string): Promise<Entry | null>;
  /** Those that are unfinished or stand in the queue, oldest first. */
  live(): Promise<readonly Entry[]>;
  /** Newest first; without drafts, and without what a later one tried again. */
  of(connection: string, person: string, limit: number): Promise<readonly Entry[]>;
  /** All that is there about somebody, drafts too. */
  about(connection: string, person: string): Promise<readonly Entry[]>;
  /** All whose problems name one of these people as the owner of something. */
  naming(connection: string, people: readonly string[]): Promise<readonly Entry[]>;
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
  /** Where unfinished entries stand: a mark upon one of them is a single write. */
  const orders = new Map<string, number>();
  const keep = (entry: Entry, order: number | undefined): void => {
    if (order !== undefined && isLive(entry)) orders.set(entry.id, order);
    else orders.delete(entry.id);
  };
  return {
    async put(changed, gone = []) {
      const [only, ...more] = changed;
      const known = only && orders.get(only.id);
      if (only && known !== undefined && more.length + gone.length === 0) {
        await entries.put({ ...rowOf(only), order: known });
        return keep(only, known);
      }
      const places = await db.transaction('rw', entries, async () => {
        const at = new Map<string, number>();
        for (const entry of changed) {
          const [order] = await entries.where('id').equals(entry.id).primaryKeys();
          if (order !== undefined) await entries.put({ ...rowOf(entry), order });
          at.set(entry.id, order ?? (await entries.add(rowOf(entry))));
        }
        if (gone.length > 0) await entries.where('id').anyOf(gone).delete();
        return at;
      });
      // Not before it is on disk: the place of what a full one took back is given to the next.
      for (const entry of changed) keep(entry, places.get(entry.id));
      for (const id of gone) orders.delete(id);
    },
    async get(id) {
      const row = await entries.where('id').equals(id).first();
      return row ? entryOf(row) : null;
    },
    async live() {
      return (await entries.where('open').equals(1).sortBy('order')).map(entryOf);
    },
    async of(connection, person, limit) {
      const rows = await entries
        .where('people')
        .equals(keyOf({ connection, id: person }))
        .reverse()
        .filter(({ state, again }) => state !== 'draft' && again === undefined)
        .limit(limit)
        .toArray();
      return rows.map(entryOf);
    },
    async about(connection, person) {
      const rows = entries.where('people').equals(keyOf({ connection, id: person }));
      return (await rows.toArray()).map(entryOf);
    },
    async naming(connection, people) {
      // A walk through all of them: nobody is deleted twice, and seldom anybody.
      const rows = entries.where('connection').equals(connection);
      const named = (row: Row) => ownersIn(row).some((id) => people.includes(id));
      return (await rows.filter(named).toArray()).map(entryOf);
    },
    async trim(now, most = MOST) {
      const finished = (row: Row) => row.open === undefined;
      const oldest = new Date(now.getTime() - DAYS * DAY).toISOString();
      await entries.where('at').below(oldest).filter(finished).delete();
      const over = (await entries.count()) - most;
      if (over > 0) await entries.orderBy('order').filter(finished).limit(over).delete();
    },
    async forget(connection) {
      await entries.where('connection').equals(connection).delete();
      orders.clear();
    },
  };
}

const rowOf = (entry: Entry) => ({ ...entry, people: peopleOf(entry), ...(isLive(entry) && { open: 1 as const }) });

function entryOf({ order: _order, open: _open, people: _people, ...entry }: Row): Entry {
  return entry;
}
