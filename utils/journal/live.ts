import { ProblemError } from '@/utils/problem';
import type { Store } from './db';
import { redacted } from './redact';
import { type Entry, isLive } from './types';

/** The entries that are unfinished or stand in the queue, as they are on disk: read once, then kept alike. */
export interface Live {
  /** Reads them from disk. */
  load(): Promise<void>;
  /** Oldest first. */
  all(): readonly Entry[];
  /** To disk and here: all of it or, failing as the disk does, nothing. */
  write(entries: readonly Entry[], gone?: readonly string[]): Promise<void>;
  /** The same, but here it counts even where the disk is full: what is on disk is settled at the next start. */
  end(entries: readonly Entry[], gone?: readonly string[]): Promise<void>;
  /** What is under way there is written down no more: `write` of it fails with `missing`. */
  forget(connection: string): void;
}

/** `tell`: they have changed. */
export function keepLive(store: Store, tell: (live: readonly Entry[]) => void): Live {
  const known = new Map<string, Entry>();
  const all = () => [...known.values()];
  /** Entries whose connection was removed while they were under way. */
  const forgotten = new Set<string>();
  const isForgotten = ({ id }: Entry): boolean => forgotten.has(id);
  const take = (entries: readonly Entry[], gone: readonly string[]): void => {
    for (const entry of entries) {
      if (isLive(entry)) known.set(entry.id, redacted(entry));
      else known.delete(entry.id);
    }
    for (const id of gone) known.delete(id);
    tell(all());
  };
  return {
    async load() {
      take(await store.live(), []);
    },
    all,
    async write(entries, gone = []) {
      if (entries.some(isForgotten)) throw new ProblemError({ kind: 'missing', call: 'journal' });
      await store.put(entries, gone);
      take(entries, gone);
    },
    async end(entries, gone = []) {
      const ended = entries.filter((entry) => !isForgotten(entry));
      await store.put(ended, gone).catch(() => undefined);
      take(ended, gone);
    },
    forget(connection) {
      const gone = all().flatMap((entry) => (entry.connection === connection ? [entry.id] : []));
      for (const id of gone) forgotten.add(id);
      take([], gone);
    },
  };
}
