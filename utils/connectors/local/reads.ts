import type { Reads } from '@/utils/connectors/types';
import type { BookDatabase } from './database';
import { near } from './near';
import { readNotes } from './notes';
import { readOrganisations } from './organisations';
import { toId } from './person';
import { search } from './search';
import { readTickets } from './tickets';
import { unlessAborted } from './unless-aborted';

/** All that can be read of a book beside a person. */
export function bookReads(database: BookDatabase, connection: string): Reads {
  return {
    tickets: (id, which, range, signal) =>
      unlessAborted(signal, () => readTickets(database, toId(id) ?? 0, which, range)),
    notes: (id, range, signal) => unlessAborted(signal, () => readNotes(database, toId(id) ?? 0, range)),
    near: (query, signal) => unlessAborted(signal, () => near(database, connection, query)),
    search: (query, range, signal) => unlessAborted(signal, () => search(database, connection, query.text, range)),
    organisations: (text, range, signal) => unlessAborted(signal, () => readOrganisations(database, text, range)),
  };
}
