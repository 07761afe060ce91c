import { mayRead, originOf } from '@/utils/browser/permissions';
import type { Connection, Login, Memory } from '@/utils/connectors/types';
import { within } from '@/utils/lookup/wait';
import type { ConnectionTest } from '@/utils/messages/connections';
import { type Problem, ProblemError, toProblem } from '@/utils/problem';
import { connectionOf, isStill, openConnection } from './connections';
import type { Logins } from './login';
import { memoryOf } from './memory';
import type { HeardAt } from './server-http';

/** ms: longer than a lookup would wait, so that a slow server is told from one that is away. */
const PATIENCE = 20_000;

interface Parts {
  readonly heard: (call: HeardAt) => void;
  readonly told: Logins['keep'];
  readonly ended: (connection: string, problem: Problem | null, whole?: true) => void;
  readonly now?: () => number;
}

interface State {
  calls: number;
  has: readonly string[];
  unproven: readonly string[];
}

/** Opens a connection apart from the others and asks who is signed in. Fails with `missing`, `locked`. */
export async function testConnection(id: string, parts: Parts): Promise<ConnectionTest> {
  const { heard, told, ended, now = Date.now } = parts;
  const connection = await connectionOf(id);
  const state: State = { calls: 0, has: [], unproven: [] };
  const at = now();
  const done = async (login: Login | null, problem: Problem | null): Promise<ConnectionTest> => {
    if (await isStill(connection)) ended(id, problem, true);
    return { at, ms: now() - at, ...state, login, problem };
  };
  try {
    await mustReach(connection);
    const memory = whileStill(connection, memoryOf(id));
    const count = (call: HeardAt): void => {
      state.calls += 1;
      heard(call);
    };
    const { reads, writes, login, proof } = await openConnection(connection, { heard: count }, memory);
    const { unproven, without } = (await proof?.()) ?? { unproven: [], without: [] };
    state.has = [...Object.entries(reads), ...Object.entries(writes)].flatMap(([name, method]) =>
      method === undefined || without.some((one) => one === name) ? [] : [name],
    );
    state.unproven = unproven.filter((name) => state.has.includes(name));
    if (login === undefined) return await done(null, null);
    const answer = await within(PATIENCE, new AbortController().signal, login);
    await told(id, answer, () => isStill(connection));
    return await done(answer, null);
  } catch (error) {
    return done(null, { call: 'login', ...toProblem(error), connection: id });
  }
}

/** What is found out late may be of another server, or of another login: nothing of that is remembered. */
function whileStill(connection: Connection, memory: Memory): Memory {
  const guarded =
    (write: Memory['write']): Memory['write'] =>
    async (key, value) =>
      (await isStill(connection)) ? write(key, value) : undefined;
  const { lasting } = memory;
  return { ...memory, write: guarded(memory.write), lasting: { ...lasting, write: guarded(lasting.write) } };
}

async function mustReach({ settings }: Connection): Promise<void> {
  const origin = originOf(settings['address'] ?? '');
  if (origin !== null && !(await mayRead(origin))) throw new ProblemError({ kind: 'no-access' });
}
