// For the tests of actions: what one plans for a person, and what the own book is like after it was run and undone, or
// refused at one of its steps.

import { actions, othersOf, planAll, sightOf } from '@/utils/actions';
import type { Chosen } from '@/utils/actions/inputs';
import type { Sight } from '@/utils/actions/types';
import type { Change } from '@/utils/changes/types';
import type { Session, Writes } from '@/utils/connectors/types';
import { type Entry, makeJournal, openStore } from '@/utils/journal';
import type { Person, PersonRef } from '@/utils/people/types';
import { type Problem, ProblemError, toProblem } from '@/utils/problem';
import { allOf, ownBook, someoneIn } from './own-book';
import { stored } from './stored';

/** For plans that look at nobody else. */
export const NO_SIGHT: Sight = {
  reads: {},
  get: (id) => Promise.reject(new ProblemError({ kind: 'missing', call: 'get', detail: id })),
  can: () => true,
  movesAtOnce: Number.POSITIVE_INFINITY,
};

/** The changes that an action plans, or the kind of problem it is refused with and what is there (`theirs`). */
export async function planned(
  person: Person,
  chosen: Chosen,
  sight: Sight = NO_SIGHT,
): Promise<readonly Change[] | readonly [string, unknown]> {
  try {
    return (await planAll(person, [chosen], sight)).map(({ change }) => change);
  } catch (error) {
    const { kind, theirs } = toProblem(error);
    return [kind, theirs];
  }
}

export interface Someone {
  readonly ref: PersonRef;
  /** Of their addresses: mail@, home@ and third@. */
  readonly domain: string;
  readonly session: Session;
  readonly person: Person;
}

export type Choose = (someone: Someone) => Chosen | Promise<Chosen>;

/** A journal upon a session, on a clock of its own. */
export function journalOn(session: Session, store = openStore()) {
  const clock = { late: 0 };
  const journal = makeJournal({
    store,
    sessionOf: async () => session,
    changed: async () => undefined,
    now: () => new Date(Date.now() + clock.late),
  });
  return {
    ...journal,
    act: (ref: PersonRef, chosen: Chosen): Promise<Entry | null> =>
      journal.run({
        connection: ref.connection,
        // A ban is about an address: whoever had it may be gone.
        person: chosen.action === 'lift-ban' ? null : ref.id,
        others: othersOf([chosen]),
        action: chosen.action,
        needs: actions[chosen.action].needs,
        plan: async (open) => planAll(await open.get(ref.id), [chosen], sightOf(open)),
      }),
    /** What is held goes. */
    async wait(ms: number): Promise<void> {
      clock.late += ms;
      await journal.due();
    },
  };
}

async function someone(): Promise<Someone> {
  const { session } = await ownBook();
  const made = await someoneIn(session);
  return { ...made, session, person: await session.get(made.ref.id) };
}

/** Runs an action on somebody in the own book and takes it back: all that can be read of them before, after, and then. */
export async function ranAndUndone(choose: Choose) {
  const who = await someone();
  const { ref, domain, session } = who;
  const chosen = await choose(who);
  const [before, book] = [await allOf(session, ref.id), await stored()];
  const journal = journalOn(session);
  const entry = await journal.act(ref, chosen);
  if (!entry) throw new Error('nothing was done');
  const [after, changed] = [await allOf(session, ref.id), await stored()];
  await journal.undo(entry.id);
  const books = { before: book, after: changed, undone: await stored() };
  return { ref, domain, entry, before, after, undone: await allOf(session, ref.id), books };
}

/** Runs an action in a book that refuses one of its writes, from 0: the book before and after, and how it ended. */
export async function refusedAt(step: number, choose: Choose) {
  const who = await someone();
  const chosen = await choose(who);
  const before = await stored();
  const journal = journalOn(refusing(who.session, step));
  const told: { problem?: Problem } = {};
  const entry = await journal.act(who.ref, chosen).catch((error: unknown) => {
    told.problem = toProblem(error);
    return null;
  });
  const ended = entry?.state === 'held' ? await sentLater(journal, who.ref) : entry;
  return { before, after: await stored(), problem: told.problem ?? ended?.problem, state: ended?.state };
}

async function sentLater(journal: ReturnType<typeof journalOn>, ref: PersonRef): Promise<Entry | undefined> {
  await journal.wait(60_000);
  return (await journal.entries(ref, 1))[0];
}

/** One write is refused, those after it (which take back what stands) are not. */
function refusing(session: Session, step: number): Session {
  const count = { writes: 0 };
  const writes: Writes = Object.fromEntries(
    Object.entries(session.writes).map(([type, write]) => [
      type,
      async (change: never, stamp: never) => {
        count.writes += 1;
        if (count.writes === step + 1) throw new ProblemError({ kind: 'forbidden', call: type });
        return write(change, stamp);
      },
    ]),
  );
  return { ...session, writes };
}
