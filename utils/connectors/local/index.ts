import type { Connection, Connector, Session } from '@/utils/connectors/types';
import { ProblemError } from '@/utils/problem';
import { createPerson, deletePerson } from './create';
import { type Book, bookDatabase } from './database';
import { find } from './find';
import { near } from './near';
import { readNotes } from './notes';
import { readOrganisations } from './organisations';
import { toId, toPeople } from './person';
import { search } from './search';
import { readTickets } from './tickets';

export { countPeople } from './database';
export { dropStaged, runImport, settleImports, stagePiece } from './import';
export { loadSample, removeSample } from './load-sample';

/** The embedded CRM: people kept in this browser. `settings.book` says which book: 'own' or 'sample'. */
export const local: Connector = {
  id: 'local',
  open: async (connection) => openBook(connection, bookOf(connection)),
};

function bookOf(connection: Connection): Book {
  const book = connection.settings['book'];
  if (book === 'own' || book === 'sample') return book;
  throw new ProblemError({ kind: 'invalid', connection: connection.id, call: 'open', detail: `no such book: ${book}` });
}

function openBook({ id: connection }: Connection, book: Book): Session {
  const database = bookDatabase(book);
  return {
    find: (address, signal) => unlessAborted(signal, () => find(database, connection, address)),
    get: (id, signal) =>
      unlessAborted(signal, async () => {
        const row = await database.people.get(toId(id) ?? 0);
        const [person] = row === undefined ? [] : await toPeople(database, connection, [row]);
        if (person === undefined) throw new ProblemError({ kind: 'missing', connection, call: 'get' });
        return person;
      }),
    reads: {
      tickets: (id, which, range, signal) =>
        unlessAborted(signal, () => readTickets(database, toId(id) ?? 0, which, range)),
      notes: (id, range, signal) => unlessAborted(signal, () => readNotes(database, toId(id) ?? 0, range)),
      near: (query, signal) => unlessAborted(signal, () => near(database, connection, query)),
      search: (query, range, signal) => unlessAborted(signal, () => search(database, connection, query.text, range)),
      organisations: (text, range, signal) => unlessAborted(signal, () => readOrganisations(database, text, range)),
    },
    writes: {
      'person.create': (change) => createPerson(database, connection, change),
      'person.delete': (change) => deletePerson(database, connection, change),
    },
    denied: [],
  };
}

/** Answers to a question nobody waits for any more are not given: neither asked nor, if asked already, told. */
async function unlessAborted<Value>(signal: AbortSignal | undefined, read: () => Promise<Value>): Promise<Value> {
  signal?.throwIfAborted();
  const value = await read();
  signal?.throwIfAborted();
  return value;
}
