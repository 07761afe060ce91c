// What all changes of a user have in common: read, compare, send with the version that was read, read again. RT answers
// 200 to what it refused; only what is there afterwards says whether something was done.

import type { Change, ChangeType, Made } from '@/utils/changes/types';
import { type Problem, ProblemError, type ProblemKind } from '@/utils/problem';
import type { Known } from './known';
import { loadById } from './load';
import type { Loaded } from './person';
import { ask, type Rt } from './rt';
import { SaidShape, type User } from './shapes';

export interface Job<T extends ChangeType = ChangeType> {
  readonly rt: Rt;
  readonly known: Known;
  readonly change: Change<T>;
}
export type Write<T extends ChangeType> = (job: Job<T>) => Promise<Made>;

/** One request of a change. */
interface Step {
  readonly put: Readonly<Record<string, unknown>>;
  /** What takes it back, sent where it or a later step was not done as a whole. */
  readonly back: Readonly<Record<string, unknown>>;
  /** Whether it was done, by what is there afterwards. */
  done(user: User): boolean;
}

/** A problem of this change, to be thrown. */
export function refusal(
  { rt, change }: Pick<Job, 'rt' | 'change'>,
  kind: ProblemKind,
  more: Omit<Problem, 'kind'> = {},
): ProblemError {
  return new ProblemError({ ...more, kind, connection: rt.connection, call: change.type });
}

/** RT's refusal in RT's own words, which are in the language of the login: nothing can be told from them. */
export const refusedBy = (job: Pick<Job, 'rt' | 'change'>, said: string): ProblemError =>
  refusal(job, 'invalid', said === '' ? {} : { said: said.slice(0, LONGEST) });

/** More is no sentence for people. */
const LONGEST = 300;

/** Of what is made new: there RT refuses by a status, and says why. */
export function orRefused<Value>(job: Pick<Job, 'rt' | 'change'>, asked: Promise<Value>): Promise<Value> {
  return asked.catch((error: unknown) => {
    if (!(error instanceof ProblemError)) throw error;
    const { kind, detail } = error.problem;
    throw kind === 'invalid' && detail !== undefined ? refusedBy(job, detail) : error;
  });
}

/** The person that a change is about. Fails with `missing`. */
export const personOf = ({ rt, change }: Pick<Job, 'rt' | 'change'>): Promise<Loaded> =>
  loadById(rt, change.person ?? '', { call: change.type });

/**
 * Makes the steps one by one; none are needed where `plan` gives none. Somebody else's change in between is looked at:
 * where it was another field, ours is made upon theirs. Fails with `missing`, `conflict`, `invalid`.
 */
export async function changeUser(
  job: Job,
  plan: (user: User) => readonly Step[] | Promise<readonly Step[]>,
): Promise<Made> {
  const before = await personOf(job);
  return make(job, before, await plan(before.user)).catch(async (error: unknown) => {
    if (!isOutdated(error)) throw error;
    const now = await personOf(job);
    // What this very change is about was changed: the plan says so, and what is there.
    return make(job, now, await plan(now.user));
  });
}

const isOutdated = (error: unknown): boolean => error instanceof ProblemError && error.problem.status === 412;

async function make(job: Job, before: Loaded, steps: readonly Step[]): Promise<Made> {
  const state = { now: before };
  for (const [at, step] of steps.entries()) {
    const said = await put(job, state.now, step.put).catch(async (error: unknown) => {
      // RT touched nothing of this one: what was made before it is taken back.
      if (at > 0 && isOutdated(error)) await takeBack(job, await personOf(job), steps.slice(0, at));
      throw error;
    });
    state.now = await personOf(job);
    if (!step.done(state.now.user)) {
      await takeBack(job, state.now, steps.slice(0, at + 1));
      throw refusedBy(job, said);
    }
  }
  return madeOf(state.now);
}

export const madeOf = ({ user, etag }: Loaded): Made => ({ id: user.id, version: etag ?? user.LastUpdated });

function put({ rt, change }: Job, { user, etag }: Loaded, json: unknown): Promise<string> {
  const version = etag === null ? {} : { ifMatch: etag };
  return ask(rt, SaidShape, { path: `user/${user.id}`, method: 'put', json, call: change.type, ...version });
}

/** What is as it was is left alone: RT then does nothing. */
async function takeBack(job: Job, now: Loaded, steps: readonly Step[]): Promise<void> {
  const back = Object.assign({}, ...steps.toReversed().map((step) => step.back));
  await put(job, now, back);
}

/** A step that sets columns of a user. */
export function columns(user: User, next: { readonly [C in keyof User]?: string }): Step {
  const before = Object.fromEntries(Object.keys(next).map((column) => [column, Reflect.get(user, column)]));
  return {
    put: next,
    back: before,
    done: (after) => Object.entries(next).every(([column, value]) => Reflect.get(after, column) === value),
  };
}
