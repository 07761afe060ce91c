import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/utils/i18n';
import type {
  Answer,
  AskBackground,
  ConnectionKind,
  ConnectionRow,
  ConnectionTest,
  PageActs,
} from '@/utils/messages/protocol';
import { addressOf } from './connection-draft';
import { troubleText } from './connection-words';
import { hostOf } from './server-address';
import { type Asked, useAsked } from './use-asked';

/** A test of one server: asked now, or told. */
export interface Tested {
  readonly id: string;
  /** Null: not told yet. */
  readonly told: ConnectionTest | null;
}

export interface Connections {
  readonly asked: Asked<readonly ConnectionRow[]>;
  readonly kinds: Asked<readonly ConnectionKind[]>;
  /** A passphrase is wanted before a secret can be changed. */
  readonly locked: boolean;
  /** What the last press led to. */
  readonly said: string;
  readonly tested: Tested | null;
  say(words: string): void;
  test(id: string): Promise<void>;
  pause(row: ConnectionRow, paused: boolean): Promise<void>;
  forget(row: ConnectionRow): Promise<void>;
  /** Tells whether it is gone. */
  remove(row: ConnectionRow): Promise<boolean>;
  /** All ids, as they are to stand; false if it was not saved. */
  order(ids: readonly string[]): Promise<boolean>;
  /** Call it straight from a click: the browser asks only then. */
  allow(row: ConnectionRow): Promise<void>;
  /** Where a row is called: its origin, if it has an address. */
  originOf(row: ConnectionRow): string | null;
  /** Another row calls the same host: the browser's access to it is needed still. */
  isShared(row: ConnectionRow): boolean;
}

const AGAIN_MS = 20_000;

/** The list of connections and all that is done to one of them. */
export function useConnections(ask: AskBackground, page: PageActs, locked: boolean): Connections {
  const asked = useAsked(() => ask('connection.list', {}));
  const kinds = useAsked(() => ask('connection.kinds', {}));
  const [said, say] = useState('');
  const [tested, setTested] = useState<Tested | null>(null);
  const testing = useRef<string | null>(null);
  const { again } = asked;
  const rows = asked.value ?? [];

  // Locked and unlocked again, all states are other ones.
  const before = useRef(locked);
  useEffect(() => {
    if (before.current !== locked) again();
    before.current = locked;
  }, [locked, again]);
  // Calls are made meanwhile, and ages go on.
  useEffect(() => {
    const timer = setInterval(again, AGAIN_MS);
    return () => clearInterval(timer);
  }, [again]);

  const originOf = (row: ConnectionRow): string | null => {
    const kind = kinds.value?.find(({ id }) => id === row.connector);
    const address = kind === undefined ? null : addressOf(kind, row.settings);
    return address?.state === 'ready' ? address.origin : null;
  };
  const nameOfHost = (origin: string): string => new URL(origin).hostname;
  const isShared = (row: ConnectionRow): boolean => {
    const mine = originOf(row);
    return rows.some((other) => {
      const its = other.id === row.id ? null : originOf(other);
      return mine !== null && its !== null && nameOfHost(its) === nameOfHost(mine);
    });
  };
  const done = async (answer: Promise<Answer<unknown>>, words: string): Promise<boolean> => {
    const { ok, problem } = await answer.then((told) => (told.ok ? { ok: true, problem: null } : told));
    say(problem === null ? words : t('connection_not_done', [troubleText(problem)]));
    again();
    return ok;
  };
  const test = async (id: string): Promise<void> => {
    if (testing.current === id) return;
    testing.current = id;
    say('');
    setTested({ id, told: null });
    const answer = await ask('connection.test', { id });
    // Another one was tested since.
    if (testing.current !== id) return;
    testing.current = null;
    const failed = { at: Date.now(), ms: 0, calls: 0, login: null, has: [], unproven: [] };
    setTested({ id, told: answer.ok ? answer.value : { ...failed, problem: answer.problem } });
    again();
  };

  return {
    asked,
    kinds,
    locked: locked || rows.some(({ state }) => state === 'locked'),
    said,
    tested,
    say,
    test,
    originOf,
    isShared,
    async pause(row, paused) {
      const answer = ask('connection.pause', { id: row.id, paused });
      await done(answer, t(paused ? 'connection_is_paused' : 'connection_is_resumed', [row.name]));
    },
    async forget(row) {
      await done(ask('connection.forget', { id: row.id }), t('connection_is_forgotten', [row.name]));
    },
    async remove(row) {
      const gone = await done(ask('connection.remove', { id: row.id }), t('connection_is_removed', [row.name]));
      if (!gone) return false;
      if (testing.current === row.id) testing.current = null;
      setTested((before) => (before?.id === row.id ? null : before));
      return true;
    },
    async order(ids) {
      const answer = await ask('connection.order', { ids });
      const now = [...rows].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
      if (answer.ok) asked.put({ ok: true, value: now });
      else say(t('connection_order_unsaved'));
      again();
      return answer.ok;
    },
    async allow(row) {
      const origin = originOf(row);
      if (origin === null) return;
      const host = hostOf(origin);
      const allowed = await page.allowSite(origin).catch(() => false);
      say(t(allowed ? 'connection_is_allowed' : 'connection_refused', [host]));
      again();
      if (allowed) await test(row.id);
    },
  };
}
