// From what is chosen to an entry with its steps, also where the person cannot be read at the moment.

import { applied } from '@/utils/changes/apply';
import type { ChangeType } from '@/utils/changes/types';
import type { Session } from '@/utils/connectors/types';
import type { Person, PersonRef } from '@/utils/people/types';
import { type Problem, ProblemError, toProblem } from '@/utils/problem';
import type { Live } from './live';
import { keysOf } from './people';
import { troubleOf } from './queue';
import type { From } from './runner';
import { type Entry, isOpen, type Step } from './types';
import { isAway, mustWrite } from './write';

export interface Wanted {
  readonly connection: string;
  readonly person: string | null;
  readonly needs: readonly ChangeType[];
  readonly waits?: boolean;
  plan(session: Session): Promise<readonly Pick<Step, 'change' | 'of'>[]>;
}

export interface Planned {
  readonly steps: readonly Step[];
  readonly name: string;
  readonly from: From;
}

interface Parts {
  readonly live: Live;
  readonly sessionOf: (connection: string) => Promise<Session>;
  /** The person as they were last seen in this browser. */
  readonly remembered: (ref: PersonRef) => Promise<Person | null>;
}

/**
 * Plans what is wanted. Where the server cannot be reached, or something is `ahead` of it, what may wait is planned
 * upon the person as last seen, with all that waits already. Fails as the plan and the connection do.
 */
export async function planned(wanted: Wanted, ahead: Entry | undefined, parts: Parts): Promise<Planned> {
  const { connection, person, needs, waits } = wanted;
  try {
    if (ahead) throw new ProblemError(troubleOf(ahead));
    const session = await parts.sessionOf(connection);
    mustWrite(session, needs, connection);
    return { ...(await plan(wanted, session)), from: { session } };
  } catch (error) {
    const trouble = toProblem(error);
    if (!waits || person === null || !(ahead || isAway(trouble))) throw error;
    const ref = { connection, id: person };
    const seen = (await parts.remembered(ref)) ?? (ahead && (await read(ref, parts)));
    if (!seen) throw error;
    return { ...(await plan(wanted, standIn(upTo(seen, parts.live), needs, trouble))), from: { trouble } };
  }
}

async function plan({ plan, person }: Wanted, session: Session) {
  const seen = { name: '' };
  const get: Session['get'] = async (id, signal) => {
    const found = await session.get(id, signal);
    if (id === person) seen.name = found.name;
    return found;
  };
  const steps = (await plan({ ...session, get })).map((step): Step => ({ ...step, state: 'planned' }));
  return { steps, name: seen.name };
}

const read = async ({ connection, id }: PersonRef, { sessionOf }: Parts): Promise<Person | null> =>
  sessionOf(connection)
    .then((session) => session.get(id))
    .catch(() => null);

/** The person as they will be when all that waits is made. */
function upTo(person: Person, live: Live): Person {
  const keys = keysOf({ ...person.ref, person: person.ref.id, id: '' });
  const before = live.all().filter((entry) => isOpen(entry) && keysOf(entry).some((key) => keys.includes(key)));
  return before
    .flatMap(({ steps }) => steps)
    .filter(({ state, change }) => change.person === person.ref.id && (state === 'planned' || state === 'sent'))
    .reduce((now, { change }) => applied(now, change), person);
}

/** A connection that only knows one person, and can make whatever is needed: whether it truly can, it says later. */
function standIn(person: Person, needs: readonly ChangeType[], trouble: Problem): Session {
  const away = async (): Promise<never> => {
    throw new ProblemError(trouble);
  };
  return {
    find: away,
    get: async (id) => (id === person.ref.id ? person : away()),
    reads: {},
    writes: Object.fromEntries(needs.map((type) => [type, away])),
    denied: [],
  };
}
