import { mayRead, originOf } from '@/utils/browser/permissions';
import type { Connection } from '@/utils/connectors/types';
import { type Heard, openHttp } from '@/utils/http';
import type { Http, OpenHttp } from '@/utils/http/types';
import { type Problem, ProblemError } from '@/utils/problem';

/** For one call. A lookup waits as long for all of its calls. */
const TIMEOUT_MS = 8000;

/** A call that is over, with the name and mark that its server had then. */
export interface HeardAt extends Heard {
  readonly server: string;
  readonly mark: Connection['mark'];
}

export interface Calls {
  /** Told of each call that was made, once it is over. */
  readonly heard: (call: HeardAt) => void;
  /** What became of what was asked: null, or its problem. Not told of what was given up. */
  readonly ended?: (connection: string, problem: Problem | null, whole?: true) => void;
}

/** The way to the one server of a connection. A connector that would go elsewhere fails with `bug`. */
export function serverHttp(connection: Connection, heard: Calls['heard'], ended?: Calls['ended']): OpenHttp {
  const { id, name: server, mark, settings } = connection;
  return ({ base, headers, atOnce, pauses }) => {
    const origin = originOf(settings['address'] ?? '');
    if (origin === null || originOf(base) !== origin) {
      throw new ProblemError({ kind: 'invalid', connection: id, call: 'open', detail: 'address' });
    }
    const http = openHttp({
      base,
      ...(headers === undefined ? {} : { headers }),
      ...(atOnce === undefined ? {} : { atOnce }),
      ...(pauses === undefined ? {} : { pauses }),
      timeoutMs: TIMEOUT_MS,
      connection: id,
      heard: (call) => heard({ ...call, server, mark }),
    });
    // A host whose permission was taken back looks as if it were away.
    const told = async <Value>(answer: Promise<Value>): Promise<Value> =>
      answer.then(
        (value) => {
          ended?.(id, null);
          return value;
        },
        async (error: unknown) => {
          const known = await problemOf(error, origin);
          if (known) ended?.(id, known);
          if (known?.kind !== 'no-access') throw error;
          throw new ProblemError(known, { cause: error });
        },
      );
    const { ask, answer } = http;
    return { ask: (call) => told(ask(call)), answer: (call) => told(answer(call)) } satisfies Http;
  };
}

/** Why a call failed; null where it was only given up. */
async function problemOf(error: unknown, origin: string): Promise<Problem | null> {
  if (error instanceof ProblemError) {
    const { problem } = error;
    return problem.kind === 'offline' && !(await mayRead(origin)) ? { ...problem, kind: 'no-access' } : problem;
  }
  // Whoever asked has waited long enough for all of their calls.
  return error instanceof Error && error.name === 'TimeoutError' ? { kind: 'timeout' } : null;
}
