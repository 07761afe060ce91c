import type { Session } from '@/utils/connectors/types';
import type { PersonRef } from '@/utils/people/types';
import { type Problem, ProblemError, toProblem } from '@/utils/problem';
import { checked } from './check';
import type { Store } from './db';
import { drain } from './drain';
import { forgetting, hasErased } from './erase';
import { held, isHeldTooLong, mustHold } from './hold';
import type { Live } from './live';
import { keysOf, refsOf } from './people';
import { atRest, behind, paused, queued, troubleOf } from './queue';
import { isSecret } from './redact';
import { makeTurns } from './turns';
import { type Entry, isOpen } from './types';
import { takenBack } from './undo';

export interface Parts {
  readonly store: Store;
  readonly live: Live;
  readonly sessionOf: (connection: string) => Promise<Session>;
  /** A person was changed, whatever became of the entry as a whole. */
  readonly changed: (ref: PersonRef) => Promise<void>;
  /** Somebody was deleted for good: what else is kept of them in this browser is to go. */
  readonly erased: (ref: PersonRef) => Promise<void>;
  readonly now: () => Date;
}

/** Where an entry goes from: an open session, or what is in its way. */
export type From = { readonly session: Session } | { readonly trouble: Problem };

export interface Runner {
  /**
   * When all that was asked for these people before has ended. `ahead`: what still waits for a network or an answer
   * all the same. Unless `waits`, what waits is tried once more first.
   */
  inTurn<Value>(
    keys: readonly string[],
    waits: boolean,
    act: (ahead: Entry | undefined) => Promise<Value>,
  ): Promise<Value>;
  /** Holds, queues or runs a new entry; `also` and `gone` are written along with it. Gives what became of it. */
  begin(entry: Entry, from: From, also?: readonly Entry[], gone?: readonly string[]): Promise<Entry>;
  /** Goes on with an entry from where it stands, in its turn. */
  goOn(entry: Entry, session: Session): Promise<Entry>;
  /** Tries what is unfinished, and what was held and is due: all of it, or what `which` says. */
  send(which?: (entry: Entry) => boolean): Promise<void>;
  /** Reads what was left unfinished, and takes it up. Resolves when that has ended. */
  settle(): Promise<void>;
}

