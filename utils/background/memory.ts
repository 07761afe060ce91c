import { readAllStored, readStored, removeStored, writeStored } from '@/utils/browser/storage';
import type { Memory } from '@/utils/connectors/types';

const keyOf = (connection: string, key: string): string => `memory:${connection}:${key}`;

/** A connector's memory of its server, in session storage: it outlives a stopped background, and ends with the browser. */
export function memoryOf(connection: string): Memory {
  return {
    read: (key) => readStored('session', keyOf(connection, key)),
    // A full memory is only slower.
    write: (key, value) => writeStored('session', keyOf(connection, key), value).catch(() => undefined),
  };
}

/** A connection was changed or removed: what was remembered may be of another server. */
export async function forgetMemory(connection: string): Promise<void> {
  const all = Object.keys(await readAllStored('session'));
  await removeStored(
    'session',
    all.filter((key) => key.startsWith(keyOf(connection, ''))),
  );
}
