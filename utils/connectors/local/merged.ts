// Who was merged into whom. Somebody hidden so is in no list, yet whoever asks for them by their id is given the one
// who stands for them now.

import type { BookDatabase } from './database';
import type { MergedRow } from './schema';
import { type Job, refusal } from './write';

/** The id of who stands for this one: their own, or that of the last they were merged into. */
export async function survivorOf({ merged }: BookDatabase, id: number): Promise<number> {
  for (let at = id; ; ) {
    const hidden = await merged.get(at);
    if (hidden === undefined) return at;
    at = hidden.into;
  }
}

/** All who were merged into this one, also by way of others. */
export async function mergedInto({ merged }: BookDatabase, id: number): Promise<readonly MergedRow[]> {
  const all: MergedRow[] = [];
  for (let next = [id]; next.length > 0; ) {
    const rows = await merged.where('into').anyOf(next).toArray();
    all.push(...rows);
    next = rows.map((row) => row.id);
  }
  return all;
}

/**
 * Whether somebody may come back: fails with `conflict`, and who it is, where one of their addresses is another's by
 * now, or who they were merged into is hidden too. Whoever shared an address then may share it again.
 */
export async function checkReturn(job: Job, { into, row, shared }: MergedRow): Promise<void> {
  const { people } = job.database;
  if ((await people.get(into)) === undefined) {
    const owner = await people.get(await survivorOf(job.database, into));
    throw refusal(job, 'conflict', owner === undefined ? {} : ownedBy(owner));
  }
  for (const { address } of row.emails) {
    const known = [into, ...(shared.find((one) => one.address === address)?.with ?? [])];
    const owner = await people
      .where('keys')
      .equals(address)
      .filter(({ id }) => !known.includes(id))
      .first();
    if (owner !== undefined) throw refusal(job, 'conflict', { ...ownedBy(owner), detail: address });
  }
}

const ownedBy = ({ id, name }: { readonly id: number; readonly name: string }) => ({
  detail: name,
  owner: { id: String(id), name },
});
