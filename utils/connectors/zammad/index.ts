import type { Connection, Connector, Memory, Opened } from '@/utils/connectors/types';
import type { OpenHttp } from '@/utils/http/types';
import { guarded } from './as-user';
import { LONGEST, ROOM } from './contacts';
import { find } from './find';
import { isUntimed, knownOf } from './known';
import { loadById } from './load';
import { LONGEST_NOTE } from './note-text';
import { shows } from './pages';
import { toPerson } from './person';
import { readsOf } from './reads';
import { login } from './rights';
import { ticketsOf } from './tickets';
import { AT_ONCE as MOVES_AT_ONCE } from './write-ticket';
import { writesOf } from './writes';
import type { Zammad } from './zammad';

const settings: Connector['settings'] = [
  { id: 'address', kind: 'address', required: true, label: 'zammad_address', hint: 'zammad_address_hint' },
  { id: 'token', kind: 'secret', required: true, label: 'zammad_token', hint: 'zammad_token_hint' },
  { id: 'group', kind: 'text', required: false, label: 'zammad_group', hint: 'zammad_group_hint' },
  { id: 'live', kind: 'switch', required: false, label: 'zammad_live', hint: 'zammad_live_hint' },
];

/** A call holds one of the few threads that answer everybody. */
const AT_ONCE = 6;

/** Zammad 6.1 and later by its API. What it cannot do is absent; what the login may not do is denied. */
export const zammad: Connector = {
  id: 'zammad',
  settings,
  says: {
    notes: 'zammad_says_notes',
    search: 'zammad_says_search',
    disabled: 'zammad_says_disabled',
    files: 'zammad_says_files',
    primary: 'zammad_says_primary',
    deleting: 'zammad_says_deleting',
    deletesLater: true,
    activity: 'zammad_says_activity',
    viewing: 'zammad_says_viewing',
    merging: 'zammad_says_merging',
    connected: 'zammad_says_connected',
  },
  shows,
  open,
};

async function open(connection: Connection, http: OpenHttp, memory: Memory): Promise<Opened> {
  const server = toZammad(connection, http);
  const known = knownOf(server, memory);
  const tickets = ticketsOf(server, known, memory);
  return {
    find: (address, signal) => find(server, known, tickets, address, signal),
    async get(id, signal) {
      const asking = { call: 'get', signal };
      const person = await toPerson(server, known, await loadById(server, id, asking), asking);
      signal?.throwIfAborted();
      return person;
    },
    counts: (id, signal) => tickets.count(id, { call: 'get', signal }),
    site: server.site,
    resetsAt: `${server.site}/#password_reset`,
    reads: readsOf(server, known, tickets),
    writes: writesOf(server, known, tickets),
    // Nothing is spent that nobody counts.
    proof: async () => ({ unproven: [], without: (await isUntimed(memory)) ? ['billing'] : [] }),
    login: (signal, what) => login(server, known, signal, what),
    movesAtOnce: MOVES_AT_ONCE,
    room: { addresses: 2, contacts: ROOM },
    // Language and time zone stand among the preferences, which Zammad takes as a whole only.
    sets: ['name', 'summary'],
    limits: { name: LONGEST.firstname + 1 + LONGEST.lastname, summary: LONGEST_NOTE },
  };
}

function toZammad({ id, settings: given }: Connection, http: OpenHttp): Zammad {
  const site = siteOf(given['address'] ?? '');
  const token = (given['token'] ?? '').trim();
  const headers = { Authorization: `Token token=${token}`, Accept: 'application/json' };
  return {
    connection: id,
    http: guarded(http({ base: `${site}/api/v1/`, headers, atOnce: AT_ONCE, pauses: true })),
    site,
    group: (given['group'] ?? '').trim(),
    images: new Map(),
    live: given['live'] === 'yes',
  };
}

/** Without the page that it was copied from, and without a slash at its end. */
const siteOf = (address: string): string =>
  address
    .trim()
    .replace(/[?#].*$/u, '')
    .replace(/\/(?:api\/v\d|desktop|mobile)(?:\/.*)?$/u, '')
    .replace(/\/+$/u, '');
