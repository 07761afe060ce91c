// A session as somebody else: one call answers a token, and a page of the helpdesk takes it. Neither's shape is public
// beyond API v1's 'people/{id}/login-token', so that both are the administrator's to tell.

import * as v from 'valibot';
import { ProblemError } from '@/utils/problem';
import type { Asking, Deskpro } from './deskpro';
import { filledPath } from './filled';
import { sendOwn } from './own-calls';
import { readOwn } from './own-lists';

/** Where it is opened; the token stands in it, and nowhere else. Fails with `server` where the answer holds none. */
export async function viewPage(desk: Deskpro, person: string, asking: Asking): Promise<string> {
  const token = await tokenOf(desk, person, asking);
  const path = filledPath(desk.own.get('view-page')?.path ?? '', { id: person, token });
  if (path === null) throw problem(desk, asking, 'view-page');
  return `${desk.site}/${path.replace(/^\//u, '')}`;
}

async function tokenOf(desk: Deskpro, person: string, asking: Asking): Promise<string> {
  const { json } = await sendOwn(desk, 'view', { id: person }, asking);
  const token = tokenIn(json, DEEPEST);
  if (token === null) throw problem(desk, asking, 'token');
  return token;
}

/** Deeper it is of something else. */
const DEEPEST = 3;

function tokenIn(json: unknown, deep: number): string | null {
  if (deep === 0 || !v.is(v.record(v.string(), v.unknown()), json)) return null;
  const own = Object.entries(json).find(([name, value]) => /token$/iu.test(name) && isToken(value));
  if (own !== undefined) return String(own[1]);
  return Object.values(json).reduce<string | null>((found, value) => found ?? tokenIn(value, deep - 1), null);
}

const isToken = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

const problem = ({ connection }: Deskpro, { call }: Asking, field: string): ProblemError =>
  new ProblemError({ kind: 'server', connection, call, field });

/**
 * One try of a call that reads, upon the agent's own record; what it answers is wanted by nobody. Fails as the call does,
 * with `server` where it does not hold what it is read for.
 */
export async function tryOwn(desk: Deskpro, id: string, me: string, asking: Asking): Promise<void> {
  if (id === 'view') await tokenOf(desk, me, asking);
  else if (id === 'view-page') await viewPage(desk, me, asking);
  else await readOwn(desk, id, me, asking, 1);
}
