import { type Collection, Dexie } from 'dexie';
import type { Belongings, Holdings } from '@/utils/connectors/types';
import { counted } from './counted';
import { listKey } from './counts';
import type { BookDatabase } from './database';
import { countTickets } from './tickets';

/** All that goes along when somebody is merged: ids from the indexes, no row is read. See `moveActivity` for its ids. */
export async function readBelongings(database: BookDatabase, person: number): Promise<Belongings> {
  const { tickets, notes, files, charges, chats, activity, signIns } = database;
  return database.transaction('r', [tickets, notes, files, charges, chats, activity, signIns], async () => {
    const [ticketIds, noteIds, fileIds, chargeIds, chatIds, did, signedIn] = await Promise.all([
      ids(tickets.where('[person+updatedAt]').between(...all(person))),
      ids(notes.where('[person+createdAt]').between(...all(person))),
      ids(files.where('[profile+createdAt]').between(...all(person))),
      ids(charges.where('[person+at]').between(...all(person))),
      ids(chats.where('[person+at]').between(...all(person))),
      ids(activity.where('[person+at]').between(...all(person))),
      ids(signIns.where('[person+at]').between(...all(person))),
    ]);
    return {
      tickets: ticketIds,
      notes: noteIds,
      files: fileIds,
      charges: chargeIds,
      chats: chatIds,
      activity: [...did.map((id) => `a${id}`), ...signedIn.map((id) => `s${id}`)],
    };
  });
}

/** What goes when somebody is deleted, in numbers; only charges are read, for their time. */
export async function readHoldings(database: BookDatabase, person: number): Promise<Holdings> {
  const { tickets, notes, files, charges, chats, counts } = database;
  const noteRows = () => notes.where('[person+createdAt]').between(...all(person));
  const profileFiles = () => files.where('[profile+createdAt]').between(...all(person));
  return database.transaction('r', [tickets, notes, files, charges, chats, counts], async () => {
    const [ticketCounts, noteCount, onProfile, allFiles, charged, chatCount] = await Promise.all([
      countTickets(database, person),
      counted(database, listKey.notes(person), noteRows),
      counted(database, listKey.files(person), profileFiles),
      files.where('person').equals(person).count(),
      charges
        .where('[person+at]')
        .between(...all(person))
        .toArray(),
      chats
        .where('[person+at]')
        .between(...all(person))
        .count(),
    ]);
    const timed = charged.flatMap(({ seconds }) => seconds ?? []);
    return {
      tickets: { count: ticketCounts.tickets, open: ticketCounts.openTickets },
      notes: { count: noteCount, files: allFiles - onProfile },
      files: onProfile,
      charges: {
        count: charged.length,
        seconds: timed.length === 0 ? null : timed.reduce((sum, seconds) => sum + seconds, 0),
      },
      chats: chatCount,
    };
  });
}

const ids = async <Row>(list: Collection<Row, number>): Promise<readonly string[]> =>
  (await list.primaryKeys()).map(String);

const all = (person: number) =>
  [
    [person, Dexie.minKey],
    [person, Dexie.maxKey],
  ] as const;
