// A small Request Tracker 5.0.3, as a fetch function, with the traps that its API has: it answers 200 to what it refuses,
// leads who is not signed in to a page, ignores what it may not search by, and is led by cookies rather than tokens.
import { actRows } from './acts';
import { type Call, made, missing, page, paged, says } from './answers';
import { ALL_RIGHTS, addUser, FIELDS, GROUPS, type Login, note, OWN_GROUPS, QUEUES, type Store, seeded } from './store';
import { newTicket, ticket, tickets } from './tickets';
import {
  changeUser,
  createUser,
  etagOf,
  historyRow,
  listed,
  listRow,
  membersOf,
  setGroups,
  shownUser,
  userOf,
} from './users';

export const SITE = 'https://desk.example.test/rt';
export const TOKEN = '1-45-0123456789abcdef0123456789abcdef';

export interface FakeRt {
  readonly fetch: typeof fetch;
  readonly store: Store;
  /** Each call so far: method and path, with its query. */
  readonly calls: string[];
  /** The most calls that were made one after the other, each upon an answer to the one before. */
  depth(): number;
  /** How many were under way at once, at most. */
  readonly busy: { now: number; most: number };
  /** What the token may do from now on; 'customer': a login of somebody outside. */
  rights: ReadonlySet<string> | 'customer';
  /** Names of groups that the login does not see. */
  readonly hidden: Set<string>;
  /** Extensions that are installed there. */
  readonly plugins: string[];
  /** Answers to be given instead, once each: 'page' is a page of HTML. */
  readonly instead: ('page' | 'garbage' | 500)[];
}

export function fakeRt(store: Store = seeded()): FakeRt {
  const answeredAt = { most: 0 };
  const rt: FakeRt = {
    store,
    calls: [],
    busy: { now: 0, most: 0 },
    rights: new Set(ALL_RIGHTS),
    instead: [],
    hidden: new Set(),
    plugins: [],
    depth: () => answeredAt.most,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const depth = answeredAt.most + 1;
      rt.busy.now += 1;
      rt.busy.most = Math.max(rt.busy.most, rt.busy.now);
      try {
        return await answered(rt, request);
      } finally {
        rt.busy.now -= 1;
        answeredAt.most = Math.max(answeredAt.most, depth);
      }
    },
  };
  return rt;
}

async function answered(rt: FakeRt, request: Request): Promise<Response> {
  const url = new URL(request.url);
  rt.calls.push(`${request.method} ${decodeURIComponent(url.pathname.replace('/rt/REST/2.0', ''))}`);
  const text = await request.text();
  request.signal.throwIfAborted();
  const other = rt.instead.shift();
  if (other === 'page') return page();
  if (other === 'garbage') return Response.json({ items: 'none', id: {} });
  if (other === 500) return says(500, 'Internal Server Error');
  const isRoot = request.credentials === 'include';
  if (!isRoot && request.headers.get('authorization') !== `token ${TOKEN}`) {
    if (request.redirect !== 'manual') return page();
    const led = new Response(null, { status: 302, headers: { location: '/' } });
    return Object.defineProperties(led, { type: { value: 'opaqueredirect' }, status: { value: 0 } });
  }
  const call: Call = {
    method: request.method,
    path: url.pathname.replace('/rt/REST/2.0/', '').split('/').map(decodeURIComponent),
    search: url.searchParams,
    json: text === '' ? null : JSON.parse(text),
    match: request.headers.get('if-match'),
  };
  if (rt.rights === 'customer') return says(403, 'Forbidden');
  if (call.path[0] === 'groups') return groups(call, rt.hidden);
  if (call.path[0] === 'rt') return about(isRoot || rt.rights.has('SuperUser') ? rt.plugins : null);
  return route(rt.store, call, { user: isRoot ? 14 : 45, rights: isRoot ? new Set(ALL_RIGHTS) : rt.rights });
}

function route(store: Store, call: Call, login: Login): Response {
  const [kind = '', id = '', part] = call.path;
  switch (kind) {
    case 'user':
      if (call.method === 'POST') return newUser(store, call, login);
      return user(store, call, login, id, part);
    case 'users': {
      const conditions = call.method === 'POST' ? call.json : JSON.parse(call.search.get('query') ?? '[]');
      const rows = listed(store, conditions, call.search, login);
      return paged(
        rows.map((row) => listRow(row, call.search, login)),
        call.search,
      );
    }
    case 'group':
      return part === undefined ? Response.json({ id, Members: membersOf(store, id) }) : missing();
    case 'customfield': {
      const field = FIELDS.find((one) => one.id === id);
      return field === undefined ? missing() : Response.json(field);
    }
    case 'queues': {
      const links = login.rights.has('CreateTicket') ? [{ ref: 'create', type: 'ticket' }] : [];
      return paged(
        QUEUES.map((queue) => ({ ...queue, _hyperlinks: links })),
        call.search,
        null,
      );
    }
    case 'transactions':
      return paged(actRows(store, call.search), call.search, null);
    case 'ticket':
      return call.method === 'POST' ? newTicket(store, call) : ticket(store, call, login, id);
    case 'tickets':
      return tickets(store, call, login);
    default:
      return missing();
  }
}

/** Plugins are told to superusers only. */
const about = (Plugins: readonly string[] | null): Response =>
  Response.json({ Version: '5.0.3', ...(Plugins === null ? {} : { Plugins }) });

function groups({ search }: Call, hidden: ReadonlySet<string>): Response {
  const own = (search.get('query') ?? '').includes('SystemInternal');
  const seen = [...(own ? OWN_GROUPS : GROUPS)].filter(({ Name }) => !hidden.has(Name));
  return paged(
    seen.map((group) => ({ type: 'group', ...group })),
    search,
  );
}

function user(store: Store, call: Call, login: Login, key: string, part: string | undefined): Response {
  const row = userOf(store, key);
  if (row === undefined) {
    return call.method === 'PUT' ? says(404, 'Resource does not exist; use POST to create') : missing();
  }
  const member = login.rights.has('AdminGroupMembership');
  if (part === 'history') {
    const entries = store.log.filter((entry) => entry.user === row.id).reverse();
    return paged(
      entries.map((entry) => historyRow(store, entry)),
      call.search,
      null,
    );
  }
  if (part === 'groups')
    return member
      ? Response.json(setGroups(store, row, Object.values(call.json ?? []), login))
      : says(403, 'Forbidden');
  if (part === 'group') {
    const group = call.path[3] ?? '';
    // Gone either way, also who was not in it.
    if (member && row.groups.delete(group)) note(store, row, login.user, 'DeleteMembership', group);
    return new Response(null, { status: member ? 204 : 403 });
  }
  const etag = etagOf(store, row, login);
  if (call.method === 'GET') return Response.json(shownUser(store, row, login), { headers: { etag } });
  if (call.match !== null && call.match !== etag) return says(412, 'Precondition Failed');
  if (call.method === 'DELETE') return says(500, 'Internal Server Error');
  const json = Object.fromEntries(Object.entries(call.json ?? {}));
  // RT 5.0.3 cannot read a password, and stumbles over comparing it.
  if ('Password' in json) return new Response(null, { status: 500 });
  return Response.json(changeUser(store, row, json, login));
}

function newUser(store: Store, call: Call, login: Login): Response {
  const json = Object.fromEntries(Object.entries(call.json ?? {}));
  const columns = createUser(store, json, login);
  if (typeof columns === 'string') return says(400, columns);
  const row = addUser(store, columns);
  changeUser(store, row, { CustomFields: json['CustomFields'] }, login);
  return made(`user/${row.id}`, row.columns['Name'] ?? '');
}
