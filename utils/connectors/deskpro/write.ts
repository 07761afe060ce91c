// What all changes have in common: read, compare by value, send what is changed, read again. Deskpro answers 204 to what
// it took, and may not have kept it; what no public source shows to work is settled by that.

import * as v from 'valibot';
import type { Change, ChangeType, Made } from '@/utils/changes/types';
import type { Answer } from '@/utils/http';
import { type Problem, ProblemError, type ProblemKind } from '@/utils/problem';
import type { Deskpro } from './deskpro';
import { idText, one } from './envelope';
import type { Known } from './known';
import { pageAt } from './links';
import { loadById } from './load';
import type { Loaded } from './person';
import type { Proofs, Provable } from './proofs';
import { refusedIn } from './refused';
import { versionOf } from './version';

export interface Job<T extends ChangeType = ChangeType> {
  readonly desk: Deskpro;
  readonly known: Known;
  readonly proofs: Proofs;
  readonly change: Change<T>;
}
export type Write<T extends ChangeType> = (job: Job<T>) => Promise<Made>;
export type Of = Pick<Job, 'desk' | 'change'>;
export type Settling = Pick<Job, 'desk' | 'change' | 'proofs'>;

/** A problem of this change, to be thrown. */
export function refusal({ desk, change }: Of, kind: ProblemKind, more: Omit<Problem, 'kind'> = {}): ProblemError {
  return new ProblemError({ ...more, kind, connection: desk.connection, call: change.type });
}

/** The person that a change is about. Fails with `missing`. */
export const personOf = ({ desk, change }: Of): Promise<Loaded> =>
  loadById(desk, change.person ?? '', { call: change.type });

export const madeOf = (loaded: Loaded): Made => ({ id: loaded.person.id, version: versionOf(loaded) });

/** What is sent of a person, and whether it was done, by what is there afterwards. */
export interface Put {
  readonly json: Readonly<Record<string, unknown>>;
  /** What it proves, or disproves; null: it is known to work. */
  readonly proves: Provable | null;
  done(after: Loaded): boolean;
}

/** Makes the change that `plan` tells; none where that is null. Fails with `missing`, `conflict`, `invalid`. */
export async function changePerson(
  job: Settling,
  plan: (before: Loaded) => Put | null | Promise<Put | null>,
): Promise<Made> {
  const before = await personOf(job);
  const put = await plan(before);
  if (put === null) return madeOf(before);
  const { desk, change } = job;
  const path = `people/${before.person.id}`;
  const asked = desk.http.answer({ path, method: 'put', json: put.json, call: change.type });
  return keptBy(job, before, put, asked);
}

/** Looks at what became of something that was asked of a person. Fails with `invalid` where it was not kept. */
export async function keptBy(
  job: Settling,
  before: Loaded,
  { proves, done }: Pick<Put, 'proves' | 'done'>,
  asked: Promise<unknown>,
): Promise<Made> {
  const refused = await asked.then(
    () => null,
    (error: unknown) => (error instanceof ProblemError ? error : Promise.reject(error)),
  );
  const why = refused === null ? null : reasonOf(refused);
  if (refused !== null && why === null) throw worded(job, refused);
  // Also after a refusal: that it refuses all or nothing is written nowhere.
  const after = await personOf(job);
  // What cannot be read again (a password) was not done where it was refused.
  if (done(after) && (why === null || !done(before))) {
    if (proves !== null) await job.proofs.worked(proves);
    return madeOf(after);
  }
  const isSame = versionOf(after) === versionOf(before);
  if (proves !== null && isSame) await job.proofs.gone(proves);
  throw lacking(job, after, isSame && why !== null ? why : 'not-kept');
}

/** The same for what is no field of a person: a note, a membership. */
export async function settled<Value>(job: Settling, proves: Provable | null, asked: Promise<Value>): Promise<Value> {
  try {
    const value = await asked;
    if (proves !== null) await job.proofs.worked(proves);
    return value;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const why = reasonOf(error);
    if (why === null) throw worded(job, error);
    // 404 may be of the person, who is gone: that is told then.
    const person = await personOf(job);
    if (proves !== null) await job.proofs.gone(proves);
    throw lacking(job, person, why);
  }
}

const MadeShape = one(v.looseObject({ id: v.pipe(idText, v.minLength(1)) }));

/** The id of what was made; null where the answer does not tell it. */
export function idMade({ json, location }: Answer): string | null {
  const told = v.safeParse(MadeShape, json);
  return told.success ? told.output.data.id : (/\/(\d+)\/?$/u.exec(location ?? '')?.[1] ?? null);
}

/** What the helpdesk has not, or does not take; null: it refused for another reason. */
function reasonOf({ problem, answer }: ProblemError): 'no-call' | 'no-field' | null {
  if ([404, 405, 410].includes(problem.status ?? 0)) return 'no-call';
  return refusedIn(answer).codes.has('extra_fields') ? 'no-field' : null;
}

export const lacking = (job: Of, { person }: Loaded, because: NonNullable<Problem['because']>): ProblemError =>
  refusal(job, 'invalid', { because, page: pageOf(job.desk, person) });

/** The agents' pages; where one person stands there is public for neither generation. */
export const pageOf = (
  { site, links }: Pick<Deskpro, 'site' | 'links'>,
  { id, organization_members: members }: Loaded['person'],
): string =>
  links.person === null ? `${site}/${members === undefined ? 'agent' : 'app'}` : pageAt(site, links.person, id);

/** Deskpro's own words, where it has any, without what is secret in the change. */
export function worded(job: Of, error: ProblemError): ProblemError {
  const { problem, answer } = error;
  if (problem.kind !== 'invalid') return error;
  const { codes, said } = refusedIn(answer);
  // Who has it is looked for by whoever knows the address.
  if (codes.has(DUPE_EMAIL)) return refusal(job, 'conflict', { because: 'hidden-address', detail: DUPE_EMAIL });
  const words = withoutSecret(job.change, said);
  const status = problem.status === undefined ? {} : { status: problem.status };
  return refusal(job, 'invalid', { ...status, ...(words === '' ? {} : { said: words }) });
}

export const DUPE_EMAIL = 'dupe_email';

const withoutSecret = (change: Change, text: string): string =>
  change.type === 'login.password' && change.secret !== '' ? text.replaceAll(change.secret, '…') : text;

/** As `asked` answers, with Deskpro's own words where it refuses. */
export const orRefused = <Value>(job: Of, asked: Promise<Value>): Promise<Value> =>
  asked.catch((error: unknown) => {
    throw error instanceof ProblemError ? worded(job, error) : error;
  });
