import { bookDatabase, countPeople, deleteBook } from './database';
import { sampleHistory } from './sample-history';
import { samplePeople } from './sample-people';
import { sampleTickets } from './sample-tickets';
import { dropSaved } from './search-saved';

/**
 * Puts the sample people into their own book, with dates that count back from `now`: all of them or none. Does
 * nothing if they are there. Gives the number of people.
 */
export async function loadSample(now: Date, signal?: AbortSignal): Promise<number> {
  signal?.throwIfAborted();
  if ((await countPeople('sample')) > 0) return countPeople('sample');
  const { people, organisations, groups, teams, customFields, bans } = samplePeople(now);
  const tickets = sampleTickets(now);
  const history = sampleHistory(now, tickets);
  const database = bookDatabase('sample');
  await database.transaction('rw', database.tables, async (transaction) => {
    if ((await database.people.count()) > 0) return;
    await Promise.all([
      database.people.bulkAdd(people),
      database.organisations.bulkAdd(organisations),
      database.groups.bulkAdd(groups),
      database.teams.bulkAdd(teams),
      database.customFields.bulkAdd(customFields),
      database.bans.bulkAdd(bans),
      database.tickets.bulkAdd(tickets),
      database.notes.bulkAdd(history.notes),
      database.files.bulkAdd(history.files),
      database.blobs.bulkAdd(history.blobs),
      database.charges.bulkAdd(history.charges),
      database.chats.bulkAdd(history.chats),
      database.changeLog.bulkAdd(history.changeLog),
      database.activity.bulkAdd(history.activity),
      database.signIns.bulkAdd(history.signIns),
      database.touched.add({ person: 1, until: people.length + 1 }),
    ]);
    if (signal?.aborted === true) transaction.abort();
  });
  signal?.throwIfAborted();
  return people.length;
}

/** Deletes the sample book and its index. The user's own people are in another, which this cannot touch. */
export async function removeSample(): Promise<void> {
  await deleteBook('sample');
  await dropSaved('sample');
}
