import { readFactors } from './factors';
import { isLocked } from './person';
import { DoneShape, UserShape } from './shapes';
import { madeOf, orRefused, personOf, refusal, type Write } from './write';
import { ask } from './zammad';

/** After too many failed sign-ins. */
export const unlock: Write<'account.unlock'> = async (job) => {
  const { zammad, known, change } = job;
  const before = await personOf(job);
  if (!(await isLocked(known, before, change.type))) return madeOf(before);
  const asked = { path: `users/unlock/${before.id}`, method: 'put', json: {}, call: change.type } as const;
  await orRefused(job, ask(zammad, DoneShape, asked));
  const after = await personOf(job);
  if (await isLocked(known, after, change.type)) throw refusal(job, 'invalid', { detail: 'still locked' });
  return madeOf(after);
};

/** Zammad does not look at how good a password is that is set so. */
export const setPassword: Write<'login.password'> = async (job) => {
  const { zammad, change } = job;
  const { id } = await personOf(job);
  if (change.secret === '') throw refusal(job, 'invalid', { detail: 'no password' });
  const json = { password: change.secret };
  const asked = { path: `users/${id}`, method: 'put', json, call: change.type } as const;
  return madeOf(await orRefused(job, ask<typeof UserShape>(zammad, UserShape, asked)));
};

/** One way of proving who they are, or all. Fails with `missing` where they have no such one. */
export const removeFactor: Write<'factor.remove'> = async (job) => {
  const { zammad, change } = job;
  const user = await personOf(job);
  const { paths, factors } = await readFactors(zammad, user.id, { call: change.type });
  const method = change.factor;
  if (method !== null && !factors.some(({ id }) => id === method)) throw refusal(job, 'missing', { detail: 'factor' });
  const path = `users/${user.id}/${method === null ? paths.all : paths.one}`;
  // A body may be lost on the way with this method, an address is not.
  const search = method === null ? {} : { search: { method } };
  await orRefused(job, ask(zammad, DoneShape, { path, method: 'delete', ...search, call: change.type }));
  return madeOf(user);
};

/**
 * Where a session as them begins and ends in the browser: Zammad's own two addresses, to whoever is signed in there with
 * the right to it (6.5, sessions_controller.rb; with a token they answer and change nothing).
 * † Assumption: a session as somebody who is disabled shows nothing but a refusal until it is ended: they have none.
 */
export const viewAs: Write<'login.view'> = async (job) => {
  const { site } = job.zammad;
  const user = await personOf(job);
  if (!user.active) throw refusal(job, 'invalid', { detail: 'disabled' });
  const sessions = `${site}/api/v1/sessions`;
  const worked = '"success":true';
  const view = { url: `${sessions}/switch/${user.id}`, worked, next: `${site}/`, back: `${sessions}/switch_back` };
  return { ...madeOf(user), view };
};
