import type { LabelledAddress } from '@/utils/changes/types';
import { parseAddress } from '@/utils/people/address';
import type { Address } from '@/utils/people/types';
import { isBanned } from './bans';
import { addressKeys } from './keys';
import type { PersonRow, StoredEmail } from './schema';
import { oneLine, within } from './texts';
import { changePerson, type Job, placed, refusal, type Write } from './write';

/**
 * Adds, edits or removes an address. An edited one stays where it is, and primary if it was. Fails with `invalid` for
 * one of the person's own and where the last or the primary one would go, with `conflict` where somebody has it, with
 * `forbidden` where it is banned.
 */
export const setAddress: Write<'email.set'> = (job) =>
  changePerson(job, [job.database.bans, job.database.bin, job.database.merged, job.database.tickets], async (row) => {
    const { at, from, to } = job.change;
    const known = from === null ? -1 : row.emails.findIndex(({ address }) => address === from.address);
    const there = row.emails[known];
    if (!same(there ?? null, from)) {
      throw refusal(job, 'conflict', { theirs: there === undefined ? null : labelledOf(there) });
    }
    if (same(from, to)) return null;
    if (to === null && there !== undefined) await checkRemoval(job, row, there);
    if (to?.address !== from?.address) {
      if (to !== null) await checkAddress(job, to.address, row);
      await moveTickets(job, row, from?.address ?? null, to?.address ?? null);
    }
    const emails = changed(row.emails, known, at, to === null ? null : storedOf(job, to));
    const log = { field: 'address' as const, from: said(from), to: said(to) };
    return { patch: { emails, keys: addressKeys(emails.map(({ address }) => address)) }, log };
  });

/** Which of the person's addresses is written to. Fails with `missing` where the person has no such address. */
export const setPrimary: Write<'email.primary'> = (job) =>
  changePerson(job, [], (row) => {
    const { from, to } = job.change;
    const now = row.emails.find(({ primary }) => primary)?.address ?? null;
    if (now !== from) throw refusal(job, 'conflict', { theirs: now });
    if (now === to) return null;
    if (to !== null && !row.emails.some(({ address }) => address === to)) {
      throw refusal(job, 'missing', { detail: to });
    }
    const emails = row.emails.map(
      ({ primary: _, ...email }): StoredEmail => (email.address === to ? { ...email, primary: true } : email),
    );
    return { patch: { emails }, log: { field: 'primary', from, to } };
  });

/**
 * Whether a person may get this address; `row` is null for somebody who is being made. What the person had before may
 * come back, though it was shared with others, or was banned meanwhile; so may what somebody had who was merged into
 * them.
 */
export async function checkAddress(job: Job, address: Address, row: PersonRow | null): Promise<void> {
  const { people } = job.database;
  if (parseAddress(address) !== address) throw refusal(job, 'invalid', { detail: 'no address' });
  if (row?.emails.some((email) => email.address === address)) {
    throw refusal(job, 'invalid', { detail: 'an address of their own' });
  }
  const had = row === null ? null : await sharedWith(job, address, row);
  const shared = had ?? [];
  const others = (await people.where('keys').equals(address).toArray()).filter(({ id }) => id !== row?.id);
  const owner = others.find(({ id }) => !shared.includes(id));
  if (owner !== undefined) {
    throw refusal(job, 'conflict', { detail: owner.name, owner: { id: String(owner.id), name: owner.name } });
  }
  if (had === null && (await isBanned(job.database, address))) {
    throw refusal(job, 'forbidden', { detail: address, banned: address });
  }
}

/** Who else had an address that the person has had, or who was merged into them; null: neither ever had it. */
async function sharedWith({ database }: Job, address: Address, { id }: PersonRow): Promise<readonly number[] | null> {
  const had = await database.bin.get(binKey(id, address));
  const merged = await database.merged
    .where('into')
    .equals(id)
    .filter(({ row }) => row.emails.some((email) => email.address === address))
    .toArray();
  if (had === undefined && merged.length === 0) return null;
  const others = merged.flatMap(({ shared }) => shared.find((one) => one.address === address)?.with ?? []);
  return [...(had?.kind === 'address' ? had.sharedWith : []), ...others];
}

