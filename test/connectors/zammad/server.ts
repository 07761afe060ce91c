// A small Zammad as a fetch function, in the dialects of 6.5 and of 6.4, with the traps that its API has: blank
// conditions are everybody, long values are cut without a word, a cookie counts before the token.
import { type Call, type Dialect, isOn, noRecord, noRoute, refused, says, usual } from './answers';
import { modelOf } from './attributes';
import { reindex } from './index-words';
import { organizations } from './organizations';
import { asUser } from './other-eyes';
import { listen, type Polling, polling, receive } from './polling';
import { tasks } from './privacy';
import { assets, GROUPS, ME, now, ROLES, type Row, STATES, type Store, seeded } from './store';
import { massUpdate, newTicket, searchTickets, ticketCall } from './tickets';
import { report, timesOf } from './times';
import { asOther, type Trouble, troubleOf } from './trouble';
import { newUser, searchUsers, shown, userCall } from './users';

export const SITE = 'https://support.example.test';
export const TOKEN = 'zt-0123456789abcdef';
export const ALL_RIGHTS = ['ticket.agent', 'admin.user', 'admin.data_privacy', 'admin.object'] as const;

export interface FakeZammad {
  readonly fetch: typeof fetch;
  readonly store: Store;
  dialect: Dialect;
  /** Each call so far: method and path. */
  readonly calls: string[];
  /** The bodies that were sent, in the order of the calls. */
  readonly bodies: unknown[];
  /** The most calls that were made one after the other, each upon an answer to the one before. */
  depth(): number;
  /** Of both the token and its owner. */
  rights: ReadonlySet<string>;
  /** Of the owner alone: the token may have been given fewer. */
  owner: ReadonlySet<string>;
  trouble: Trouble;
  /** Groups that the agent may read, and those that they may change. */
  readable: ReadonlySet<number>;
  writable: ReadonlySet<number>;
  readonly polling: Polling;
  /** Pictures by the name that a user has for theirs. */
  readonly images: Map<string, Response>;
  /** Paths that this Zammad does not have, by how they begin. */
  readonly gone: Set<string>;
  /** Answers to be given instead, once each. */
  readonly instead: ('page' | 'garbage' | Response)[];
}

export function fakeZammad(dialect: Dialect = usual.dialect, store: Store = seeded()): FakeZammad {
  const answeredAt = { most: 0 };
  const zammad: FakeZammad = {
    store,
    dialect,
    calls: [],
    bodies: [],
    rights: new Set(ALL_RIGHTS),
    owner: new Set(ALL_RIGHTS),
    trouble: null,
    readable: new Set([1, 2]),
    writable: new Set([1, 2]),
    polling: polling(),
    images: new Map(),
    gone: new Set(),
    instead: [],
    depth: () => answeredAt.most,
    fetch: async (input, init) => {
      const depth = answeredAt.most + 1;
      try {
        return await answered(zammad, new Request(input, init));
      } finally {
        answeredAt.most = Math.max(answeredAt.most, depth);
      }
    },
  };
  return zammad;
}

async function answered(zammad: FakeZammad, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const text = await request.text();
  const json: unknown = text === '' ? {} : JSON.parse(text);
  zammad.calls.push(`${request.method} ${url.pathname.replace('/api/v1', '')}`);
  zammad.bodies.push(json);
  request.signal.throwIfAborted();
  const other = zammad.instead.shift();
  if (other === 'page') return new Response('<html></html>', { headers: { 'content-type': 'text/html' } });
  if (other === 'garbage') return Response.json([{ id: 5, firstname: 7 }]);
  if (other !== undefined) return other;
  // A cookie is looked at first: then it would be that person who acts.
  if (request.credentials === 'include') return says(401, 'CSRF token verification failed!');
  const token = request.headers.get('authorization');
  if (token === null) return says(403, 'Authentication required');
  if (token !== `Token token=${TOKEN}`) return says(401, "Can't find User for Token");
  const call: Call = {
    method: request.method,
    path: url.pathname.replace('/api/v1/', '').split('/').map(decodeURIComponent),
    search: url.searchParams,
    json: Object.fromEntries(Object.entries(Object(json))),
    dialect: zammad.dialect,
    lacks: [...zammad.owner].some((right) => !zammad.rights.has(right)) ? 'token' : 'user',
  };
  const trouble = troubleOf(zammad.trouble, zammad.owner);
  if (trouble !== null) return trouble;
  const from = request.headers.get('from');
  const isUser = ({ id, login, email }: Row): boolean => [String(id), login, email].includes(from);
  const refusal = from === null ? null : asOther(from, zammad.owner, zammad.store.users.some(isUser));
  if (refusal !== null) return refusal;
  const another = from === null ? undefined : zammad.store.users.find(isUser);
  const seen = another === undefined ? null : asUser(zammad.store, call, another);
  if (call.method !== 'GET' && !call.path.includes('search')) reindex(zammad.store);
  return seen ?? route(zammad, call);
}

