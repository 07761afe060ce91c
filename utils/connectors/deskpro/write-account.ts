// What is done to an account: most of it by calls that an administrator set up, since API v2 is not known to have any.

import { ProblemError } from '@/utils/problem';
import { isProblem } from './deskpro';
import { loadById } from './load';
import { sendOwn } from './own-calls';
import { emailsOf, type Loaded } from './person';
import { versionOf } from './version';
import { viewPage } from './view';
import { changePerson, type Job, lacking, madeOf, orRefused, personOf, refusal, type Write, worded } from './write';
import { keptByOwn } from './write-person';

/** Cannot sign in nor open tickets; is found all the same. */
export const setEnabled: Write<'account.enable'> = async (job) => {
  const { from, to } = job.change;
  const before = await personOf(job);
  const now = !before.person.is_disabled;
  if (now !== from) throw refusal(job, 'conflict', { theirs: now });
  if (now === to) return madeOf(before);
  const asked = sendOwn(job.desk, to ? 'enable' : 'disable', { id: before.person.id }, { call: job.change.type });
  return keptByOwn(job, before, ({ person }) => person.is_disabled !== to, asked);
};

/** Whether Deskpro mails it is unknown, and nothing of it can be read again. */
export const setPassword: Write<'login.password'> = async (job) => {
  const { desk, change } = job;
  const { secret } = change;
  if (secret === '') throw refusal(job, 'invalid', { detail: 'no password' });
  if (!desk.own.has('password')) {
    return changePerson(job, () => ({ json: { password: secret }, proves: 'login.password', done: () => true }));
  }
  const before = await personOf(job);
  const { id } = before.person;
  await sendOwn(desk, 'password', { id, password: secret }, { call: change.type }).catch((error: unknown) => {
    throw withoutSecret(error, secret);
  });
  return madeOf(before);
};

/** A server may tell in its refusal what it was sent. */
function withoutSecret(error: unknown, secret: string): unknown {
  if (!(error instanceof ProblemError)) return error;
  const { said, detail, ...problem } = error.problem;
  // As it stands in JSON too, where that is told as a whole.
  const hidden = (text: string): string =>
    [secret, JSON.stringify(secret).slice(1, -1)].reduce((left, one) => left.replaceAll(one, '…'), text);
  return new ProblemError({
    ...problem,
    ...(said === undefined ? {} : { said: hidden(said) }),
    ...(detail === undefined ? {} : { detail: hidden(detail) }),
  });
}

export const sendReset: Write<'login.reset'> = async (job) => {
  const { address } = job.change;
  const before = await personOf(job);
  if (!emailsOf(before.person).some((email) => email.address === address)) {
    throw refusal(job, 'invalid', { detail: 'not their address' });
  }
  await sendOwn(job.desk, 'reset', { id: before.person.id, email: address }, { call: job.change.type });
  return madeOf(before);
};

/** The page's address holds a token: it is opened, and never kept. */
export const viewAs: Write<'login.view'> = async (job) => {
  const before = await personOf(job);
  const url = await viewPage(job.desk, before.person.id, { call: job.change.type });
  return { ...madeOf(before), view: { url } };
};

/** Nothing tells which addresses are banned: neither is compared, and what is so already stays so. */
export const banAddress: Write<'address.ban'> = async (job) => {
  const { address, from, to } = job.change;
  if (from !== to) await sendOwn(job.desk, to ? 'ban' : 'lift', { email: address }, { call: job.change.type });
  return { id: address, version: '' };
};

/** For good, with all their tickets. Whoever was changed since the question was put is left. */
export const erase: Write<'person.erase'> = async (job) => {
  const { desk, change } = job;
  const before = await personOf(job);
  const version = versionOf(before);
  if (change.version !== null && change.version !== version) throw refusal(job, 'conflict', { theirs: version });
  const path = `people/${before.person.id}`;
  const asked = desk.http.answer({ path, method: 'delete', call: change.type, timeoutMs: PATIENCE });
  await gone(job, before.person.id, orRefused(job, asked));
  return madeOf(before);
};

/**
 * Only by a call that was set up: nothing is moved by hand, and nobody is deleted for it, since tickets that this key does
 * not see would go with them. Then looked at: the other one has to be gone, or to lead to whoever stays.
 */
export const mergePeople: Write<'person.merge'> = async (job) => {
  const { desk, change } = job;
  const call = change.type;
  const [stays, goes] = await Promise.all([personOf(job), loadById(desk, change.other, { call })]);
  const { id: target } = stays.person;
  const { id: source } = goes.person;
  if (target === source) throw refusal(job, 'invalid', { detail: 'the same person' });
  await gone(job, source, sendOwn(desk, 'merge', { target, source }, { call, timeoutMs: PATIENCE }));
  return madeOf(await personOf(job));
};

/** ms: both take along all that somebody has. */
const PATIENCE = 60_000;

/** Looks whether somebody is gone then, also where no answer came: it is never asked for once more. */
async function gone(job: Job, id: string, asked: Promise<unknown>): Promise<void> {
  const lost = await asked.then(
    () => null,
    (error: unknown) => (isProblem(error, 'timeout', 'offline', 'server') ? error : Promise.reject(error)),
  );
  const left = await goneOr(job, id).catch((error: unknown) => {
    throw lost ?? error;
  });
  if (left === null) return;
  throw lost ?? lacking(job, left, 'not-kept');
}

/** Null: gone, deleted, or somebody else by now; a helpdesk may lead on from one to the other. */
async function goneOr(job: Job, id: string): Promise<Loaded | null> {
  const loaded = await loadById(job.desk, id, { call: job.change.type }).catch((error: unknown) => {
    const isLedOn = isProblem(error, 'signed-out') && error instanceof ProblemError && error.problem.status !== 401;
    if (isProblem(error, 'missing') || isLedOn) return null;
    throw error instanceof ProblemError ? worded(job, error) : error;
  });
  return loaded === null || loaded.person.is_deleted || loaded.person.id !== id ? null : loaded;
}
