// What all changes of a user have in common: read, compare, send what is changed alone, look at what came back. Zammad
// takes no version with a change, so that it is compared right before; it cuts what is too long without a word.

import type { Change, ChangeType, Made } from '@/utils/changes/types';
import { type Problem, ProblemError, type ProblemKind } from '@/utils/problem';
import { tooLong } from './contacts';
import type { Known } from './known';
import { loadById } from './load';
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
export async function changeUser(job: Of, plan: (user: User) => Put | null | Promise<Put | null>): Promise<Made> {
  const before = await personOf(job);
  const put = await plan(before);
  if (put === null) return madeOf(before);
  const column = tooLong(put.json);
  if (column !== null) throw refusal(job, 'invalid', { detail: `too long for ${column}` });
  const after = await send(job, put.json);
  if (put.done(after)) return madeOf(after);
  await send(job, put.back);
  throw refusal(job, 'invalid', { detail: 'the server keeps another value' });
}

export const madeOf = ({ id, updated_at: version }: { readonly id: string; readonly updated_at: string }): Made => ({
  id,
  version,
});

function send(job: Of, json: unknown): Promise<User> {
  const { zammad, change } = job;
  const path = `users/${change.person ?? ''}`;
  return orRefused(
    job,
    ask(zammad, UserShape, { path, method: 'put', search: { expand: true }, json, call: change.type }),
  );
}

/** Texts of a user, as they are to be. */
export function columns(user: User, next: Readonly<Record<string, string>>): Put {
  return {
    json: next,
    back: Object.fromEntries(Object.keys(next).map((column) => [column, Reflect.get(user, column)])),
    done: (after) => Object.entries(next).every(([column, value]) => Reflect.get(after, column) === value),
  };
}

/** More is no sentence for people. */
const LONGEST = 300;

/** Why Zammad refused, in its own words: {"error": "…", "error_human": "…"}. */
export function orRefused<Value>(job: Of, asked: Promise<Value>): Promise<Value> {
  return asked.catch((error: unknown) => {
    if (!(error instanceof ProblemError) || error.problem.kind !== 'invalid') throw error;
    const said = saidIn(error.problem.detail ?? '');
    throw said === ''
      ? error
      : refusal(job, 'invalid', { status: error.problem.status ?? 422, said: said.slice(0, LONGEST) });
  });
}

function saidIn(body: string): string {
  try {
    const told: unknown = JSON.parse(body);
    if (typeof told !== 'object' || told === null) return '';
    const human = 'error_human' in told ? told.error_human : undefined;
    const error = 'error' in told ? told.error : undefined;
    return [human, error].find((one) => typeof one === 'string') ?? '';
  } catch {
    return '';
  }
}
