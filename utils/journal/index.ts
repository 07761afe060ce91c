import type { ChangeType } from '@/utils/changes/types';
import type { Session } from '@/utils/connectors/types';
import type { PersonRef } from '@/utils/people/types';
import { type Problem, ProblemError, toProblem } from '@/utils/problem';
import { canTryAgain, notAgain, stepsAgain } from './again';
import type { Store } from './db';
import { drain } from './drain';
import { makeTurns } from './turns';
import { type Entry, type EntryAction, isOpen, type Step } from './types';
import { canUndo, leftBy, notUndoable, stepsBack, takenBack } from './undo';
import { mustWrite } from './write';

export { canTryAgain } from './again';
export { openStore } from './db';
export type { Entry } from './types';
export { canUndo } from './undo';

export interface Run {
  readonly connection: string;
  /** Null: the person is yet to be made. */
  readonly person: string | null;
  readonly action: EntryAction;
  /** What the connection must be able to write; of a plan that is not made yet, all that it may need. */
  readonly needs: readonly ChangeType[];
  /** Asked when it is this entry's turn: what the entries before it have made is there by then. */
  plan(session: Session): Promise<readonly Pick<Step, 'change' | 'of'>[]>;
}

export interface Journal {
  /**
   * Plans, writes down, runs: all of the changes or none. Null: there was nothing to change. Fails with the problem of
   * the plan or of the step that was refused, and with `storage-full`, before anything is done, if it cannot be
   * written down.
   */
  run(run: Run): Promise<Entry | null>;
  /**
   * Takes an entry back, as an entry of its own. What was changed since stays as it is: then it fails with `conflict`,
   * what is there (`theirs`) and how much was `left`; the rest is restored. Fails with `missing` where there is
   * nothing to take back.
   */
  undo(id: string): Promise<Entry>;
  /** Runs what was refused once more, as an entry of its own. Fails as `run` does, with `missing` where it cannot. */
  again(id: string): Promise<Entry>;
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
  readonly now: () => Date;
}

