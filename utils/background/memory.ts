import { readAllStored, readStored, removeStored, writeStored } from '@/utils/browser/storage';
import type { Memory } from '@/utils/connectors/types';

const keyOf = (connection: string, key: string): string => `memory:${connection}:${key}`;

/**
 * A connector's memory of its server, in session storage: it outlives a stopped background, and ends with the
 * browser; what was found out by trying lies on disk.
 */
export function memoryOf(connection: string): Memory {
  return {
    read: (key) => readStored('session', keyOf(connection, key)),
    // A full memory is only slower.
    write: (key, value) => writeStored('session', keyOf(connection, key), value).catch(() => undefined),
    lasting: {
      read: (key) => readStored('local', keyOf(connection, key)),
      write: (key, value) => writeStored('local', keyOf(connection, key), value).catch(() => undefined),
    },
  };
}

/** A connection was changed or removed: what was remembered may be of another server. */
export async function forgetMemory(connection: string): Promise<void> {
  for (const area of ['session', 'local'] as const) {
    const all = Object.keys(await readAllStored(area));
    await removeStored(
      area,
      all.filter((key) => key.startsWith(keyOf(connection, ''))),
    );
  }
}
