// For the tests of actions: what one plans for a person, and what the own book is like after it was run and undone.

import { actions, planAll, sightOf } from '@/utils/actions';
import type { Chosen } from '@/utils/actions/inputs';
import type { Sight } from '@/utils/actions/types';
import type { Change } from '@/utils/changes/types';
import type { Session } from '@/utils/connectors/types';
import { makeJournal, openStore } from '@/utils/journal';
import type { Person, PersonRef } from '@/utils/people/types';
import { ProblemError, toProblem } from '@/utils/problem';
import { allOf, ownBook, someoneIn } from './own-book';

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

/** Runs an action on somebody in the own book and takes it back: all that can be read of them before, after, and then. */
export async function ranAndUndone(choose: (someone: Someone) => Chosen | Promise<Chosen>) {
  const { session } = await ownBook();
  const { ref, domain } = await someoneIn(session);
  const journal = makeJournal({
    store: openStore(),
    sessionOf: async () => session,
    changed: async () => undefined,
    now: () => new Date(),
  });
  const chosen = await choose({ ref, domain, session, person: await session.get(ref.id) });
  const before = await allOf(session, ref.id);
  const entry = await journal.run({
    connection: ref.connection,
    person: ref.id,
    action: chosen.action,
    needs: actions[chosen.action].needs,
    plan: async (open) => planAll(await open.get(ref.id), [chosen], sightOf(open)),
  });
  if (!entry) throw new Error('nothing was done');
  const after = await allOf(session, ref.id);
  await journal.undo(entry.id);
  return { ref, domain, before, after, undone: await allOf(session, ref.id) };
}
