import { Dexie } from 'dexie';
import { dropBinOf } from './bin';
import { databaseName } from './database';
import { writeLog } from './log';
import { mergedInto } from './merged';
import type { PersonRow } from './schema';
import { dropSaved } from './search-saved';
import { type Job, personOf, refusal, type Write } from './write';
import { isUnused } from './write-membership';

/**
 * Deletes a person for good, with those who were merged into them and all that belongs to any of them, and the
 * organisations made with them if nobody else uses those. Bans stay. Fails with `missing`, and with `conflict` if the
 * record is not as `version` names it, or somebody was merged into them after the agent had decided: nobody was asked
 * about those.
 */
export const erasePerson: Write<'person.erase'> = async (job) => {
  const { database, change } = job;
  const { organisations, people, merged, touched } = database;
  const made = await database.transaction('rw', tablesOf(job), async () => {
    const row = await personOf(job);
    if (String(row.revision) !== change.version) throw refusal(job, 'conflict', { detail: row.name });
    const under = await mergedInto(database, row.id);
    const now = new Date().toISOString();
    // What seems to be done in the future was done before a clock was turned back.
    if (under.some(({ at }) => at > job.stamp.at && at <= now)) throw refusal(job, 'conflict', { detail: row.name });
    const hidden = under.map((one) => one.row);
    const ids = [row, ...hidden].map(({ id }) => id);
    await people.delete(row.id);
    await merged.bulkDelete(hidden.map(({ id }) => id));
    for (const id of ids) await dropAllOf(job, id);
    for (const organisation of new Set([row, ...hidden].flatMap(({ orgs = [] }: PersonRow) => orgs))) {
      const { madeFor = 0 } = (await organisations.get(organisation)) ?? {};
      if (ids.includes(madeFor) && (await isUnused(database, organisation))) await organisations.delete(organisation);
    }
    const done = { id: String(row.id), version: change.version };
    // That it was done, not to whom: who was erased leaves no name.
    await writeLog(job, row.id, { field: 'person', from: null, to: null }, done);
    await touched.add({ person: row.id });
    return done;
  });
  // The index on the disk has their words until it is made anew, at the next start.
  await dropSaved(database.name === databaseName('sample') ? 'sample' : 'own').catch(() => undefined);
  return made;
};

const tablesOf = ({ database }: Job) => [
  database.people,
  database.merged,
  database.organisations,
  database.tickets,
  database.notes,
  database.files,
  database.blobs,
  database.charges,
  database.chats,
  database.changeLog,
  database.activity,
  database.signIns,
  database.bin,
  database.touched,
];

async function dropAllOf({ database }: Job, id: number): Promise<void> {
  const { tickets, notes, files, blobs, charges, chats, changeLog, activity, signIns } = database;
  const all = [[id, Dexie.minKey] as const, [id, Dexie.maxKey] as const] as const;
  const filed = await files.where('person').equals(id).primaryKeys();
  await blobs.bulkDelete(filed);
  await files.bulkDelete(filed);
  await dropBinOf(database, id);
  await dropMerges(changeLog, all);
  await tickets
    .where('[person+updatedAt]')
    .between(...all)
    .delete();
  await notes
    .where('[person+createdAt]')
    .between(...all)
    .delete();
  for (const table of [charges, chats, changeLog, activity, signIns]) {
    await table
      .where('[person+at]')
      .between(...all)
      .delete();
  }
}

/** What others' histories say of a merge with them, taken back since: it names them and what was theirs. */
async function dropMerges(
  log: Job['database']['changeLog'],
  all: readonly [readonly unknown[], readonly unknown[]],
): Promise<void> {
  const lines = await log
    .where('[person+at]')
    .between(...all)
    .filter(({ field }) => field === 'merged')
    .toArray();
  for (const entry of new Set(lines.flatMap((line) => line.entry ?? []))) {
    await log.where('[entry+step]').between([entry, Dexie.minKey], [entry, Dexie.maxKey]).delete();
  }
}
