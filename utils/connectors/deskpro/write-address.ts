// Addresses are plain texts of a person, one of them the primary one. They are always sent as a whole: what becomes of
// one that is left out is what was asked for.

import { parseAddress } from '@/utils/people/address';
import type { Address } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';
import { peopleByAddress } from './chain';
import { emailsOf, type Loaded, namedOf } from './person';
import type { Provable } from './proofs';
import { changePerson, type Job, type Of, type Put, refusal, type Write } from './write';

/**
 * Adds, edits or removes an address. Neither the primary nor the last one is removed. Fails with `conflict` where
 * somebody has it, also somebody who is found by nothing.
 */
export const setAddress: Write<'email.set'> = (job) =>
  withOwner(
    job,
    job.change.to?.address ?? null,
    changePerson(job, (loaded) => {
      const from = job.change.from?.address ?? null;
      const to = job.change.to?.address ?? null;
      const emails = emailsOf(loaded.person);
      const there = emails.find(({ address }) => address === from);
      if (from !== null && there === undefined) throw refusal(job, 'conflict', { theirs: null });
      if (from === to) return null;
      if (to !== null) mustBeNew(job, loaded, to);
      if (to === null && there?.primary === true) throw refusal(job, 'invalid', { detail: 'primary' });
      const written = writtenIn(loaded);
      const place = from === null ? Math.max(0, job.change.at) : written.findIndex((one) => parseAddress(one) === from);
      const next = written.toSpliced(place, from === null ? 0 : 1, ...(to === null ? [] : [to]));
      const isPrimary = there?.primary ?? !emails.some(({ primary }) => primary);
      return emailsPut(next, isPrimary && to !== null ? to : loaded.person.primary_email, 'email.set');
    }),
  );

/** Fails with `missing` where the person has no such address. */
export const setPrimary: Write<'email.primary'> = (job) =>
  changePerson(job, (loaded) => {
    const { from, to } = job.change;
    const emails = emailsOf(loaded.person);
    const now = emails.find(({ primary }) => primary)?.address ?? null;
    if (now !== from) throw refusal(job, 'conflict', { theirs: now });
    if (now === to) return null;
    if (to === null) throw refusal(job, 'invalid', { detail: 'primary' });
    const written = writtenIn(loaded);
    const mine = written.find((one) => parseAddress(one) === to);
    if (mine === undefined) throw refusal(job, 'missing', { detail: to });
    return emailsPut(written, mine, 'email.primary');
  });

/** As Deskpro has them written, in its order. */
function writtenIn({ person: { primary_email: primary, emails } }: Loaded): readonly string[] {
  const isThere = emails.some((one) => parseAddress(one) === parseAddress(primary));
  return isThere || primary === '' ? emails : [primary, ...emails];
}

function emailsPut(emails: readonly string[], primary: string, proves: Provable): Put {
  const of = (list: readonly string[]): string =>
    list
      .map(parseAddress)
      .filter((one) => one !== null)
      .toSorted()
      .join('\n');
  return {
    json: { emails, primary_email: primary },
    proves,
    done: (after) =>
      of(writtenIn(after)) === of(emails) && parseAddress(after.person.primary_email) === parseAddress(primary),
  };
}

function mustBeNew(job: Of, { person }: Loaded, address: Address): void {
  if (parseAddress(address) !== address) throw refusal(job, 'invalid', { detail: 'no address' });
  if (emailsOf(person).some((one) => one.address === address)) {
    throw refusal(job, 'invalid', { detail: 'an address of their own' });
  }
}

/** Where Deskpro refused an address since somebody has it, that is said with their name, if it shows them. */
export function withOwner<Value>(
  job: Pick<Job, 'desk' | 'change'>,
  address: Address | null,
  asked: Promise<Value>,
): Promise<Value> {
  return asked.catch(async (error: unknown) => {
    const isDupe = error instanceof ProblemError && error.problem.because === 'hidden-address';
    const asking = { call: job.change.type };
    const [owner] = isDupe && address !== null ? await peopleByAddress(job.desk, address, asking) : [];
    if (owner === undefined) throw error;
    const named = namedOf(owner.person);
    throw refusal(job, 'conflict', { detail: named.name, owner: named });
  });
}
