import type { Made } from '@/utils/changes/types';
import { parseAddress } from '@/utils/people/address';
import type { Address } from '@/utils/people/types';
import { writeLog } from './log';
import { toId } from './person';
import { type Job, refusal, type Write } from './write';

/** Nobody has this id: what is said of an address that belongs to nobody stands in nobody's history. */
const NOBODY = 0;

/**
 * Keeps an address from becoming a person's, or lifts that. A pattern can be lifted too, and what was lifted comes back
 * as it was. Fails with `conflict` where it is so already, with `invalid` for what is no address.
 */
export const banAddress: Write<'address.ban'> = (job) => {
  const { bans, bin, people, changeLog } = job.database;
  return job.database.transaction('rw', [bans, bin, people, changeLog], async () => {
    const { address, from, to } = job.change;
    const ban = await bans.get(address);
    const now = ban !== undefined;
    if (now !== from) throw refusal(job, 'conflict', { theirs: now, detail: address });
    if (from === to) return { id: address, version: ban?.at ?? '' };
    const key = `ban:${address}`;
    if (ban !== undefined) {
      await bans.delete(address);
      await bin.put({ key, at: job.stamp.at, person: NOBODY, kind: 'ban', ban });
      return logged(job, { id: address, version: ban.at });
    }
    const lifted = await bin.get(key);
    // Banned together with a person it is a new ban, whatever there was before.
    const back = lifted?.kind === 'ban' && job.change.person === null ? lifted.ban : null;
    if (back === null && !isOne(address)) throw refusal(job, 'invalid', { detail: 'no address' });
    const next = back ?? { pattern: address, at: job.stamp.at };
    await bans.add(next);
    await bin.delete(key);
    return logged(job, { id: address, version: next.at });
  });
};

/** A star may stand in an address; in a ban it would stand for many. */
const isOne = (address: Address): boolean => parseAddress(address) === address && !address.includes('*');

/** In the history of the person it was about, if they are still there; else only that it was done. */
async function logged(job: Job<'address.ban'>, made: Made): Promise<Made> {
  const { person, address, to } = job.change;
  const row = await job.database.people.get(toId(person ?? '') ?? NOBODY);
  const said = row === undefined ? null : address;
  await writeLog(job, row?.id ?? NOBODY, { field: 'banned', from: to ? null : said, to: to ? said : null }, made);
  return made;
}
