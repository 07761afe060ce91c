// What is done to an entry that is there already: it is taken back, taken out, tried again, or its conflicts settled.

import type { Session } from '@/utils/connectors/types';
import { type Problem, ProblemError, toProblem } from '@/utils/problem';
import { canTryAgain, notAgain, stepsAgain } from './again';
import type { Store } from './db';
import type { Live } from './live';
import { keysOf } from './people';
import { paused, troubleOf, unlisted } from './queue';
import { disputedIn, notDisputed, stepsMine, type Texts } from './resolve';
import type { From, Runner } from './runner';
import { type Entry, isOpen } from './types';
import { canUndo, leftBy, notUndoable, stepsBack } from './undo';
import { isAway, mustWrite } from './write';

export interface Stopping {
  /**
   * Takes an entry back, as an entry of its own. What was changed since stays as it is: then it fails with `conflict`,
   * what is there (`theirs`) and how much was `left`; the rest is restored. Null: nothing of it was sent yet, it is
   * simply gone. Fails with `missing` where there is nothing to take back.
   */
  undo(id: string): Promise<Entry | null>;
  /** Runs what was refused once more, as an entry of its own. Fails as `run` does, with `missing` where it cannot. */
  again(id: string): Promise<Entry>;
  /** Forgets a draft; takes what is held, queued or stopped out of the queue, and takes back what was made of it. */
  drop(id: string): Promise<void>;
  /**
   * Of a stopped entry: makes the disputed steps in `mine` upon what is there now, those in `texts` with that value
   * instead, and all that nobody disputes, as an entry of its own. Null: there was nothing left to make. Fails as `run`
   * and `undo` do, and with `invalid` for a text that cannot be.
   */
  resolve(id: string, mine: readonly number[], texts?: Texts): Promise<Entry | null>;
}

interface Parts {
  readonly store: Store;
  readonly live: Live;
  readonly runner: Runner;
  readonly sessionOf: (connection: string) => Promise<Session>;
  readonly now: () => Date;
}

export function makeStopping({ store, live, runner, sessionOf, now }: Parts): Stopping {
  /** In the turn of an entry, and as it is then: two clicks are one. */
  const onEntry = async <Value>(
    id: string,
    missing: ProblemError,
    act: (entry: Entry, ahead: Entry | undefined) => Promise<Value>,
  ): Promise<Value> => {
    const asked = await store.get(id);
    if (!asked) throw missing;
    return runner.inTurn(keysOf(asked), true, async (ahead) => {
      const entry = await store.get(id);
      if (!entry) throw missing;
      return act(entry, ahead?.id === id ? undefined : ahead);
    });
  };

  /** A new entry in the place, or after, an older one. */
  const follow = async (
    { connection, person, others, waits, name }: Entry,
    rest: Pick<Entry, 'action' | 'steps' | 'undoes'>,
    ahead: Entry | undefined,
    also: (fresh: Entry) => readonly Entry[],
  ): Promise<Entry> => {
    const fresh: Entry = {
      id: crypto.randomUUID(),
      connection,
      person,
      ...(others && { others }),
      ...rest,
      at: now().toISOString(),
      state: 'sending',
      ...(waits && { waits }),
      ...(name !== undefined && { name }),
    };
    const from = await reach(fresh, ahead);
    return runner.begin(fresh, from, also(fresh));
  };

  const reach = async ({ connection, waits, undoes, steps }: Entry, ahead: Entry | undefined): Promise<From> => {
    try {
      if (ahead) throw new ProblemError(troubleOf(ahead));
      const session = await sessionOf(connection);
      mustWrite(
        session,
        steps.map(({ change }) => change.type),
        connection,
      );
      return { session };
    } catch (error) {
      const trouble = toProblem(error);
      if (!(waits || undoes !== undefined) || !(ahead || isAway(trouble))) throw error;
      return { trouble };
    }
  };

  const drop = async (entry: Entry): Promise<void> => {
    const begun = entry.steps.some(({ state }) => state !== 'planned' && state !== 'given');
    if (entry.state === 'draft' || entry.state === 'held' || (isOpen(entry) && !begun))
      return live.write([], [entry.id]);
    if (!isOpen(entry)) return entry.listed ? live.write([unlisted(entry)]) : undefined;
    const dropped: Entry = { ...entry, dropped: true, state: 'waiting', doubt: entry.doubt ?? troubleOf(entry) };
    await live.write([dropped]);
    try {
      await runner.goOn(dropped, await sessionOf(entry.connection));
    } catch (error) {
      await live.end([paused(dropped, toProblem(error), now())]);
    }
  };

  return {
    async undo(id) {
      const undo = await onEntry(id, notUndoable(id), async (entry, ahead) => {
        if (entry.state === 'held' || entry.state === 'queued') {
          await drop(entry);
          return null;
        }
        const undos = live.all().filter(({ undoes }) => undoes === id);
        if (!canUndo(entry) || undos.some(isOpen)) throw notUndoable(id);
        // What an earlier undo of the same left is in dispute no more.
        const rest = { action: 'undo', steps: stepsBack(entry), undoes: id } as const;
        return follow(entry, rest, ahead, () => undos.map(unlisted));
      });
      if (undo) throwLeft(undo);
      return undo;
    },
    async again(id) {
      const entry = await onEntry(id, notAgain(id), async (refused, ahead) => {
        if (!canTryAgain(refused)) throw notAgain(id);
        const rest = { action: refused.action, steps: stepsAgain(refused) };
        return follow(refused, rest, ahead, (fresh) => [{ ...unlisted(refused), again: fresh.id }]);
      });
      throwLeft(entry);
      return entry;
    },
    async drop(id) {
      const missing = new ProblemError({ kind: 'missing', call: 'action.drop', detail: id });
      await onEntry(id, missing, drop);
    },
    async resolve(id, mine, texts = {}) {
      const entry = await onEntry(id, notDisputed(id), async (stopped, ahead) => {
        if (disputedIn(stopped).length === 0 || stopped.listed !== true) throw notDisputed(id);
        const steps = stepsMine(stopped, mine, texts);
        if (steps.length === 0) {
          await live.write([unlisted(stopped)]);
          return null;
        }
        const { action, undoes } = stopped;
        const rest = { action, steps, ...(undoes !== undefined && { undoes }) };
        // Of an undo something was made, which stays in History; of an edit nothing was.
        return follow(stopped, rest, ahead, (fresh) => [
          { ...unlisted(stopped), ...(undoes === undefined && { again: fresh.id }) },
        ]);
      });
      if (entry) throwLeft(entry);
      return entry;
    },
  };
}

/** Fails with why an entry is not done: of an undo, with how much it left. */
function throwLeft(entry: Entry): void {
  const problem: Problem | null | undefined =
    entry.state === 'waiting'
      ? entry.doubt
      : entry.state === 'failed' || entry.state === 'conflict'
        ? entry.undoes === undefined
          ? entry.problem
          : leftBy(entry)
        : null;
  if (problem) throw new ProblemError(problem);
}
