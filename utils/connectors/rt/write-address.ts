// RT knows one address of a user. The others are values of a custom field, if the connection names one.

import { parseAddress } from '@/utils/people/address';
import type { Address } from '@/utils/people/types';
import { isOthers } from './custom';
import { loadByAddress } from './load';
import { emailsOf, nameOf } from './person';
import type { User } from './shapes';
import { changeUser, columns, type Job, refusal, type Write } from './write';

/**
 * Adds, edits or removes an address. The primary one goes only as the last one. Fails with `conflict` where somebody
 * has it, with `invalid` where RT keeps no second one.
 */
export const setAddress: Write<'email.set'> = (job) =>
  changeUser(job, async (user) => {
    const { rt } = job;
    const from = job.change.from?.address ?? null;
    const to = job.change.to?.address ?? null;
    const emails = emailsOf(rt, user);
    const there = emails.find(({ address }) => address === from);
    if (from !== null && there === undefined) throw refusal(job, 'conflict', { theirs: null });
    if (from === to) return [];
    if (to !== null) await checkFree(job, user, to);
    const asPrimary = there?.primary ?? !emails.some(({ primary }) => primary);
    if (asPrimary && to === null && emails.length > 1) throw refusal(job, 'invalid', { detail: 'primary' });
    if (asPrimary) return [primaryStep(user, to)];
    const kept = rawOthers(job, user);
    const rest = kept.filter((value) => parseAddress(value) !== from);
    const place = from === null ? job.change.at - 1 : kept.findIndex((value) => parseAddress(value) === from);
    return [othersStep(job, user, to === null ? rest : rest.toSpliced(Math.max(0, place), 0, to))];
  });

/** Swaps the address with one of the custom field. Fails with `missing` where the person has no such address. */
export const setPrimary: Write<'email.primary'> = (job) =>
  changeUser(job, (user) => {
    const { from, to } = job.change;
    const emails = emailsOf(job.rt, user);
    const now = emails.find(({ primary }) => primary)?.address ?? null;
    if (now !== from) throw refusal(job, 'conflict', { theirs: now });
    if (now === to) return [];
    if (to !== null && !emails.some(({ address }) => address === to)) throw refusal(job, 'missing', { detail: to });
    const others = rawOthers(job, user);
    const rest = others.filter((value) => parseAddress(value) !== to);
    // As it is written there, so that a swap back leaves nothing.
    const written = others.find((value) => parseAddress(value) === to) ?? '';
    // The address first: if RT refuses it, nothing else was touched.
    return [primaryStep(user, to, written), othersStep(job, user, now === null ? rest : [...rest, user.EmailAddress])];
  });

function primaryStep(user: User, to: Address | null, written: string = to ?? '') {
  const { put, back } = columns(user, { EmailAddress: written });
  return { put, back, done: (after: User) => parseAddress(after.EmailAddress) === to };
}

function othersStep(job: Job, user: User, next: readonly string[]) {
  const field = othersField(job, user);
  const json = (values: readonly string[]) => ({ CustomFields: { [field.id]: values } });
  const sorted = (values: readonly string[]) => values.toSorted().join('\n');
  const done = (after: User): boolean => sorted(rawOthers(job, after)) === sorted(next);
  return { put: json(next), back: json(rawOthers(job, user)), done };
}

function othersField(job: Job, { CustomFields }: User) {
  const field = CustomFields.find(({ name }) => isOthers(job.rt, name));
  if (field === undefined) throw refusal(job, 'invalid', { detail: 'other addresses' });
  return field;
}

/** As they stand there, also what is no address. */
const rawOthers = (job: Job, user: User): readonly string[] =>
  othersField(job, user).values.filter((value) => value !== null);

/** RT lets two people have an address in the custom field. Fails with `conflict`, with `invalid` for one of their own. */
export async function checkFree(job: Job, user: User | null, address: Address): Promise<void> {
  const { rt, change } = job;
  if (parseAddress(address) !== address) throw refusal(job, 'invalid', { detail: 'no address' });
  if (user !== null && emailsOf(rt, user).some((one) => one.address === address)) {
    throw refusal(job, 'invalid', { detail: 'an address of their own' });
  }
  const owner = (await loadByAddress(rt, address, { call: change.type }))?.user;
  if (owner === undefined || owner.id === user?.id || parseAddress(owner.EmailAddress) !== address) return;
  const name = nameOf(owner);
  throw refusal(job, 'conflict', { detail: name, owner: { id: owner.id, name } });
}