async function checkRemoval(job: Job, row: PersonRow, email: StoredEmail): Promise<void> {
  if (row.emails.length > 1) {
    if (email.primary) throw refusal(job, 'invalid', { detail: 'the primary address' });
    return;
  }
  // Somebody who had none is as before once the one they were given is taken back.
  if ((await job.database.bin.get(binKey(row.id, ''))) === undefined) {
    throw refusal(job, 'invalid', { detail: 'the last address' });
  }
}

/**
 * Tickets follow an address that is edited; where theirs is removed they go to the primary one, until it comes back.
 * With that is kept that the person had it, and who else: so it can come back. '' stands for having had none.
 */
async function moveTickets(job: Job, { id, emails }: PersonRow, from: Address | null, to: Address | null) {
  const { people, tickets, bin } = job.database;
  const keep = { at: job.stamp.at, person: id, kind: 'address' } as const;
  if (emails.length === 0) await bin.put({ ...keep, key: binKey(id, ''), sharedWith: [] });
  if (from !== null) {
    const owners = await people.where('keys').equals(from).primaryKeys();
    const there = tickets.where('[person+notifies]').equals([id, from]);
    const notified = await there.clone().primaryKeys();
    const before = await bin.get(binKey(id, from));
    const lentBy = before?.kind === 'address' ? (before.lentBy ?? []) : [];
    const sharedWith = owners.filter((owner) => owner !== id && !lentBy.includes(owner));
    await bin.put({ ...keep, key: binKey(id, from), sharedWith, ...(to === null ? { tickets: notified } : {}) });
    await tickets
      .where(':id')
      .anyOf(notified)
      .modify({ notifies: to ?? undefined });
    return;
  }
  const back = to === null ? undefined : await bin.get(binKey(id, to));
  if (back?.kind !== 'address' || to === null) return;
  const waiting = (await tickets.bulkGet([...(back.tickets ?? [])])).filter((row) => row !== undefined);
  await tickets.bulkPut(waiting.flatMap((row) => (row.notifies === undefined ? [{ ...row, notifies: to }] : [])));
}

/**
 * Somebody comes back who was merged into `into`: the addresses that they bring along were only lent, and are not to be
 * had a second time for having been there. `own`: those that `into` had before.
 */
export async function returnLent(
  { database, stamp }: Job,
  { id, emails }: PersonRow,
  into: PersonRow,
  own: readonly Address[],
): Promise<void> {
  const lent = into.emails.filter(
    ({ address }) => !own.includes(address) && emails.some((one) => one.address === address),
  );
  for (const { address } of lent) {
    const key = binKey(into.id, address);
    const there = await database.bin.get(key);
    const before = there?.kind === 'address' ? there : null;
    const lentBy = [...new Set([...(before?.lentBy ?? []), id])];
    const lending = { key, at: stamp.at, person: into.id, kind: 'address', lentBy } as const;
    await database.bin.put(before === null ? { ...lending, sharedWith: [] } : { ...before, ...lending });
  }
}

const binKey = (person: number, address: Address | ''): string => `address:${person}:${address}`;

function changed(
  emails: readonly StoredEmail[],
  known: number,
  at: number,
  to: StoredEmail | null,
): readonly StoredEmail[] {
  if (to === null) return emails.filter((_, index) => index !== known);
  // The first address of somebody who had none is the primary one.
  if (known < 0) return placed(emails, at, emails.length === 0 ? { ...to, primary: true } : to);
  return emails.map((email, index) =>
    index === known ? { ...to, ...(email.primary ? { primary: true } : {}) } : email,
  );
}

function storedOf(job: Job, { address, label }: LabelledAddress): StoredEmail {
  const text = oneLine(within(job, label ?? '', 'line'));
  return text === '' ? { address } : { address, label: text };
}

const labelledOf = ({ address, label }: StoredEmail): LabelledAddress =>
  label === undefined ? { address } : { address, label };

const same = (a: LabelledAddress | null, b: LabelledAddress | null): boolean =>
  a?.address === b?.address && oneLine(a?.label ?? '') === oneLine(b?.label ?? '');

function said(address: LabelledAddress | null): string | null {
  if (address === null) return null;
  return address.label ? `${address.address} (${address.label})` : address.address;
}
