// A disk in memory, for tests of many lives: as the real one, but for its speed. What is written is copied.
import type { Store } from '@/utils/journal/db';
import { ownersIn } from '@/utils/journal/owners';
import { peopleOf } from '@/utils/journal/people';
import { type Entry, isLive } from '@/utils/journal/types';

export interface MemoryDisk extends Store {
  all(): readonly Entry[];
}

export function memoryDisk(): MemoryDisk {
  const rows = new Map<string, Entry>();
  const all = () => [...rows.values()].map((entry) => structuredClone(entry));
  const about = async (connection: string, person: string) =>
    all().filter((entry) => peopleOf(entry).includes(`${connection}|${person}`));
  return {
    all,
    about,
    naming: async (connection, people) =>
      all().filter((entry) => entry.connection === connection && ownersIn(entry).some((id) => people.includes(id))),
    async put(entries, gone = []) {
      for (const entry of entries) rows.set(entry.id, structuredClone(entry));
      for (const id of gone) rows.delete(id);
    },
    get: async (id) => structuredClone(rows.get(id) ?? null),
    live: async () => all().filter(isLive),
    of: async (connection, person, limit) =>
      (await about(connection, person))
        .filter(({ state, again }) => state !== 'draft' && again === undefined)
        .reverse()
        .slice(0, limit),
    trim: async () => undefined,
    async forget(connection) {
      for (const entry of rows.values()) if (entry.connection === connection) rows.delete(entry.id);
    },
  };
}