export function makeRunner({ store, live, sessionOf, changed, erased, now }: Parts): Runner {
  const turns = makeTurns();
  const left: { begun?: Promise<{ readonly ended: Promise<unknown> }> } = {};

  /** What is unfinished and shares a person with these keys. */
  const openFor = (keys: readonly string[]): readonly Entry[] =>
    live.all().filter((entry) => isOpen(entry) && shares(entry, keys));

  /** What this entry has to wait for: what was there before it, and whatever nobody knows the end of. */
  const aheadOf = (entry: Entry): Entry | undefined => {
    const all = openFor(keysOf(entry));
    const own = live.all().findIndex(({ id }) => id === entry.id);
    return all.find((one) => one.id !== entry.id && (one.state !== 'queued' || live.all().indexOf(one) < own));
  };

  const finish = async (ended: Entry): Promise<Entry> => {
    const entry = atRest(ended, now());
    if (hasErased(entry)) await forgetPeople(entry);
    else {
      const undone =
        entry.undoes === undefined || isOpen(entry) ? null : await store.get(entry.undoes).catch(() => null);
      await live.end(undone ? [entry, takenBack(undone, entry)] : [entry]);
    }
    if (entry.steps.some(({ state }) => state !== 'planned')) for (const ref of refsOf(entry)) await changed(ref);
    return entry;
  };

  /** What was written down about somebody who was deleted for good, and what was still to be done to them. */
  const forgetPeople = async (entry: Entry): Promise<void> => {
    const session = await sessionOf(entry.connection).catch(() => null);
    const forgotten = await forgetting(entry, store, session).catch(toProblem);
    // A disk that cannot be read now: all of it is made, and is looked through later.
    if ('kind' in forgotten) return live.end([paused({ ...entry, state: 'waiting' }, forgotten, now())]);
    const { people, entries, unsent } = forgotten;
    // Before the entry is marked as done: a stopped background does it once more.
    for (const ref of people) await erased(ref).catch(() => undefined);
    await live.end(entries, unsent);
    for (const ref of people) if (ref.id !== entry.person) await changed(ref);
  };

  const goOn = async (entry: Entry, session: Session): Promise<Entry> => {
    const ready = entry.state === 'queued' ? await checked(session, entry) : entry;
    if (ready.state === 'conflict') return finish(ready);
    return finish(await drain(ready, { session, mark: (marked) => live.write([marked]) }));
  };

  /** Takes an entry up in its turn. What cannot be reached stays as it is, and is tried later. */
  const attempt = async (id: string): Promise<void> => {
    const entry = live.all().find((one) => one.id === id);
    if (!entry) return;
    // The clock was turned back meanwhile: nobody has that long to think again.
    if (isHeldTooLong(entry, now())) return live.write([held(entry, now())]);
    if (!isDue(entry, now())) return;
    const ahead = aheadOf(entry);
    // With its own pause over, it is not asked for again before what it waits for.
    if (ahead && entry.state !== 'held') return live.end([behind(entry, ahead, now())]);
    try {
      if (ahead) throw new ProblemError(troubleOf(ahead));
      const ended = await goOn(entry, await sessionOf(entry.connection));
      if (entry.state === 'queued' && !isOpen(ended)) awake(entry.connection);
    } catch (error) {
      const problem = toProblem(error);
      // A connection that was removed does not come back under this id; of what was held the agent decides anew.
      if (problem.kind === 'missing' || entry.state === 'held') await finish({ ...entry, state: 'failed', problem });
      else await live.end([paused(entry, problem, now())]);
    }
  };

  /** Never fails: what became of it, the entry says. */
  const take = (entry: Entry): Promise<unknown> =>
    turns.take(keysOf(entry), () => attempt(entry.id)).catch(() => undefined);

  /** A server that answers again: what waits for it does not wait for its pause, unless the server has asked for one. */
  const awake = (connection: string): void => {
    const time = now().getTime();
    const waiting = live.all().filter((entry) => entry.state === 'queued' && entry.connection === connection);
    for (const entry of waiting) if ((entry.trouble?.retryAt ?? 0) <= time) void take(entry);
  };

  const found = () => {
    left.begun ??= live.load().then(() => ({ ended: Promise.all(live.all().filter(isOpenOrHeld).map(take)) }));
    // A disk that cannot be read now is asked again by the next who comes.
    left.begun.catch(() => delete left.begun);
    return left.begun;
  };

  return {
    goOn,
    async inTurn(keys, waits, act) {
      await found();
      for (const entry of openFor(keys)) if (!waits || entry.state !== 'queued') void take(entry);
      return turns.take(keys, () => act(openFor(keys)[0]));
    },
    async begin(entry, from, also = [], gone = []) {
      if ('trouble' in from) {
        // Now or not at all.
        if (entry.steps.some(({ change }) => isSecret(change))) throw new ProblemError(from.trouble);
        const waiting = queued(entry, from.trouble, now());
        await live.write([waiting, ...also], gone);
        return waiting;
      }
      if (mustHold(entry)) {
        const holding = held(entry, now());
        await live.write([holding, ...also], gone);
        return holding;
      }
      // What it follows upon is written along with it, so that a stopped background finds both or none.
      if (also.length + gone.length > 0) await live.write([entry, ...also], gone);
      return goOn(entry, from.session);
    },
    async send(which = () => true) {
      await found();
      const wanted = live.all().filter((entry) => isOpenOrHeld(entry) && which(entry));
      const keys = wanted.flatMap(keysOf);
      // With what stands before them: they go in order.
      const due = live.all().filter((entry) => wanted.includes(entry) || (isOpen(entry) && shares(entry, keys)));
      await Promise.all(due.map(take));
    },
    async settle() {
      await (await found()).ended;
    },
  };
}

const shares = (entry: Entry, keys: readonly string[]): boolean => keysOf(entry).some((key) => keys.includes(key));

const isOpenOrHeld = (entry: Entry): boolean => isOpen(entry) || entry.state === 'held';

const isDue = (entry: Entry, now: Date): boolean =>
  isOpen(entry) || (entry.state === 'held' && (entry.heldUntil ?? 0) <= now.getTime());
