// The only way to a server, and the only import of ky. What goes wrong on the way becomes a problem here, once.
import ky, { isNetworkError } from 'ky';
import { ProblemError } from '@/utils/problem';
import { problemOf } from './status';

export interface HttpSettings {
  /** Address of the server with the path that all its calls begin with. */
  readonly base: string;
  /** Sent with each call: tokens stand here and nowhere else. */
  readonly headers?: Readonly<Record<string, string>>;
  /** For one call, until its answer is read. */
  readonly timeoutMs: number;
  /** Named in problems. */
  readonly connection?: string;
  /** For tests. */
  readonly fetch?: typeof fetch;
}

export interface HttpCall {
  /** Relative to the base; a leading slash changes nothing. */
  readonly path: string;
  readonly method?: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly search?: Readonly<Record<string, string | number | boolean>>;
  readonly json?: unknown;
  /** What the call is for, as problems name it: 'find', 'notes', … */
  readonly call?: string;
  readonly signal?: AbortSignal;
}

export interface Http {
  /**
   * The answer's JSON, null for an empty one. Fails with a `ProblemError`: `offline` if no server was reached,
   * `timeout`, or what the status says (status.ts). An aborted call fails with the signal's reason.
   */
  ask(call: HttpCall): Promise<unknown>;
}

/** Opens nothing yet: each call stands for itself, is made once, and never sends the browser's cookies. */
export function openHttp({ base, headers = {}, timeoutMs, connection, fetch }: HttpSettings): Http {
  const client = ky.create({
    prefix: base,
    headers,
    // Our own limit below also counts the reading of the answer.
    timeout: false,
    // Who may be asked twice is decided by the journal; a write is never sent again blindly.
    retry: 0,
    throwHttpErrors: false,
    credentials: 'omit',
    ...(fetch === undefined ? {} : { fetch: (input, init) => fetch(input, init) }),
  });
  return {
    ask: async ({ path, method = 'get', search, json, call, signal }) => {
      const about = { ...(connection === undefined ? {} : { connection }), ...(call === undefined ? {} : { call }) };
      const limit = AbortSignal.timeout(timeoutMs);
      signal?.throwIfAborted();
      const response = await client(path, {
        method,
        signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
        ...(search === undefined ? {} : { searchParams: { ...search } }),
        ...(json === undefined ? {} : { json }),
      }).catch((cause: unknown) => {
        signal?.throwIfAborted();
        if (limit.aborted) throw new ProblemError({ ...about, kind: 'timeout' }, { cause });
        if (isNetworkError(cause)) throw new ProblemError({ ...about, kind: 'offline' }, { cause });
        throw cause;
      });
      const body = await response.text().catch((cause: unknown) => {
        signal?.throwIfAborted();
        throw new ProblemError({ ...about, kind: limit.aborted ? 'timeout' : 'offline' }, { cause });
      });
      signal?.throwIfAborted();
      const problem = problemOf(response, body, Date.now());
      if (problem !== null) throw new ProblemError({ ...about, ...problem });
      return body === '' ? null : parse(body, response.status, about);
    },
  };
}

function parse(body: string, status: number, about: object): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    // Often the page of a proxy or a log-in form. It is not shown: it could hold anything.
    throw new ProblemError({ ...about, kind: 'server', status, detail: 'the answer is not JSON' }, { cause });
  }
}
