// Zammad answers a call as if somebody else had made it, where a head asks for that (since 5.0): their rights, and in what
// is written their name. So it goes with a GET, and with nothing else.

import type * as v from 'valibot';
import type { Http, HttpCall } from '@/utils/http';
import { ProblemError } from '@/utils/problem';
import { ask, type Zammad } from './zammad';

const HEAD = 'From';

/** What this user is answered. Fails with `forbidden` where the token's owner is no administrator of users. */
export const askAs = <Schema extends v.GenericSchema>(
  zammad: Zammad,
  user: string,
  schema: Schema,
  { path, search = {}, call, signal }: Pick<HttpCall, 'path' | 'search' | 'signal'> & { readonly call: string },
): Promise<v.InferOutput<Schema>> =>
  ask(zammad, schema, { path, search, call, signal, method: 'get', headers: { [HEAD]: user } });

/** Lets nothing pass that would be written in somebody else's name. */
export function guarded(http: Http): Http {
  const pass = <Answered>(call: HttpCall, answer: (call: HttpCall) => Promise<Answered>): Promise<Answered> =>
    isForged(call) ? Promise.reject(forgery(call)) : answer(call);
  return { ask: (call) => pass(call, http.ask), answer: (call) => pass(call, http.answer) };
}

/** The older name of the head is understood too. */
const isForged = ({ method = 'get', json, file, headers = {} }: HttpCall): boolean =>
  (method !== 'get' || json !== undefined || file !== undefined) &&
  Object.keys(headers).some((name) => ['from', 'x-on-behalf-of'].includes(name.toLowerCase()));

const forgery = ({ call = '' }: HttpCall): ProblemError =>
  new ProblemError({ kind: 'bug', call, detail: 'nothing is written in the name of somebody else' });
