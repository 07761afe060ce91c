import type { Made } from '@/utils/changes/types';
import { writeLog } from './log';
import { checkReturn } from './merged';
import { toId } from './person';
import type { MergedRow, PersonRow } from './schema';
import { type Job, refusal, type Write } from './write';
import { returnLent } from './write-address';

/**
 * Takes somebody out of every list and lookup, since they were merged into another, or brings them back as they were.
 * Fails with `missing` without the one or the other, with `invalid` for oneself and for agents, with `conflict` where
 * it is so already, or where who has one of their addresses by now is in the way (`owner`).
 */
export const hidePerson: Write<'person.hide'> = (job) => {
  const { people, merged, bin, changeLog, touched } = job.database;
  return job.database.transaction('rw', [people, merged, bin, changeLog, touched], async () => {
    const { from, to, into } = job.change;
    const id = toId(job.change.person ?? '') ?? 0;
    const [row, hidden] = await Promise.all([people.get(id), merged.get(id)]);
    const there = row ?? hidden?.row;
    if (there === undefined) throw refusal(job, 'missing', { detail: 'person' });
    const now = hidden !== undefined;
    if (now !== from || (hidden !== undefined && String(hidden.into) !== into)) {
      throw refusal(job, 'conflict', { theirs: now, detail: there.name });
    }
    if (from === to) return versionOf(there);
    return hidden === undefined ? hide(job, there) : bringBack(job, hidden);
  });
};

async function hide(job: Job<'person.hide'>, row: PersonRow): Promise<Made> {
  const { people, merged } = job.database;
  const into = await people.get(toId(job.change.into) ?? 0);
  if (into === undefined) throw refusal(job, 'missing', { detail: 'person' });
  if (into.id === row.id) throw refusal(job, 'invalid', { detail: 'with themselves' });
  if (row.kind === 'agent' || into.kind === 'agent') throw refusal(job, 'invalid', { detail: 'an agent' });
  const shared: MergedRow['shared'][number][] = [];
  for (const { address } of row.emails) {
    const owners = (await people.where('keys').equals(address).primaryKeys()).filter((id) => id !== row.id);
    if (owners.length > 0) shared.push({ address, with: owners });
  }
  await merged.add({ id: row.id, into: into.id, at: job.stamp.at, row, shared });
  await people.delete(row.id);
  return told(job, row, into, true);
}

async function bringBack(job: Job, hidden: MergedRow): Promise<Made> {
  const { people, merged } = job.database;
  await checkReturn(job, hidden);
  const into = await people.get(hidden.into);
  await merged.delete(hidden.id);
  await people.add(hidden.row);
  const shared = hidden.shared.filter((one) => one.with.includes(hidden.into)).map(({ address }) => address);
  if (into !== undefined) await returnLent(job, hidden.row, into, shared);
  return told(job, hidden.row, into, false);
}

/** Both histories say it: whom they became one with. */
async function told(job: Job, row: PersonRow, into: PersonRow | undefined, gone: boolean): Promise<Made> {
  const made = versionOf(row);
  const said = (name: string) => (gone ? { from: null, to: name } : { from: name, to: null });
  const lines = [
    ...(into === undefined ? [] : [{ id: into.id, which: 'in', name: row.name }]),
    { id: row.id, which: 'into', name: into?.name ?? '' },
  ];
  for (const { id, which, name } of lines) {
    await writeLog(job, id, { field: 'merged', which, ...said(name) }, made);
    await job.database.touched.add({ person: id });
  }
  return made;
}

const versionOf = ({ id, revision }: PersonRow): Made => ({ id: String(id), version: String(revision) });
