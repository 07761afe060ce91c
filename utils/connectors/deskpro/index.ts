import type { Connection, Connector, Memory, Opened } from '@/utils/connectors/types';
import type { OpenHttp } from '@/utils/http/types';
import { callPlaces } from './call-places';
import type { Deskpro } from './deskpro';
import { factsOf } from './facts';
import { ownCallsOf } from './filled';
import { find } from './find';
import { knownOf } from './known';
import { loadById } from './load';
import { toPerson } from './person';
import { readsOf } from './reads';
import { countTickets } from './tickets';

const settings: Connector['settings'] = [];

/** An unpublished limit is for the whole helpdesk (deskpro.com's API reference, 2019). */
const AT_ONCE = 4;

/** Deskpro, legacy and Horizon, by its API v2. */
export const deskpro: Connector = { id: 'deskpro', settings, calls: callPlaces, open };

async function open(connection: Connection, http: OpenHttp, memory: Memory): Promise<Opened> {
  const desk = toDeskpro(connection, http, memory);
  const known = knownOf(desk, memory);
  return {
    find: (address, signal) => find(desk, known, address, signal),
    async get(id, signal) {
      const asking = { call: 'get', signal };
      const person = await toPerson(desk, known, await loadById(desk, id, asking), asking);
      signal?.throwIfAborted();
      return person;
    },
    async counts(id, signal) {
      const { open: openTickets, resolved } = await countTickets(desk, { person: id }, { call: 'get', signal });
      return { openTickets, tickets: openTickets + resolved };
    },
    site: desk.site,
    reads: readsOf(desk, known),
    writes: {},
  };
}

function toDeskpro({ id, settings: given }: Connection, http: OpenHttp, memory: Memory): Deskpro {
  const site = siteOf(given['address'] ?? '');
  const access = given['access'] === 'token' ? 'token' : 'key';
  const secret = (given['secret'] ?? '').trim();
  const agent = (given['agent'] ?? '').trim();
  const about = { Accept: 'application/json', ...(agent === '' ? {} : { 'X-DeskPRO-Agent-ID': agent }) };
  const old = { [access === 'token' ? 'X-DeskPRO-API-Token' : 'X-DeskPRO-API-Key']: secret };
  return {
    connection: id,
    http: http({
      base: `${site}/api/v2/`,
      headers: { ...about, Authorization: `${access} ${secret}` },
      atOnce: AT_ONCE,
      pauses: true,
    }),
    old: http({ base: `${site}/api/`, headers: { ...about, ...old }, atOnce: AT_ONCE, pauses: true }),
    site,
    own: ownCallsOf(given),
    facts: factsOf(memory),
  };
}

/** Without the page that it was copied from, and without a slash at its end; a path before that stays. */
const siteOf = (address: string): string =>
  address
    .trim()
    .replace(/[?#].*$/u, '')
    .replace(/\/(?:agent|app|admin|api)(?:\/.*)?$/u, '')
    .replace(/\/+$/u, '');
