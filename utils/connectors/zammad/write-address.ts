// Zammad knows one address of a user, and takes a mail from their login for theirs too: that is the second one.

import type { Made } from '@/utils/changes/types';
import { parseAddress } from '@/utils/people/address';
import type { Address } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';
import { usersByAddress } from './load';
import { goneLogin, hasOwnLogin, isGoneLogin } from './merged';
import { emailsOf, isStandIn, namedOf, standInFor } from './person';
import type { User } from './shapes';
import { changeUser, columns, type Job, type Put, refusal, type Write } from './write';

/**
 * Adds, edits or removes an address. Fails with `conflict` where somebody has it, with `invalid` where there is no place
 * for another: two have one, and a login that is no address is what they sign in with.
 */
export const setAddress: Write<'email.set'> = (job) =>
  setWith(job, '').catch((error: unknown) => {
    const isRefused = error instanceof ProblemError && error.problem.kind === 'invalid' && error.problem.status === 422;
    if (job.change.to !== null || !isRefused) throw error;
    return setWith(job, standInFor(job.change.person ?? ''));
  });

const setWith = (job: Job<'email.set'>, none: string): Promise<Made> =>
  changeUser(job, async (user) => {
    const from = job.change.from?.address ?? null;
    const to = job.change.to?.address ?? null;
    const emails = emailsOf(user);
    const there = emails.find(({ address }) => address === from);
    if (from !== null && there === undefined) throw refusal(job, 'conflict', { theirs: null });
    if (from === to) return null;
    if (to !== null) await checkFree(job, user, to);
    if (there === undefined) return to === null ? null : added(job, user, to);
    const { into } = job.change;
    if (!there.primary) return written(user, { login: to ?? (user.email || goneLogin(user, into)) });
    if (to === null && emails.length > 1 && into === undefined) throw refusal(job, 'invalid', { detail: 'primary' });
    return written(user, { email: to ?? none, login: isLogin(user) ? (to ?? goneLogin(user, into)) : user.login });
  });

/** Swaps the address with the login. Fails with `missing` where the person has no such address. */
export const setPrimary: Write<'email.primary'> = (job) =>
  changeUser(job, (user) => {
    const { from, to } = job.change;
    const emails = emailsOf(user);
    const now = emails.find(({ primary }) => primary)?.address ?? null;
    if (now !== from) throw refusal(job, 'conflict', { theirs: now });
    if (now === to) return null;
    if (to === null) throw refusal(job, 'invalid', { detail: 'primary' });
    if (!emails.some(({ address }) => address === to)) throw refusal(job, 'missing', { detail: to });
    return written(user, { email: user.login, login: user.email || user.login });
  });

function added(job: Job, user: User, to: Address): Put {
  const isFree = user.login === '' || isGoneLogin(user);
  if (user.email === '' || isStandIn(user.email)) return written(user, { email: to, login: isFree ? to : user.login });
  if (hasOwnLogin(user) || !(isLogin(user) || isFree))
    throw refusal(job, 'invalid', { detail: 'a second address has no place' });
  return written(user, { email: user.email, login: to });
}

const isLogin = ({ email, login }: User): boolean => parseAddress(login) === parseAddress(email);

function written(user: User, next: Readonly<Record<string, string>>): Put {
  const { json, back } = columns(user, next);
  const isThere = (after: User, column: string, value: string): boolean => {
    const kept = String(Reflect.get(after, column));
    return kept === value || (parseAddress(value) !== null && parseAddress(kept) === parseAddress(value));
  };
  return {
    json: apart(json),
    back: apart(back),
    done: (after) => Object.entries(next).every(([column, value]) => isThere(after, column, value)),
  };
}

/**
 * Where the address changes and the login is the old address, also one that is sent so, Zammad takes the new address for
 * the login too (1.0 to 7.2, check_login of its model of users): two addresses would become one. It compares before it
 * cuts off blanks, so that a login with one before it stays what it is.
 */
const apart = (json: Put['json']): Put['json'] =>
  'email' in json && 'login' in json ? { ...json, login: ` ${String(json['login'])}` } : json;

/** Fails with `conflict` where somebody else has it, with `invalid` for one of their own. */
export async function checkFree(
  job: Pick<Job, 'zammad' | 'known' | 'change'>,
  user: User | null,
  address: Address,
): Promise<void> {
  const { zammad, known, change } = job;
  if (parseAddress(address) !== address) throw refusal(job, 'invalid', { detail: 'no address' });
  if (user !== null && emailsOf(user).some((one) => one.address === address)) {
    throw refusal(job, 'invalid', { detail: 'an address of their own' });
  }
  const [owner] = await usersByAddress(zammad, known, address, { call: change.type });
  if (owner === undefined || owner.id === user?.id) return;
  const named = namedOf(owner);
  throw refusal(job, 'conflict', { detail: named.name, owner: named });
}
