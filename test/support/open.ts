import type { Connection, Connector, Memory, Session } from '@/utils/connectors/types';
import type { OpenHttp } from '@/utils/http/types';

/** What a connector remembers, for one test. */
export function freshMemory(): Memory {
  const kept = new Map<string, unknown>();
  return {
    read: async (key) => kept.get(key),
    write: async (key, value) => void kept.set(key, structuredClone(value)),
    lasting: {
      read: async (key) => kept.get(`lasting ${key}`),
      write: async (key, value) => void kept.set(`lasting ${key}`, structuredClone(value)),
    },
  };
}

/** Forgets all at once. */
export const noMemory: Memory = {
  read: async () => undefined,
  write: async () => undefined,
  lasting: { read: async () => undefined, write: async () => undefined },
};

export const noWay: OpenHttp = () => {
  throw new Error('a book of this browser asks no server');
};

/** A session as the product has it: what the login may not do is known. */
export async function openSession(
  connector: Connector,
  connection: Connection,
  http: OpenHttp = noWay,
  memory: Memory = freshMemory(),
): Promise<Session> {
  const { login, ...opened } = await connector.open(connection, http, memory);
  return { ...opened, denied: login === undefined ? [] : (await login(undefined, 'rights')).denied };
}
