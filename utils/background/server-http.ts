import { mayRead, originOf } from '@/utils/browser/permissions';
import type { Connection } from '@/utils/connectors/types';
import { type Heard, openHttp } from '@/utils/http';
import type { Http, OpenHttp } from '@/utils/http/types';
import { ProblemError, toProblem } from '@/utils/problem';

/** For one call. A lookup waits as long for all of its calls. */
const TIMEOUT_MS = 8000;

/** A call that is over, with the name and mark that its server had then. */
export interface HeardAt extends Heard {
  readonly server: string;
  readonly mark: Connection['mark'];
}

/** The way to the one server of a connection. A connector that would go elsewhere fails with `bug`. */
export function serverHttp(connection: Connection, heard: (call: HeardAt) => void): OpenHttp {
  const { id, name: server, mark, settings } = connection;
  return ({ base, headers, atOnce }) => {
    const origin = originOf(settings['address'] ?? '');
    if (origin === null || originOf(base) !== origin) {
      throw new ProblemError({ kind: 'invalid', connection: id, call: 'open', detail: 'address' });
    }
    const http = openHttp({
      base,
      ...(headers === undefined ? {} : { headers }),
      ...(atOnce === undefined ? {} : { atOnce }),
      timeoutMs: TIMEOUT_MS,
      connection: id,
      heard: (call) => heard({ ...call, server, mark }),
    });
    // A host whose permission was taken back looks as if it were away.
    const told = async <Value>(answer: Promise<Value>): Promise<Value> =>
      answer.catch(async (error: unknown) => {
        const problem = toProblem(error);
        if (problem.kind !== 'offline' || (await mayRead(origin))) throw error;
        throw new ProblemError({ ...problem, kind: 'no-access' }, { cause: error });
      });
    const { ask, answer } = http;
    return { ask: (call) => told(ask(call)), answer: (call) => told(answer(call)) } satisfies Http;
  };
}
