// What servers answered last, so that a known sender is there at once, marked with its age. Books in this browser
// are never cached: they answer as fast and are never stale.
import Dexie, { type EntityTable } from 'dexie';
import type { Match } from '@/utils/messages/view';

interface Kept {
  readonly key: string;
  /** ISO time of the answer. */
  readonly at: string;
  readonly matches: readonly Match[];
}

export interface Cache {
  get(connection: string, address: string): Promise<Omit<Kept, 'key'> | null>;
  put(connection: string, address: string, kept: Omit<Kept, 'key'>): Promise<void>;
  /** Changes each match that was kept of a connection, or drops it (null): what was edited must not come back. */
  change(connection: string, change: (match: Match) => Match | null): Promise<void>;
}

/** The newest answers are kept; an agent meets some hundred people a week. */
const MOST = 2000;

export function openCache(name = 'sidecard-cache'): Cache {
  const db = new Dexie(name);
  db.version(1).stores({ answers: 'key, at' });
  const answers: EntityTable<Kept, 'key'> = db.table('answers');
  return {
    async get(connection, address) {
      return (await answers.get(`${connection}|${address}`)) ?? null;
    },
    async put(connection, address, kept) {
      await answers.put({ ...kept, key: `${connection}|${address}` });
      const over = (await answers.count()) - MOST;
      if (over > 0) await answers.orderBy('at').limit(over).delete();
    },
    async change(connection, change) {
      await answers
        .where('key')
        .startsWith(`${connection}|`)
        .modify((kept, row) => {
          const matches = kept.matches.flatMap((match) => change(match) ?? []);
          const same =
            matches.length === kept.matches.length && matches.every((match, at) => match === kept.matches[at]);
          if (!same) row.value = { ...kept, matches };
        });
    },
  };
}
