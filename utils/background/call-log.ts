import type { Connection } from '@/utils/connectors/types';
import { type Logged, openLog } from '@/utils/http/log';
import type { PanelAnswers } from '@/utils/messages';
import { quietly } from './quietly';
import type { HeardAt } from './server-http';

export interface CallLog extends Pick<PanelAnswers, 'log.list' | 'log.clear'> {
  /** Puts a call into the log. Never fails, and nobody waits for it. */
  heard(call: HeardAt): void;
  /** The connection was removed: its lines go, and those of its calls that end later are not kept. */
  forget(connection: string): Promise<void>;
}

/** More than this is not held where the disk does not keep up. */
const WAITING = 500;

/**
 * Calls are written as soon as the writing before is over, together with all that came meanwhile: a background that is
 * stopped loses those of a moment. A full disk costs lines of the log and nothing else.
 */
export function makeCallLog(store = openLog<Connection['mark']>()): CallLog {
  const waiting: Logged<Connection['mark']>[] = [];
  const removed = new Set<string>();
  const writing: { now: Promise<void> | null } = { now: null };

  const writeAll = async (): Promise<void> => {
    // Not at once: calls of one moment go together.
    await Promise.resolve();
    while (waiting.length > 0) await store.add(waiting.splice(0)).catch(() => undefined);
    writing.now = null;
  };
  const written = async (): Promise<void> => {
    await writing.now;
  };

  return {
    heard({ connection, call, server, mark, at, method, status, ms, sent, received }) {
      if (connection === null || removed.has(connection) || waiting.length >= WAITING) return;
      const about = { at, connection, name: server, mark, call: call ?? '', method };
      waiting.push({ ...about, status, ms, sent, received });
      writing.now ??= writeAll();
      quietly(writing.now);
    },
    async 'log.list'(wanted) {
      await written();
      const [{ lines, total }, servers] = await Promise.all([store.list(wanted), store.servers()]);
      return { lines, total, servers };
    },
    async 'log.clear'() {
      await written();
      await store.clear();
      return null;
    },
    async forget(connection) {
      removed.add(connection);
      await written();
      await store.forget(connection);
    },
  };
}