export function makeJournal({ store, sessionOf, changed, now }: Parts): Journal {
  const turns = makeTurns();
  /** Entries found unfinished at the start, each in its person's turn. */
  const left: { begun?: Promise<Left> } = {};
  /** Entries of a person that nobody knows the end of, by the person's key. Nothing is done past them. */
  const waiting = new Map<string, readonly string[]>();

  /** Holds up what comes after an unfinished entry, and lets it go on after a finished one. */
  const hold = (entry: Entry): void => {
    const key = keyOf(entry);
    const rest = (waiting.get(key) ?? []).filter((id) => id !== entry.id);
    const still = isOpen(entry) ? [...rest, entry.id] : rest;
    if (still.length > 0) waiting.set(key, still);
    else waiting.delete(key);
  };

  const finish = async (entry: Entry): Promise<Entry> => {
    const undone = entry.undoes === undefined || isOpen(entry) ? null : await store.get(entry.undoes).catch(() => null);
    // What cannot be written down is settled at the next start; it is done all the same.
    await store.put(undone ? [entry, takenBack(undone, entry)] : [entry]).catch(() => undefined);
    hold(entry);
    if (entry.person !== null) await changed({ connection: entry.connection, id: entry.person });
    return entry;
  };

  /** Fails as the connection does, if that cannot be opened; the entry waits. */
  const goOn = async (entry: Entry): Promise<void> => {
    hold(entry);
    const session = await sessionOf(entry.connection).catch(async (error: unknown) => {
      const problem = toProblem(error);
      if (problem.kind !== 'missing') throw error;
      // It was removed, and will not come back under this id.
      await finish({ ...entry, state: 'failed', problem });
    });
    if (session) await finish(await drain(entry, { session, mark: (marked) => store.put([marked]) }));
  };

  const begin = (): Promise<Left> => {
    left.begun ??= store.open().then((entries) => ({
      ended: Promise.allSettled(entries.map((entry) => turns.take(keyOf(entry), () => goOn(entry)))),
    }));
    // A disk that cannot be read now is asked again by the next who comes.
    left.begun.catch(() => delete left.begun);
    return left.begun;
  };

  /** Waits for the person's turn, and brings to an end what is unfinished before it. */
  const inTurn = async <Value>(key: string, act: () => Promise<Value>): Promise<Value> => {
    await begin();
    return turns.take(key, async () => {
      for (const id of waiting.get(key) ?? []) {
        const entry = await store.get(id);
        if (entry && isOpen(entry)) await goOn(entry);
      }
      const [still] = waiting.get(key) ?? [];
      const doubt = still === undefined ? undefined : (await store.get(still))?.doubt;
      if (doubt) throw new ProblemError(doubt);
      return act();
    });
  };

  const write = async (session: Session, entry: Omit<Entry, 'id' | 'at' | 'state'>): Promise<Entry> => {
    const fresh: Entry = { ...entry, id: crypto.randomUUID(), at: now().toISOString(), state: 'sending' };
    const written = { once: false };
    const mark = async (marked: Entry): Promise<void> => {
      await (written.once ? store.put([marked]) : store.add(marked));
      written.once = true;
    };
    return finish(await drain(fresh, { session, mark }));
  };

  return {
    async run({ connection, person, action, needs, plan }) {
      const key = person === null ? crypto.randomUUID() : keyOf({ connection, person });
      const entry = await inTurn(key, async () => {
        const session = await sessionOf(connection);
        mustWrite(session, needs, connection);
        const planned = await plan(session);
        if (planned.length === 0) return null;
        const steps = planned.map((step): Step => ({ ...step, state: 'planned' }));
        return write(session, { connection, person, action, steps });
      });
      const problem = entry && problemOf(entry);
      if (problem) throw new ProblemError(problem);
      return entry;
    },
    async undo(id) {
      const asked = await store.get(id);
      if (!asked) throw notUndoable(id);
      const undo = await inTurn(keyOf(asked), async () => {
        // Read in its turn: two clicks on Undo are one.
        const entry = await store.get(id);
        if (!entry || !canUndo(entry)) throw notUndoable(id);
        const session = await sessionOf(entry.connection);
        const steps = stepsBack(entry);
        mustWrite(
          session,
          steps.map(({ change }) => change.type),
          entry.connection,
        );
        const { connection, person } = entry;
        return write(session, { connection, person, action: 'undo', steps, undoes: id });
      });
      const problem = undo.doubt ?? leftBy(undo);
      if (problem) throw new ProblemError(problem);
      return undo;
    },
    async again(id) {
      const asked = await store.get(id);
      if (!asked) throw notAgain(id);
      const entry = await inTurn(keyOf(asked), async () => {
        const refused = await store.get(id);
        if (!refused || !canTryAgain(refused)) throw notAgain(id);
        const { connection, person, action } = refused;
        const session = await sessionOf(connection);
        const steps = stepsAgain(refused);
        mustWrite(
          session,
          steps.map(({ change }) => change.type),
          connection,
        );
        const fresh = await write(session, { connection, person, action, steps });
        await store.put([{ ...refused, again: fresh.id }]).catch(() => undefined);
        return fresh;
      });
      const problem = problemOf(entry);
      if (problem) throw new ProblemError(problem);
      return entry;
    },
    entries: async ({ connection, id }, limit) =>
      (await store.of(connection, id, limit)).filter(({ again }) => again === undefined),
    async settle() {
      await (await begin()).ended;
      await store.trim(now());
    },
    forget: (connection) => store.forget(connection),
  };
}

interface Left {
  readonly ended: Promise<unknown>;
}

const keyOf = ({ connection, person }: Pick<Entry, 'connection' | 'person'>): string =>
  `${connection}|${person ?? crypto.randomUUID()}`;

/** Why an entry is not done. */
const problemOf = ({ state, doubt, problem }: Entry): Problem | undefined =>
  state === 'waiting' ? doubt : state === 'done' ? undefined : problem;
