// What is kept in this browser about the people of a connection.
import type { Journal } from '@/utils/journal';
import type { Cache } from '@/utils/lookup/cache';
import type { ChangeSettings } from '@/utils/settings/store';
import type { Apart } from './apart';
import type { CallLog } from './call-log';
import type { Typing } from './typing';

export interface Forgetting {
  /** What is on disk only to be there next time: no decision, and no change. What is half typed lives on in memory. */
  kept(connection: string): Promise<void>;
  /** What names its people by their ids, and what was done to them. */
  people(connection: string): Promise<void>;
  /** Its lines of the log. */
  calls(connection: string): Promise<void>;
}

interface Parts {
  readonly settings: ChangeSettings;
  readonly cache: Pick<Cache, 'clear'>;
  readonly typing: Pick<Typing, 'hide' | 'forget'>;
  readonly apart: Pick<Apart, 'forget'>;
  readonly journal: Pick<Journal, 'forget'>;
  readonly log: Pick<CallLog, 'forget'>;
}

export function makeForgetting({ settings, cache, typing, apart, journal, log }: Parts): Forgetting {
  return {
    async kept(connection) {
      const atHand = settings(({ recent, drafts }) => ({
        recent: recent.filter(({ ref }) => ref.connection !== connection),
        drafts: without(drafts, (draft) => draft.connection === connection),
      }));
      await Promise.all([cache.clear(connection), typing.hide(connection), atHand]);
    },
    async people(connection) {
      const named = settings(({ recent, always }) => ({
        recent: recent.filter(({ ref }) => ref.connection !== connection),
        always: without(always, (ref) => ref.connection === connection),
      }));
      const ids = [apart.forget(connection), typing.forget(connection), journal.forget(connection)];
      await Promise.all([named, ...ids]);
    },
    calls: log.forget,
  };
}

function without<Value>(
  record: Readonly<Record<string, Value>>,
  drop: (value: Value) => boolean,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !drop(value)));
}