function route(zammad: FakeZammad, call: Call): Response | Promise<Response> {
  const { store, rights } = zammad;
  const [kind = '', id = ''] = call.path;
  if (zammad.gone.has(kind)) return noRoute();
  const route = `${call.method} ${kind}${id === '' ? '' : '/'}`;
  switch (kind) {
    case 'users':
      return users(zammad, call);
    case 'organizations':
      return rights.has('ticket.agent') || rights.has('admin.organization')
        ? organizations(store, call)
        : refused(call);
    case 'tickets':
      if (route === 'POST tickets') return newTicket(store, call, zammad);
      if (id === 'search') return searchTickets(store, call, zammad.readable);
      if (id === 'mass_update') return massUpdate(store, call, zammad.writable);
      if (call.path[2] === 'time_accountings') return timesOf(store, Number(id), zammad.writable);
      return ticketCall(store, call, zammad, id);
    case 'sessions':
      return sessions(zammad, call);
    case 'message_send':
      return listen(zammad.polling, call);
    case 'message_receive':
      return receive(zammad.polling, call);
    case 'time_accounting':
      return report(store, call, rights);
    case 'ticket_customer':
      return rights.has('ticket.agent')
        ? Response.json({ ticket_ids_open: [], ticket_ids_closed: [], assets: {} })
        : refused(call);
    case 'ticket_states':
      return Response.json(
        STATES.map(({ state_type: type, ...state }) => (isOn(call, 'expand') ? { ...state, state_type: type } : state)),
      );
    case 'roles':
      if (call.dialect === '6.4' && !isAdminOf('role', zammad)) return refused(call);
      return Response.json(
        ROLES.map(({ permissions, ...role }) => (isOn(call, 'expand') ? { ...role, permissions } : role)),
      );
    case 'groups':
      return call.dialect === '6.4' && !isAdminOf('group', zammad) ? refused(call) : Response.json(GROUPS);
    case 'object_manager_attributes':
      return rights.has('admin.object') ? Response.json(store.attributes) : refused(call);
    case 'signshow':
      return Response.json({
        session: {},
        config: store.config,
        models: { User: store.attributes.filter(({ object, active }) => object === 'User' && active).map(modelOf) },
        collections: { Role: [], Group: [], Permission: [] },
        assets: assets(),
      });
    case 'data_privacy_tasks':
      return rights.has('admin.data_privacy') ? tasks(store, call) : refused(call);
    default:
      return noRoute();
  }
}

/** Lists of roles and groups were for their administrators before 6.5. */
const isAdminOf = (what: string, { rights }: FakeZammad): boolean => rights.has('admin') || rights.has(`admin.${what}`);

function users(zammad: FakeZammad, call: Call): Response {
  const { store, rights } = zammad;
  const [, id = '', part = '', more = ''] = call.path;
  if (id === '' && call.method === 'POST') return newUser(store, call);
  if (id === 'search') return searchUsers(store, call, rights);
  if (id === 'me') return userCall(store, { ...call, method: 'GET' }, rights, String(ME));
  if (id === 'import_example')
    return rights.has('admin.user')
      ? new Response('id,login', { headers: { 'content-type': 'text/csv' } })
      : refused(call);
  if (id === 'history') {
    const assets = { User: { [ME]: shown(store, rowOf(store, ME), false) } };
    return Response.json({ history: store.log.filter((entry) => String(entry.o_id) === part), assets });
  }
  if (id === 'image') return zammad.images.get(part)?.clone() ?? noPicture();
  if (id === 'unlock') {
    if (!rights.has('admin.user')) return refused(call);
    const row = store.users.find((user) => String(user.id) === part);
    if (row === undefined) return noRecord('User', part);
    Object.assign(row, { login_failed: 0, updated_at: now(store) });
    return Response.json({ message: 'ok' });
  }
  if (part === '') return userCall(store, call, rights, id);
  const path = part === 'admin_two_factor' ? `${part}/${more}` : part;
  return factors(zammad, call, Number(id), path);
}

/** What Zammad shows for a name that it does not know. */
const noPicture = (): Response =>
  new Response(
    Uint8Array.from(atob('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='), (one) => one.charCodeAt(0)),
    {
      headers: { 'content-type': 'image/gif' },
    },
  );

const rowOf = (store: Store, id: number): Row => {
  const row = store.users.find((user) => user.id === id);
  if (row === undefined) throw new Error(`no user ${id}`);
  return row;
};

/** Each generation knows its own paths only. */
function factors({ store, rights, dialect }: FakeZammad, call: Call, id: number, path: string): Response {
  const begun = dialect === '6.5' ? 'admin_two_factor/' : 'two_factor_';
  if (!path.startsWith(begun)) return noRoute();
  // Before 6.5 everybody has those of their own.
  const isOwn = dialect === '6.4' && id === ME;
  if (!isOwn && !rights.has('admin.user')) return refused(call);
  const mine = store.factors[id] ?? [];
  const method = String(call.search.get('method') ?? call.json['method'] ?? '');
  switch (path.slice(begun.length)) {
    case 'enabled_authentication_methods':
      return Response.json(
        ['security_keys', 'authenticator_app'].map((one) => ({
          method: one,
          configured: mine.includes(one),
          default: false,
        })),
      );
    case 'remove_authentication_method':
      if (!mine.includes(method)) return says(422, 'The two-factor authentication method is not enabled.');
      store.factors[id] = mine.filter((one) => one !== method);
      return Response.json({});
    case 'remove_all_authentication_methods':
      store.factors[id] = [];
      return Response.json({});
    default:
      return noRoute();
  }
}

/** They turn the session of a browser; a token has none, and is told that all is well. */
function sessions({ rights }: FakeZammad, call: Call): Response {
  const [, what = '', id = ''] = call.path;
  if (call.method !== 'GET') return noRoute();
  if (what === 'switch_back') return says(403, 'Not authorized');
  if (what !== 'switch' || id === '') return noRoute();
  return rights.has('admin.user') ? Response.json({ success: true, location: '' }) : refused(call);
}
