// What all changes of a user have in common: read, compare, send what is changed alone, look at what came back. Zammad
// takes no version with a change, so that it is compared right before; it cuts what is too long without a word.

import type { Change, ChangeType, Made } from '@/utils/changes/types';
import { type Problem, ProblemError, type ProblemKind } from '@/utils/problem';
import { LONGEST, tooLong } from './contacts';
import type { Known } from './known';
import { loadById } from './load';
import { isStaff, rolesOf } from './person';
import { saidIn } from './said';
import { type User, UserShape } from './shapes';
import { ask, type Zammad } from './zammad';

export interface Job<T extends ChangeType = ChangeType> {
  readonly zammad: Zammad;
  readonly known: Known;
  readonly change: Change<T>;
}
export type Write<T extends ChangeType> = (job: Job<T>) => Promise<Made>;
type Of = Pick<Job, 'zammad' | 'change'>;

/** What is sent, and whether it was done, by what the server answers. */
export interface Put {
  readonly json: Readonly<Record<string, unknown>>;
  /** What Zammad takes only once that is done. */
  readonly next?: Readonly<Record<string, unknown>>;
  done(user: User): boolean;
  /** What takes it back where it was done in part only. */
  readonly back: Readonly<Record<string, unknown>>;
}

/** A problem of this change, to be thrown. */
export function refusal({ zammad, change }: Of, kind: ProblemKind, more: Omit<Problem, 'kind'> = {}): ProblemError {
  return new ProblemError({ ...more, kind, connection: zammad.connection, call: change.type });
}

/** The person that a change is about. Fails with `missing`. */
export const personOf = ({ zammad, change }: Of): Promise<User> =>
  loadById(zammad, change.person ?? '', { call: change.type });

/** Makes the change that `plan` tells; none where that is null. Fails with `missing`, `conflict`, `invalid`. */
export async function changeUser(job: Job, plan: (user: User) => Put | null | Promise<Put | null>): Promise<Made> {
  const before = await personOf(job);
  const put = await plan(before);
  if (put === null) return madeOf(before);
  const column = tooLong(put.json);
  if (column !== null) throw tooLongFor(job, column);
  const first = await send(job, before, put.json);
  const { next } = put;
  const after =
    next === undefined ? first : await send(job, before, next).catch((error) => undone(job, before, put, error));
  if (put.done(after)) return madeOf(after);
  await send(job, before, put.back);
  throw refusal(job, 'invalid', { detail: 'the server keeps another value' });
}

async function undone(job: Job, user: User, { back }: Put, error: unknown): Promise<never> {
  await send(job, user, back);
  throw error;
}

export const madeOf = ({ id, updated_at: version }: { readonly id: string; readonly updated_at: string }): Made => ({
  id,
  version,
});

/** Zammad would cut it off, and say that all is well. */
export const tooLongFor = (job: Of, column: keyof typeof LONGEST): ProblemError =>
  refusal(job, 'invalid', { detail: `too long for ${column}`, longest: LONGEST[column] });

function send(job: Job, user: User, json: Put['json']): Promise<User> {
  const { zammad, change } = job;
  const asked = { path: `users/${user.id}`, method: 'put', search: { expand: true }, json, call: change.type } as const;
  return orRefused(job, ask(zammad, UserShape, asked)).catch(async (error: unknown) => {
    throw await explained(job, user, json, error);
  });
}

/**
 * A field that is mandatory or fixed by a rule fails any change of the user, also of something else (6.5): Zammad's own
 * page of them shows which. Records of people who work there are for administrators of users
 * (6.5, policies/user_policy.rb:29).
 */
async function explained(job: Job, user: User, json: Put['json'], error: unknown): Promise<unknown> {
  if (!(error instanceof ProblemError)) return error;
  const { problem } = error;
  const isAddress = 'email' in json || 'login' in json;
  if (problem.kind === 'invalid' && problem.status === 422 && !isAddress) {
    const page = `${job.zammad.site}/#user/profile/${user.id}`;
    return new ProblemError({ ...problem, page }, { cause: error });
  }
  if (problem.kind !== 'forbidden') return error;
  const roles = await job.known.roles.get(job.change.type).catch(() => []);
  if (!isStaff(rolesOf(user, roles))) return error;
  return new ProblemError({ ...problem, right: 'admin.user' }, { cause: error });
}

/** Texts of a user, as they are to be. */
export function columns(user: User, next: Readonly<Record<string, string>>): Put {
  return {
    json: next,
    back: Object.fromEntries(Object.keys(next).map((column) => [column, Reflect.get(user, column)])),
    done: (after) => Object.entries(next).every(([column, value]) => Reflect.get(after, column) === value),
  };
}

/** Why Zammad refused, in its own words: {"error": "…", "error_human": "…"}. */
export function orRefused<Value>(job: Of, asked: Promise<Value>): Promise<Value> {
  return asked.catch((error: unknown) => {
    if (!(error instanceof ProblemError) || error.problem.kind !== 'invalid') throw error;
    const said = saidIn(error.problem.detail ?? '');
    throw said === '' ? error : refusal(job, 'invalid', { status: error.problem.status ?? 422, said });
  });
}
