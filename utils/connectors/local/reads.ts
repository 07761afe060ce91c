import type { Reads } from '@/utils/connectors/types';
import { readBilling } from './billing';
import { readChats } from './chats';
import type { BookDatabase } from './database';
import { readDefinitions, readGroups } from './definitions';
import { readDetails } from './details';
import { readFile, readFiles } from './files';
import { readHistory } from './history';
import { readLabels } from './labels';
import { near } from './near';
import { readNotes } from './notes';
import { readOrganisation } from './organisation-page';
import { readOrganisations } from './organisations';
import { toId } from './person';
import { search } from './search';
import { readTeams } from './teams';
import { readTicketPage } from './ticket-page';
import { readTickets } from './tickets';
import { unlessAborted } from './unless-aborted';

/** All that can be read of a book beside a person. */
export function bookReads(database: BookDatabase, connection: string): Reads {
  // No row has the id 0: what never was an id is nobody's.
  const row = (id: string) => toId(id) ?? 0;
  const now = () => new Date().toISOString();
  return {
    tickets: (id, which, range, stop) => unlessAborted(stop, () => readTickets(database, row(id), which, range)),
    ticket: (id, stop) => unlessAborted(stop, () => readTicketPage(database, connection, row(id), now())),
    notes: (id, range, stop) => unlessAborted(stop, () => readNotes(database, row(id), range)),
    files: (id, range, stop) => unlessAborted(stop, () => readFiles(database, row(id), range)),
    file: (id, stop) => unlessAborted(stop, () => readFile(database, connection, row(id))),
    billing: (id, range, stop) => unlessAborted(stop, () => readBilling(database, row(id), range)),
    chats: (id, range, stop) => unlessAborted(stop, () => readChats(database, row(id), range)),
    history: (id, query, range, stop) => unlessAborted(stop, () => readHistory(database, row(id), query, range)),
    details: (id, range, stop) => unlessAborted(stop, () => readDetails(database, connection, row(id), range)),
    definitions: (stop) => unlessAborted(stop, () => readDefinitions(database)),
    groups: (stop) => unlessAborted(stop, () => readGroups(database)),
    labels: (text, range, stop) => unlessAborted(stop, () => readLabels(database, text, range)),
    near: (query, stop) => unlessAborted(stop, () => near(database, connection, query)),
    search: (query, range, stop) => unlessAborted(stop, () => search(database, connection, query, range)),
    organisations: (text, range, stop) => unlessAborted(stop, () => readOrganisations(database, text, range)),
    organisation: (id, range, stop) =>
      unlessAborted(stop, () => readOrganisation(database, connection, row(id), range)),
    teams: (stop) => unlessAborted(stop, () => readTeams(database)),
  };
}
