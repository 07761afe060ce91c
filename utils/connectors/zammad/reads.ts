import type { Reads } from '@/utils/connectors/types';
import { billing } from './billing';
import { customFieldsOf } from './custom';
import { readFactors } from './factors';
import { history } from './history';
import type { Known } from './known';
import { leavingOf } from './leaving';
import { loadById } from './load';
import { near } from './near';
import { newsOf } from './news';
import { organisation, organisations } from './organisations';
import { isLocked } from './person';
import { picture } from './picture';
import { requestors } from './requestors';
import { search, teams } from './search';
import { sees } from './sees';
import type { User } from './shapes';
import type { Tickets } from './tickets';
import { isProblem, type Zammad } from './zammad';

/** What Zammad can tell beside a person. It has no files, chats or labels of people; its one note is the summary. */
export function readsOf(zammad: Zammad, known: Known, tickets: Tickets): Reads {
  return {
    tickets: (id, which, range, signal) => tickets.list(id, which, range, { call: 'tickets', signal }),
    requestors: (ticket, signal) => requestors(zammad, ticket, { call: 'requestors', signal }),
    belongings: (id, signal) => tickets.belongings(id, { call: 'belongings', signal }),
    async unseen(id, signal) {
      const asking = { call: 'unseen', signal };
      return tickets.unseen(id, inAll(await loadById(zammad, id, asking)), asking);
    },
    billing: (id, range, signal) => billing(zammad, known, tickets, id, range, signal),
    leaving: (id, signal) => leavingOf(zammad, id, { call: 'leaving', signal }),
    ...(zammad.live ? { news: newsOf(zammad) } : {}),
    sees: (id, range, signal) => sees(zammad, known, id, range, signal),
    async holdings(id, signal) {
      const asking = { call: 'holdings', signal };
      // Whoever is deleted goes with the tickets of groups that this login does not see.
      return tickets.holdings(id, inAll(await loadById(zammad, id, asking)), asking);
    },
    history: (id, query, range, signal) => history(zammad, known, tickets, { ...query, person: id }, range, signal),
    definitions: async () => customFieldsOf((await known.fields.get('definitions')).fields),
    organisations: (text, range, signal) =>
      organisations(zammad, known, text, range, { call: 'organisations', signal }),
    organisation: (id, range, signal) => organisation(zammad, known, id, range, { call: 'organisation', signal }),
    near: (query, signal) => near(zammad, known, query, signal),
    teams: (signal) => teams(zammad, known, signal),
    search: (query, range, signal) => search(zammad, known, query, range, signal),
    async security(id, signal) {
      const asking = { call: 'security', signal };
      const user = await loadById(zammad, id, asking);
      const { factors } = await readFactors(zammad, id, asking).catch((error: unknown) => {
        // They are for administrators, and before 6.1 there are none.
        if (isProblem(error, 'forbidden', 'missing')) return { factors: [] };
        throw error;
      });
      // Zammad asks nothing of a password that is set so, but that it is there.
      return {
        locked: await isLocked(known, user, 'security'),
        factors,
        resetTo: null,
        mailsPasswordTo: null,
        shortestPassword: 1,
      };
    },
    picture: (id, signal) => picture(zammad, id, { call: 'picture', signal }),
    async details(id, _range, signal) {
      const user = await loadById(zammad, id, { call: 'details', signal });
      return {
        createdAt: user.created_at || null,
        creationSystem: user.source || null,
        confirmed: user.verified,
        lastLoginAt: user.last_login,
        lastSeenAt: null,
        browser: null,
        signIns: { items: [], total: 0 },
      };
    },
  };
}

/**
 * Their tickets in all groups. † Assumption: a job counts them some time after, open and closed ones; what was given to
 * somebody else since is still counted here, so that this is rather too many (6.5, preferences.tickets_open).
 */
const inAll = ({ preferences }: User): number => preferences.tickets_open + preferences.tickets_closed;
