// When each server was last reached, or what is in the way: kept as long as the browser runs.
import * as v from 'valibot';
import { readStored, writeStored } from '@/utils/browser/storage';
import type { Heard } from '@/utils/http';
import type { Problem, ProblemKind } from '@/utils/problem';

const KINDS = ['offline', 'timeout', 'signed-out', 'no-access', 'rate-limited', 'closed', 'server'] as const;

const problem = v.object({
  kind: v.picklist(KINDS),
  connection: v.exactOptional(v.string()),
  call: v.exactOptional(v.string()),
  status: v.exactOptional(v.number()),
  retryAt: v.exactOptional(v.number()),
  detail: v.exactOptional(v.string()),
});

const contact = v.object({
  /** The last call that was answered as it should be: ms since the epoch, and how long it took; null: none yet. */
  at: v.nullable(v.number()),
  ms: v.number(),
  /** What went wrong since then, and since when. */
  failed: v.nullable(v.object({ problem, since: v.number() })),
});

export type Contact = Readonly<v.InferOutput<typeof contact>>;

const KEY = 'contacts';
const contacts = v.fallback(v.record(v.string(), v.fallback(v.nullable(contact), null)), {});

export interface Contacts {
  /** A call has ended, well or not: how long it took. Never fails, and holds nothing up. */
  heard(call: Heard): void;
  /**
   * What became of a call: null, or its problem. Only those that say something of the server as a whole count. `whole`:
   * it was understood; an answer that merely came says nothing against one that was no answer of such a server.
   */
  ended(connection: string, problem: Problem | null, whole?: true): void;
  /** By connection. */
  all(): Promise<Readonly<Record<string, Contact | null>>>;
  /** A connection was changed or removed. */
  forget(connection: string): Promise<void>;
}

/** ms: written as often at most. */
const PAUSE = 3000;
const NOBODY: Contact = { at: null, ms: 0, failed: null };

/** It is answered once something has happened: how long that took says nothing of the server. */
const isWait = (call: string | null | undefined): boolean => call === 'news';

type Failure = NonNullable<Contact['failed']>['problem'];
const isKind = (kind: ProblemKind): kind is Failure['kind'] => KINDS.some((one) => one === kind);

/** What is kept of a problem; null: it says nothing of the server as a whole. */
function failure({ kind, connection, call, status, retryAt, detail }: Problem): Failure | null {
  if (!isKind(kind) || (kind === 'timeout' && isWait(call))) return null;
  return {
    kind,
    ...(connection === undefined ? {} : { connection }),
    ...(call === undefined ? {} : { call }),
    ...(status === undefined ? {} : { status }),
    ...(retryAt === undefined ? {} : { retryAt }),
    ...(detail === undefined ? {} : { detail }),
  };
}

export function makeContacts(now: () => number = Date.now): Contacts {
  const state: { timer?: ReturnType<typeof setTimeout>; last: Promise<unknown>; written: number } = {
    last: Promise.resolve(),
    written: Number.NEGATIVE_INFINITY,
  };
  /** Not on disk yet. */
  const fresh = new Map<string, Contact>();
  const took = new Map<string, number>();

  const stored = async () => v.parse(contacts, (await readStored('session', KEY)) ?? {});
  const inTurn = (act: () => Promise<void>): Promise<void> => {
    const done = state.last.then(act);
    state.last = done.catch(() => undefined);
    return done;
  };
  const write = (): void => {
    delete state.timer;
    state.written = now();
    // A full storage loses the line, nothing else.
    const writing = inTurn(async () =>
      writeStored('session', KEY, { ...(await stored()), ...Object.fromEntries(fresh) }),
    );
    writing.catch(() => undefined);
  };
  const put = (connection: string, next: Contact): void => {
    fresh.set(connection, next);
    state.timer ??= setTimeout(write, Math.max(0, state.written + PAUSE - now()));
  };
  const before = async (connection: string): Promise<Contact> =>
    fresh.get(connection) ?? (await stored())[connection] ?? NOBODY;

  const all: Contacts['all'] = async () => {
    await state.last;
    return { ...(await stored()), ...Object.fromEntries(fresh) };
  };
  return {
    heard({ connection, call, ms, status }) {
      if (connection !== null && status !== null && !isWait(call)) took.set(connection, ms);
    },
    ended(connection, problem, whole) {
      const at = now();
      if (problem === null) {
        const { failed = null } = fresh.get(connection) ?? NOBODY;
        const isOdd = failed?.problem.kind === 'server' && failed.problem.status === undefined;
        return put(connection, { at, ms: took.get(connection) ?? 0, failed: isOdd && !whole ? failed : null });
      }
      const failed = failure(problem);
      if (failed === null) return;
      const then = fresh.get(connection);
      before(connection).then(
        (known) => {
          // Answered well while that was looked up: the failure is the older news.
          const now = fresh.get(connection);
          if (now !== then && now?.failed === null) return;
          put(connection, { ...known, failed: { problem: failed, since: known.failed?.since ?? at } });
        },
        () => undefined,
      );
    },
    all,
    forget: (connection) =>
      inTurn(async () => {
        fresh.delete(connection);
        took.delete(connection);
        const { [connection]: _gone, ...others } = await stored();
        await writeStored('session', KEY, others);
      }),
  };
}
