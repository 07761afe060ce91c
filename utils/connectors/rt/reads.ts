import type { Reads } from '@/utils/connectors/types';
import { definitions } from './custom';
import { history } from './history';
import type { Known } from './known';
import { loadById } from './load';
import { near } from './near';
import { organisation, organisations } from './organisations';
import { requestors } from './requestors';
import { type Rt, timeOf } from './rt';
import { search } from './search';
import type { Tickets } from './tickets';

/** What RT can tell beside a person. It has no notes on people, no files, bills, chats or labels. */
export function readsOf(rt: Rt, known: Known, tickets: Tickets): Reads {
  return {
    tickets: (id, which, range, signal) => tickets.list(id, which, range, signal),
    requestors: (ticket, signal) => requestors(rt, ticket, signal),
    belongings: (id, signal) => tickets.belongings(id, signal),
    holdings: (id, signal) => tickets.holdings(id, signal),
    history: (id, query, range, signal) => history(rt, known, tickets, { ...query, person: id }, range, signal),
    definitions: () => definitions(rt, known),
    groups: () => known.groups('groups'),
    organisations: (text, range, signal) => organisations(rt, text, range, signal),
    organisation: (id, range, signal) => organisation(rt, known, id, range, signal),
    near: (query, signal) => near(rt, known, query, signal),
    search: (query, range, signal) => search(rt, known, query, range, signal),
    async details(id, _range, signal) {
      const { user } = await loadById(rt, id, { call: 'details', signal });
      return {
        createdAt: timeOf(user.Created),
        // Mail makes people by RT's own account.
        creationSystem: user.Creator.id === 'RT_System' && user.Comments.startsWith('Autocreated') ? 'mail' : null,
        confirmed: null,
        lastLoginAt: null,
        lastSeenAt: null,
        browser: null,
        signIns: { items: [], total: 0 },
      };
    },
  };
}
