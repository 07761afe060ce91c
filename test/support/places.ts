import type { Session } from '@/utils/connectors/types';
import type { Cache } from '@/utils/lookup/cache';
import type { Place } from '@/utils/lookup/find';
import { ProblemError } from '@/utils/problem';

/** A connection whose answers the test decides. */
export function place(id: string, some: Partial<Session> & { readonly local?: boolean } = {}): Place {
  const { local = true, ...session } = some;
  return {
    source: { id, name: id, mark: { shape: 'square', letter: 'B' }, local },
    session: {
      find: async () => [],
      get: async () => {
        throw new ProblemError({ kind: 'missing' });
      },
      reads: {},
      writes: {},
      denied: [],
      ...session,
    },
  };
}

export function memoryCache(): Cache {
  const kept = new Map<string, Parameters<Cache['put']>[2]>();
  return {
    get: async (connection, address) => kept.get(`${connection}|${address}`) ?? null,
    put: async (connection, address, answer) => void kept.set(`${connection}|${address}`, answer),
    change: async (connection, change) => {
      for (const [key, answer] of kept) {
        if (!key.startsWith(`${connection}|`)) continue;
        kept.set(key, { ...answer, matches: answer.matches.flatMap((match) => change(match) ?? []) });
      }
    },
    count: async (connection) => [...kept.keys()].filter((key) => key.startsWith(`${connection}|`)).length,
    clear: async (connection) => {
      for (const key of kept.keys()) if (key.startsWith(`${connection}|`)) kept.delete(key);
    },
    clearAll: async () => kept.clear(),
    search: async () => [],
  };
}

export interface Gate<Value> {
  readonly promise: Promise<Value>;
  open(value: Value): void;
  fail(error: unknown): void;
}

/** An answer that comes when the test says so. */
export function gate<Value>(): Gate<Value> {
  const ends: { open?: (value: Value) => void; fail?: (error: unknown) => void } = {};
  const promise = new Promise<Value>((open, fail) => Object.assign(ends, { open, fail }));
  promise.catch(() => undefined);
  return { promise, open: (value) => ends.open?.(value), fail: (error) => ends.fail?.(error) };
}
