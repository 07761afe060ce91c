import type { Reads } from '@/utils/connectors/types';
import { readBans } from './bans';
import { readBelongings, readHoldings } from './belongings';
import { readBilling } from './billing';
import { readChats } from './chats';
import type { BookDatabase } from './database';
import { readDefinitions, readGroups } from './definitions';
import { readDetails } from './details';
import { readFile, readFiles } from './files';
import { readHistory } from './history';
import { readLabels } from './labels';
import { survivorOf } from './merged';
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
  /** Whoever was merged into another is that one. */
  const person = async (id: string) => survivorOf(database, row(id));
  const now = () => new Date().toISOString();
  return {
    tickets: (id, which, range, stop) =>
      unlessAborted(stop, async () => readTickets(database, await person(id), which, range)),
    ticket: (id, stop) => unlessAborted(stop, () => readTicketPage(database, connection, row(id), now())),
    notes: (id, range, stop) => unlessAborted(stop, async () => readNotes(database, await person(id), range)),
    files: (id, range, stop) => unlessAborted(stop, async () => readFiles(database, await person(id), range)),
    file: (id, stop) => unlessAborted(stop, () => readFile(database, connection, row(id))),
    billing: (id, range, stop) => unlessAborted(stop, async () => readBilling(database, await person(id), range)),
    chats: (id, range, stop) => unlessAborted(stop, async () => readChats(database, await person(id), range)),
    history: (id, query, range, stop) =>
      unlessAborted(stop, async () => readHistory(database, await person(id), query, range)),
    details: (id, range, stop) =>
      unlessAborted(stop, async () => readDetails(database, connection, await person(id), range)),
    definitions: (stop) => unlessAborted(stop, () => readDefinitions(database)),
    groups: (stop) => unlessAborted(stop, () => readGroups(database)),
    labels: (text, range, stop) => unlessAborted(stop, () => readLabels(database, text, range)),
    near: (query, stop) => unlessAborted(stop, () => near(database, connection, query)),
    search: (query, range, stop) => unlessAborted(stop, () => search(database, connection, query, range)),
    organisations: (text, range, stop) => unlessAborted(stop, () => readOrganisations(database, text, range)),
    organisation: (id, range, stop) =>
      unlessAborted(stop, () => readOrganisation(database, connection, row(id), range)),
    teams: (stop) => unlessAborted(stop, () => readTeams(database)),
    belongings: (id, stop) => unlessAborted(stop, async () => readBelongings(database, await person(id))),
    holdings: (id, stop) => unlessAborted(stop, async () => readHoldings(database, await person(id))),
    bans: (range, stop) => unlessAborted(stop, () => readBans(database, range)),
  };
}
