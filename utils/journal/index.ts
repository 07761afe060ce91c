import type { Chosen } from '@/utils/actions/inputs';
import { same } from '@/utils/changes/same';
import type { Session } from '@/utils/connectors/types';
import type { Person, PersonRef } from '@/utils/people/types';
import { type Problem, ProblemError } from '@/utils/problem';
import type { Store } from './db';
import { keepLive } from './live';
import { keysOf } from './people';
import { planned, type Wanted } from './planning';
import { dueAt, isDueBy } from './queue';
import { isSecret, redacting } from './redact';
import { makeRunner } from './runner';
import { makeStopping, type Stopping } from './stopping';
import type { Entry, EntryAction } from './types';

export { canTryAgain } from './again';
export { openStore } from './db';
export { isFinal } from './hold';
export { disputedIn } from './resolve';
export type { Entry } from './types';
export { canUndo } from './undo';

export interface Run extends Wanted {
  /** Null: the person is yet to be made. */
  readonly person: string | null;
  /** Whom else it is about: their entries, too, go in order. */
  readonly others?: readonly string[];
  readonly action: EntryAction;
  /** It may wait in this browser for a network. */
  readonly waits?: boolean;
  /** What the connection must be able to write; of a plan that is not made yet, all that it may need. */
  readonly needs: Wanted['needs'];
  /** Asked when it is this entry's turn: what the entries before it have made is there by then. */
  plan: Wanted['plan'];
}

export interface Journal extends Stopping {
  /**
   * Plans, writes down, runs: all of the changes or none. Null: there was nothing to change. What is final is `held`
   * first, what may wait for a network is `queued`. Fails with the problem of the plan or of the step that was refused,
   * and with `storage-full`, before anything is done, if it cannot be written down.
   */
  run(run: Run): Promise<Entry | null>;
  /** Plans and writes the plan down, as a draft; does nothing. Fails as the plan does, with `invalid` of a secret. */
  plan(run: Run & { readonly chosen: readonly Chosen[] }): Promise<Entry>;
  /**
   * Runs a draft. It is planned once more: if that comes to anything else than what was shown, it fails with
   * `conflict`, and nothing is done. Else fails as `run` does; with `missing` if there is no such draft any more.
   */
  confirm(id: string, again: (draft: Entry) => Run): Promise<Entry>;
  /** Tries what is queued: one entry with what stands before it, or all. Resolves when that has ended, well or not. */
  send(id?: string): Promise<void>;
  /** What is due by the clock. */
  due(): Promise<void>;
  /** Newest first; what was tried again is told by the later one. */
  entries(ref: PersonRef, limit: number): Promise<readonly Entry[]>;
  /** At the background's start: brings to an end what a stopped one left in the middle. */
  settle(): Promise<void>;
  /** A connection was removed. */
  forget(connection: string): Promise<void>;
}

interface Parts {
  readonly store: Store;
  readonly sessionOf: (connection: string) => Promise<Session>;
  /** A person was changed, whatever became of the entry as a whole. */
  readonly changed: (ref: PersonRef) => Promise<void>;
  /** Somebody was deleted for good: what else is kept of them in this browser is to go. */
  readonly erased?: (ref: PersonRef) => Promise<void>;
  readonly now: () => Date;
  /** The person as they were last seen in this browser, for what is done without a network. */
  readonly remembered?: (ref: PersonRef) => Promise<Person | null>;
  /** What is unfinished or stands in the queue has changed: oldest first, and when `due` is to be called next, in ms. */
  readonly tell?: (live: readonly Entry[], dueAt: number | null) => void;
}

/** A draft that is neither confirmed nor dropped is forgotten after this, in ms. */
const DRAFT = 24 * 60 * 60 * 1000;

export function makeJournal(parts: Parts): Journal {
  const { sessionOf, changed, erased = async () => undefined, now, remembered = async () => null, tell } = parts;
  const store = redacting(parts.store);
  const live = keepLive(store, (all) => tell?.(all, dueAt(all)));
  const runner = makeRunner({ store, live, sessionOf, changed, erased, now });

  const entryOf = ({ connection, person, others, action, waits }: Run): Omit<Entry, 'steps'> => ({
    id: crypto.randomUUID(),
    connection,
    person,
    ...(others && others.length > 0 && { others }),
    action,
    at: now().toISOString(),
    state: 'sending',
    ...(waits && { waits }),
  });

  return {
    ...makeStopping({ store, live, runner, sessionOf, now }),
    async run(run) {
      const fresh = entryOf(run);
      const entry = await runner.inTurn(keysOf(fresh), run.waits === true, async (ahead) => {
        const { steps, name, from } = await planned(run, ahead, { live, sessionOf, remembered });
        const begun = steps.length === 0 ? null : await runner.begin({ ...fresh, steps, name }, from);
        // What has to wait behind others is a reason to try those once more.
        if (ahead) void runner.send(({ id }) => id === ahead.id).catch(() => undefined);
        return begun;
      });
      return entry && told(entry);
    },
    async plan(run) {
      const fresh = entryOf(run);
      return runner.inTurn(keysOf(fresh), false, async (ahead) => {
        const { steps, name } = await planned({ ...run, waits: false }, ahead, { live, sessionOf, remembered });
        if (steps.some(({ change }) => isSecret(change)))
          throw new ProblemError({ kind: 'invalid', call: 'action.plan' });
        const draft: Entry = { ...fresh, state: 'draft', chosen: run.chosen, steps, name };
        await live.write([draft]);
        return draft;
      });
    },
    async confirm(id, again) {
      const missing = new ProblemError({ kind: 'missing', call: 'action.confirm', detail: id });
      const asked = await store.get(id);
      if (asked?.state !== 'draft') throw missing;
      const entry = await runner.inTurn(keysOf(asked), asked.waits === true, async (ahead) => {
        // Read in its turn: two clicks on the button are one.
        const draft = await store.get(id);
        if (draft?.state !== 'draft') throw missing;
        const run = again(draft);
        const { steps, name, from } = await planned(run, ahead, { live, sessionOf, remembered });
        if (!same(draft.steps, steps))
          throw new ProblemError({ kind: 'conflict', connection: draft.connection, call: 'action.confirm' });
        return runner.begin({ ...entryOf(run), steps, name }, from, [], [id]);
      });
      return told(entry);
    },
    send: (id) => runner.send((entry) => entry.state !== 'held' && (id === undefined || entry.id === id)),
    due: () => runner.send(isDueBy(now().getTime())),
    entries: ({ connection, id }, limit) => store.of(connection, id, limit),
    async settle() {
      await runner.settle();
      const old = new Date(now().getTime() - DRAFT).toISOString();
      const stale = live.all().filter(({ state, at }) => state === 'draft' && at < old);
      if (stale.length > 0)
        await live.end(
          [],
          stale.map(({ id }) => id),
        );
      await store.trim(now());
    },
    async forget(connection) {
      // First: nothing of it is written down behind what is forgotten on disk.
      live.forget(connection);
      await store.forget(connection);
    },
  };
}

/** The entry, or why it is not done. */
function told(entry: Entry): Entry {
  const problem = problemOf(entry);
  if (problem) throw new ProblemError(problem);
  return entry;
}

const problemOf = ({ state, doubt, problem }: Entry): Problem | undefined => {
  if (state === 'waiting') return doubt;
  return state === 'failed' || state === 'conflict' ? problem : undefined;
};
