import type { Problem, ProblemKind } from '@/utils/problem';

const KINDS: Readonly<Record<number, ProblemKind>> = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'missing',
  408: 'timeout',
  409: 'conflict',
  410: 'missing',
  412: 'conflict',
  429: 'rate-limited',
};
const LONGEST_DETAIL = 500;

/** What an answer's status says, null if all is well. `now` in ms since the epoch. */
export function problemOf(response: Response, body: string, now: number): Problem | null {
  const { status, ok } = response;
  if (ok) return null;
  const kind = KINDS[status] ?? (status >= 500 ? 'server' : 'invalid');
  const retryAt = retryTime(response.headers.get('retry-after'), now);
  return {
    kind,
    status,
    ...(retryAt === null ? {} : { retryAt }),
    ...(kind === 'invalid' && body !== '' ? { detail: body.slice(0, LONGEST_DETAIL) } : {}),
  };
}

/** Retry-After is a number of seconds or a date (RFC 9110 §10.2.3). */
function retryTime(header: string | null, now: number): number | null {
  const value = header?.trim() ?? '';
  if (/^\d+$/u.test(value)) return now + Number(value) * 1000;
  const at = Date.parse(value);
  return value === '' || Number.isNaN(at) ? null : Math.max(at, now);
}
