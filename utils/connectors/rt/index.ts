import type { Connection, Connector, Opened } from '@/utils/connectors/types';
import type { OpenHttp } from '@/utils/http/types';
import { find } from './find';
import { knownOf } from './known';
import { loadById } from './load';
import { toPerson } from './person';
import { readsOf } from './reads';
import { nameOf, rightsOf } from './rights';
import type { Rt } from './rt';
import { ticketsOf } from './tickets';
import { writesOf } from './writes';

const settings: Connector['settings'] = [
  { id: 'address', kind: 'address', required: true, label: 'rt_address', hint: 'rt_address_hint' },
  { id: 'token', kind: 'secret', required: true, label: 'rt_token', hint: 'rt_token_hint' },
  { id: 'others', kind: 'text', required: false, label: 'rt_others', hint: 'rt_others_hint' },
  { id: 'queue', kind: 'text', required: false, label: 'rt_queue', hint: 'rt_queue_hint' },
];

/** Each call costs RT a fifth of a second of its processor. */
const AT_ONCE = 3;

/** Request Tracker 5 by its REST 2. What it cannot do is absent; what the login may not do is denied. */
export const rt: Connector = { id: 'rt', settings, open };

async function open(connection: Connection, http: OpenHttp): Promise<Opened> {
  const server = toRt(connection, http);
  const known = knownOf(server);
  const tickets = ticketsOf(server);
  const rights = rightsOf(server);
  return {
    find: (address, signal) => find(server, known, tickets, address, signal),
    async get(id, signal) {
      const person = await toPerson(server, known, await loadById(server, id, { call: 'get', signal }), 'get');
      signal?.throwIfAborted();
      return person;
    },
    reads: readsOf(server, known, tickets, rights),
    writes: writesOf(server, known, tickets, rights),
    async login(signal) {
      const [{ denied, queues }, name] = await Promise.all([rights.ask(signal), nameOf(server, signal)]);
      return { name, role: null, version: null, denied, queues: queues.length };
    },
    movesAtOnce: 1,
    oneOrganisation: true,
  };
}

function toRt({ id, settings: given }: Connection, http: OpenHttp): Rt {
  const site = (given['address'] ?? '').trim().replace(/\/+$/u, '');
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
