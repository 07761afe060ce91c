import { Dexie } from 'dexie';
import { ME } from '@/utils/people/types';
import { dropBinOf } from './bin';
import { writeLog } from './log';
import { type Job, personOf, refusal, type Write } from './write';
import { dropOrganisation } from './write-membership';

/**
 * Deletes a person in the state that `version` names, and the organisation made with them if nobody else uses it.
 * Fails with `missing`, or with `conflict` if the record was touched since or has a history by now: nothing that
 * somebody wrote or did is lost on the way back.
 */
export const deletePerson: Write<'person.delete'> = (job) => {
  const { database, change } = job;
  const { people, merged, organisations, changeLog, touched, bin, blobs } = database;
  const tables = [people, merged, organisations, changeLog, touched, bin, blobs, ...historyTables(job)];
  return database.transaction('rw', tables, async () => {
    const row = await personOf(job);
    if (String(row.revision) !== change.version || (await hasHistory(job, row.id))) {
      throw refusal(job, 'conflict', { detail: row.name });
    }
    for (const organisation of row.orgs ?? []) await dropOrganisation(job, row, organisation);
    await people.delete(row.id);
    await dropBinOf(database, row.id);
    await changeLog
      .where('[person+at]')
      .between(...all(row.id))
      .delete();
    const made = { id: String(row.id), version: change.version };
    // That it was done, not to whom: who was taken back leaves no name.
    await writeLog(job, row.id, { field: 'person', from: null, to: null }, made);
    await touched.add({ person: row.id });
    return made;
  });
};

const historyTables = ({ database }: Job) => [
  database.tickets,
  database.notes,
  database.files,
  database.charges,
  database.chats,
  database.activity,
  database.signIns,
];

/** Whether there is anything that deleting would lose, the user's own change log aside. */
async function hasHistory({ database }: Job, id: number): Promise<boolean> {
  const { merged, tickets, notes, files, charges, chats, activity, signIns, changeLog } = database;
  const counts = await Promise.all([
    tickets
      .where('[person+updatedAt]')
      .between(...all(id))
      .count(),
    notes
      .where('[person+createdAt]')
      .between(...all(id))
      .count(),
    files.where('person').equals(id).count(),
    merged.where('into').equals(id).count(),
    ...[charges, chats, activity, signIns].map((table) =>
      table
        .where('[person+at]')
        .between(...all(id))
        .count(),
    ),
    changeLog
      .where('[person+at]')
      .between(...all(id))
      .filter(({ by }) => by !== ME)
      .count(),
  ]);
  return counts.some((count) => count > 0);
}

const all = (id: number) =>
  [
    [id, Dexie.minKey],
    [id, Dexie.maxKey],
  ] as const;
