import type { Connection, Connector, Opened } from '@/utils/connectors/types';
import { ProblemError } from '@/utils/problem';
import { type Book, bookDatabase } from './database';
import { find } from './find';
import { readMade } from './log';
import { survivorOf } from './merged';
import { toId, toPeople } from './person';
import { bookReads } from './reads';
import { unlessAborted } from './unless-aborted';
import { bookWrites } from './writes';

export { OWN, SAMPLE } from './connections';
export { countPeople } from './database';
export { dropStaged, runImport, settleImports, stagePiece } from './import';
export { loadSample, removeSample } from './load-sample';
export { clearStagedFiles, dropStagedFile, stageFile } from './staged';

/** The embedded CRM: people kept in this browser. `settings.book` says which book: 'own' or 'sample'. */
export const local = {
  id: 'local',
  settings: [],
  open: async (connection: Connection) => openBook(connection, bookOf(connection)),
} as const satisfies Connector;

function bookOf(connection: Connection): Book {
  const book = connection.settings['book'];
  if (book === 'own' || book === 'sample') return book;
  throw new ProblemError({ kind: 'invalid', connection: connection.id, call: 'open', detail: `no such book: ${book}` });
}

function openBook({ id: connection }: Connection, book: Book): Opened {
  const database = bookDatabase(book);
  return {
    find: (address, signal) => unlessAborted(signal, () => find(database, connection, address)),
    get: (id, signal) =>
      unlessAborted(signal, async () => {
        const asked = toId(id) ?? 0;
        // Whoever was merged into another is that one from then on.
        const row =
          (await database.people.get(asked)) ?? (await database.people.get(await survivorOf(database, asked)));
        const [person] = row === undefined ? [] : await toPeople(database, connection, [row]);
        if (person === undefined) throw new ProblemError({ kind: 'missing', connection, call: 'get' });
        return person;
      }),
    reads: bookReads(database, connection),
    writes: bookWrites(database, connection),
    made: (stamp) => readMade(database, stamp),
  };
}
