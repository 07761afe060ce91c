import { ProblemError } from '@/utils/problem';
import type { Answer } from './types';

/** RFC 6839: `application/json`, `application/hal+json`, … */
const JSON_TYPE = /^\s*application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/iu;

/** The JSON of an answer that is right by its status. `about`: what a problem is to name. */
export function readAnswer({ status, headers }: Response, body: string, about: object): Answer {
  const read = { etag: headers.get('etag'), location: headers.get('location'), status };
  if (body === '') return { ...read, json: null };
  const wrong = (cause?: unknown): ProblemError =>
    // Often the page of a proxy or a log-in form. It is not shown: it could hold anything.
    new ProblemError({ ...about, kind: 'server', status, detail: 'the answer is not JSON' }, { cause });
  if (!JSON_TYPE.test(headers.get('content-type') ?? '')) throw wrong();
  try {
    return { ...read, json: JSON.parse(body) };
  } catch (cause) {
    throw wrong(cause);
  }
}

/** The JSON of an answer that is wrong by its status; null for anything else. */
export function refusalIn({ headers }: Response, body: string): unknown {
  if (!JSON_TYPE.test(headers.get('content-type') ?? '')) return null;
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
