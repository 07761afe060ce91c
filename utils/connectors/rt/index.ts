import type { Connection, Connector, Memory, Opened } from '@/utils/connectors/types';
import type { OpenHttp } from '@/utils/http/types';
import { ROOM } from './contacts';
import { find } from './find';
import { knownOf } from './known';
import { loadById } from './load';
import { loginOf } from './login';
import { toPerson } from './person';
import { readsOf } from './reads';
import { rightsOf } from './rights';
import type { Rt } from './rt';
import { ticketsOf } from './tickets';
import { writesOf } from './writes';

const settings: Connector['settings'] = [
  { id: 'address', kind: 'address', required: true, label: 'rt_address', hint: 'rt_address_hint' },
  { id: 'token', kind: 'secret', required: true, label: 'rt_token', hint: 'rt_token_hint' },
  { id: 'others', kind: 'text', required: false, label: 'rt_others', hint: 'rt_others_hint' },
  { id: 'queue', kind: 'text', required: false, label: 'rt_queue', hint: 'rt_queue_hint' },
  { id: 'mergeUsers', kind: 'switch', required: false, label: 'rt_merge_users', hint: 'rt_merge_users_hint' },
];

/** Each call costs RT a fifth of a second of its processor. */
const AT_ONCE = 3;

/** Request Tracker 5 by its REST 2. What it cannot do is absent; what the login may not do is denied. */
export const rt: Connector = {
  id: 'rt',
  settings,
  says: { notes: 'rt_says_notes', search: 'rt_says_search', disabled: 'rt_says_disabled', merging: 'rt_says_merging' },
  open,
};

async function open(connection: Connection, http: OpenHttp, memory: Memory): Promise<Opened> {
  const server = toRt(connection, http);
  const known = knownOf(server, memory);
  const tickets = ticketsOf(server);
  const rights = rightsOf(server, known, memory);
  const logins = loginOf(server, rights, memory);
  const told = (await logins.known())?.plugins?.includes('RT::Extension::MergeUsers') === true;
  const merges = told || connection.settings['mergeUsers'] === 'yes';
  return {
    find: (address, signal) => find(server, known, tickets, address, signal),
    async get(id, signal) {
      const person = await toPerson(server, known, await loadById(server, id, { call: 'get', signal }), 'get');
      signal?.throwIfAborted();
      return person;
    },
    counts: (id, signal) => tickets.count(id, 'get', signal),
    site: server.site,
    reads: readsOf(server, known, tickets),
    writes: writesOf(server, known, tickets, rights),
    login: logins.login,
    // As far as it is told: to superusers alone, or by who set the connection up.
    ...(merges ? { mergesAt: `${server.site}/Admin/Users/Modify.html?id={id}` } : {}),
    sets: ['name', 'summary', 'timezone', 'language'],
    movesAtOnce: 1,
    oneOrganisation: true,
    room: { contacts: ROOM, ...(server.others === '' ? { addresses: 1 } : {}) },
  };
}

function toRt({ id, settings: given }: Connection, http: OpenHttp): Rt {
  const site = siteOf(given['address'] ?? '');
  const token = (given['token'] ?? '').trim();
  return {
    connection: id,
    http: http({ base: `${site}/REST/2.0/`, headers: { Authorization: `token ${token}` }, atOnce: AT_ONCE }),
    site,
    self: /^1-(\d+)-/u.exec(token)?.[1] ?? '',
    others: (given['others'] ?? '').trim(),
    queue: (given['queue'] ?? '').trim(),
  };
}

/** Without the page that it was copied from, and without a slash at its end. */
const siteOf = (address: string): string =>
  address
    .trim()
    .replace(/[?#].*$/u, '')
    .replace(/\/(?:index\.html|REST(?:\/.*)?|(?:Ticket|Search|User|Prefs|Admin|Dashboards)\/.*)?$/u, '')
    .replace(/\/+$/u, '');
