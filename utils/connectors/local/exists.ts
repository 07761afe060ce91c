import { Dexie } from 'dexie';

/**
 * Whether there is such a database. The library's own `exists` makes one to find out and deletes it again, with all
 * that somebody else has written into it meanwhile (Dexie 4.4.7, 2026-11).
 */
export async function databaseExists(name: string): Promise<boolean> {
  return (await Dexie.getDatabaseNames()).includes(name);
}
