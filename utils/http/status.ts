import { type Problem, ProblemError, type ProblemKind } from '@/utils/problem';

const KINDS: Readonly<Record<number, ProblemKind>> = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'missing',
  408: 'timeout',
  409: 'conflict',
  410: 'missing',
  412: 'conflict',
  423: 'closed',
  429: 'rate-limited',
};
const LONGEST_DETAIL = 500;
/** A server that was restarted, or a proxy that could not reach it. */
const FOR_A_MOMENT: readonly (number | undefined)[] = [502, 503, 504];

/** What an answer's status says, null if all is well. `now` in ms since the epoch. */
export function problemOf(response: Response, body: string, now: number): Problem | null {
  const { status, ok, type } = response;
  if (ok) return null;
  // Browsers hide where a redirect leads, and its status. Servers lead away who is not signed in.
  if (type === 'opaqueredirect') return { kind: 'signed-out' };
  if (status >= 300 && status < 400) return { kind: 'signed-out', status };
  const kind = KINDS[status] ?? (status >= 500 ? 'server' : 'invalid');
  const retryAt = retryTime(response.headers.get('retry-after'), now);
  return {
    kind,
    status,
    ...(retryAt === null ? {} : { retryAt }),
    ...((kind === 'invalid' || kind === 'forbidden') && body !== ''
      ? { detail: saidIn(body).slice(0, LONGEST_DETAIL) }
      : {}),
  };
}

/** Whether a read that failed so may be made again at once: nothing came, or a server that does not say when to come. */
export function mayAskAgain(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false;
  const { kind, status, retryAt } = error.problem;
  return kind === 'offline' || (FOR_A_MOMENT.includes(status) && retryAt === undefined);
}

/** The sentence in `{"message": "…"}`, which most servers answer with; else all of it. */
function saidIn(body: string): string {
  try {
    const said: unknown = JSON.parse(body);
    const message = typeof said === 'object' && said !== null && 'message' in said ? said.message : null;
    return typeof message === 'string' ? message : body;
  } catch {
    return body;
  }
}

/** Retry-After is a number of seconds or a date (RFC 9110 §10.2.3). */
function retryTime(header: string | null, now: number): number | null {
  const value = header?.trim() ?? '';
  if (/^\d+$/u.test(value)) return now + Number(value) * 1000;
  const at = Date.parse(value);
  return value === '' || Number.isNaN(at) ? null : Math.max(at, now);
}
