import type { Connection, Connector, Memory, Opened } from '@/utils/connectors/types';
import { pausing } from '@/utils/http/pauses';
import type { OpenHttp } from '@/utils/http/types';
import { callPlaces } from './call-places';
import { ask, type Deskpro } from './deskpro';
import { one } from './envelope';
import { factsOf } from './facts';
import { ownCallsOf } from './filled';
import { find } from './find';
import { knownOf } from './known';
import { linksOf } from './links';
import { loadById } from './load';
import { login } from './login';
import { toPerson } from './person';
import { proofsOf } from './proofs';
import { readsOf } from './reads';
import { MeShape } from './shapes';
import { shows } from './shows';
import { countTickets } from './tickets';
import { tryOwn } from './view';
import { setsOf } from './write-person';
import { madeByOwn, writesOf } from './writes';

const settings: Connector['settings'] = [
  { id: 'address', kind: 'address', required: true, label: 'deskpro_address', hint: 'deskpro_address_hint' },
  {
    id: 'access',
    kind: 'choice',
    required: true,
    label: 'deskpro_access',
    hint: 'deskpro_access_hint',
    choices: [
      { id: 'key', label: 'deskpro_access_key' },
      { id: 'token', label: 'deskpro_access_token' },
    ],
  },
  { id: 'secret', kind: 'secret', required: true, label: 'deskpro_secret', hint: 'deskpro_secret_hint' },
  { id: 'agent', kind: 'text', required: false, label: 'deskpro_agent', hint: 'deskpro_agent_hint' },
  {
    id: 'ticketPage',
    kind: 'text',
    required: false,
    label: 'deskpro_ticket_page',
    hint: 'deskpro_ticket_page_hint',
  },
  {
    id: 'personPage',
    kind: 'text',
    required: false,
    label: 'deskpro_person_page',
    hint: 'deskpro_person_page_hint',
  },
];

/** An unpublished limit is for the whole helpdesk (deskpro.com's API reference, 2019). */
const AT_ONCE = 4;

/** Deskpro, legacy and Horizon, by its API v2. */
export const deskpro: Connector = {
  id: 'deskpro',
  settings,
  says: {
    files: 'deskpro_says_files',
    groups: 'deskpro_groups',
    disabled: 'deskpro_says_disabled',
    primary: 'deskpro_says_primary',
    deleting: 'deskpro_says_deleting',
    merging: 'deskpro_says_merging',
    activity: 'deskpro_says_history',
  },
  calls: callPlaces,
  shows,
  open,
};

async function open(connection: Connection, http: OpenHttp, memory: Memory): Promise<Opened> {
  const desk = toDeskpro(connection, http, memory);
  const known = knownOf(desk, memory);
  const proofs = proofsOf(memory, setsOf(desk), madeByOwn(desk));
  const agentless = connection.settings['access'] !== 'token' && (connection.settings['agent'] ?? '').trim() === '';
  /** Which of the two interfaces it is shows with the first people that are read. */
  const dialect = async (): Promise<Pick<Opened, 'oneOrganisation' | 'mergesAt'>> => {
    const horizon = await desk.facts.horizon();
    const agents = horizon === true ? 'app' : 'agent';
    return {
      // Before it is known Deskpro tells by refusing the second one.
      ...(horizon === false ? { oneOrganisation: true } : {}),
      // Never by hand: whoever would be deleted for it takes along tickets that this key does not see.
      ...(desk.own.has('merge') ? {} : { mergesAt: `${desk.site}/${desk.links.person ?? agents}` }),
    };
  };
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
    writes: writesOf(desk, known, proofs),
    login: (signal, what) => login({ desk, known, proofs, agentless }, signal, what),
    proof: async () => ({ ...(await proofs.proof()), ...(await dialect()) }),
    sets: setsOf(desk),
    ...(await dialect()),
    movesAtOnce: 1,
    tries: async (call, signal) => {
      const asking = { call: 'connection.call', signal };
      const { data: me } = await ask(desk, one(MeShape), { path: 'me', ...asking });
      await tryOwn(desk, call, me.person_id || (me.person?.id ?? ''), asking);
    },
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
    pages: http({ base: `${site}/` }),
    site,
    links: linksOf(site, { ticket: given['ticketPage'] ?? '', person: given['personPage'] ?? '' }),
    own: ownCallsOf(given),
    facts: factsOf(memory),
    pause: pausing(),
  };
}

/** Without the page that it was copied from, and without a slash at its end; a path before that stays. */
const siteOf = (address: string): string =>
  address
    .trim()
    .replace(/[?#].*$/u, '')
    .replace(/\/(?:agent|app|admin|api)(?:\/.*)?$/u, '')
    .replace(/\/+$/u, '');
