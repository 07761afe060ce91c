// A small Request Tracker 5.0.3, as a fetch function, with the traps that its API has: it answers 200 to what it refuses,
// leads who is not signed in to a page, ignores what it may not search by, and is led by cookies rather than tokens.
import {
  ALL_RIGHTS,
  addTicket,
  addUser,
  FIELDS,
  GROUPS,
  type Login,
  note,
  now,
  OWN_GROUPS,
  QUEUES,
  type Store,
  seeded,
  type TicketRow,
} from './store';
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
  /** Answers to be given instead, once each: 'page' is a page of HTML. */
  readonly instead: ('page' | 'garbage' | 500)[];
}

interface Call {
  readonly method: string;
  readonly path: readonly string[];
  readonly search: URLSearchParams;
  readonly json: unknown;
  readonly match: string | null;
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
  return route(rt.store, call, { user: isRoot ? 14 : 45, rights: isRoot ? new Set(ALL_RIGHTS) : rt.rights });
}

const page = (): Response => new Response('<html>Login</html>', { headers: { 'content-type': 'text/html' } });
const says = (status: number, message: string): Response => Response.json({ message }, { status });
const missing = (): Response => says(404, 'Not Found');
const made = (path: string, name: string): Response =>
  Response.json({ id: name }, { status: 201, headers: { location: `/REST/2.0/${path}` } });

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
    case 'rt':
      return Response.json({
        Version: '5.0.3',
        ...(login.user === 14 || login.rights.has('SuperUser') ? { Plugins: [] } : {}),
      });
    case 'ticket':
      return call.method === 'POST' ? newTicket(store, call) : ticket(store, call, login, id);
    case 'tickets':
      return tickets(store, call, login);
    default:
      return missing();
  }
}

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

/** Whatever cannot be used is left out: the ticket is opened all the same. */
function newTicket(store: Store, call: Call): Response {
  const json = Object.fromEntries(Object.entries(call.json ?? {}));
  const asked = Array.isArray(json['Requestor']) ? json['Requestor'] : [];
  const known = asked.flatMap((one) => userOf(store, String(one))?.id ?? []);
  const row = addTicket(store, known, String(json['Subject']));
  row.Priority = String(json['Priority'] ?? '0');
  row.Queue = String(json['Queue']);
  return made(`ticket/${row.id}`, String(row.id));
}

const STATUSES = ['new', 'open', 'stalled', 'resolved', 'rejected', 'deleted'];

function ticket(store: Store, call: Call, login: Login, id: string): Response {
  const { rights } = login;
  const row = store.tickets.find((one) => String(one.id) === id);
  if (row === undefined) return missing();
  if (row.merged !== undefined) return ticket(store, call, login, String(row.merged));
  if (row.hidden === true && login.user !== 14) return says(403, 'Forbidden');
  if (call.method === 'GET') {
    // Whatever fields are asked for: people are names here.
    const names = row.Requestor.map((one) => ({ type: 'user', id: userOf(store, String(one))?.columns['Name'] }));
    return Response.json({ ...row, Requestor: names });
  }
  if (call.method === 'DELETE' && !rights.has('DeleteTicket')) return says(500, 'Internal Server Error');
  if (!rights.has('ModifyTicket')) return Response.json([`Ticket ${id}: Permission Denied`]);
  const json = Object.fromEntries(Object.entries(call.json ?? {}));
  const status = json['Status'];
  if (typeof status === 'string') {
    if (!STATUSES.includes(status))
      return Response.json([`Ticket ${id}: Status '${status}' isn't a valid status for this ticket.`]);
    if (status === 'deleted' && !rights.has('DeleteTicket')) return Response.json([`Ticket ${id}: Permission Denied`]);
    row.Status = status;
  }
  const requestors = json['Requestor'];
  if (Array.isArray(requestors)) row.Requestor = requestors.flatMap((one) => userOf(store, String(one))?.id ?? []);
  row.LastUpdated = now(store);
  return Response.json([`Ticket ${id} changed`]);
}

function tickets(store: Store, { search }: Call, { rights, user }: Login): Response {
  const query = search.get('query') ?? '';
  const number = /(?:^|\s)id = (\d+)/u.exec(query)?.[1];
  const requestor = /Requestor\.id = (\d+)/u.exec(query)?.[1];
  const active = ['new', 'open', 'stalled'];
  const fits = (row: TicketRow): boolean =>
    row.Status !== 'deleted' &&
    row.merged === undefined &&
    (row.hidden !== true || user === 14) &&
    (number === undefined || String(row.id) === number) &&
    (requestor === undefined || row.Requestor.includes(Number(requestor))) &&
    (!query.includes('__Active__') || active.includes(row.Status)) &&
    (!query.includes('__Inactive__') || !active.includes(row.Status));
  const links = [
    ...(rights.has('ModifyTicket') ? [{ ref: 'lifecycle', from: 'new', to: 'open' }] : []),
    ...(rights.has('ModifyTicket') && rights.has('DeleteTicket')
      ? [{ ref: 'lifecycle', from: 'new', to: 'deleted' }]
      : []),
  ];
  const column = search.get('orderby') ?? 'id';
  const rows = store.tickets
    .filter(fits)
    .sort((a, b) => String(Reflect.get(a, column)).localeCompare(String(Reflect.get(b, column))));
  if (search.get('order') === 'DESC') rows.reverse();
  const wanted = search.get('fields[Requestor]')?.split(',') ?? [];
  const person = (id: number) => {
    const columns = userOf(store, String(id))?.columns ?? {};
    const more = wanted.filter((field) => field !== 'id').map((field) => [field, columns[field] ?? '']);
    return { type: 'user', id: wanted.includes('id') ? id : columns['Name'], ...Object.fromEntries(more) };
  };
  return paged(
    rows.map((row) => ({
      ...row,
      type: 'ticket',
      id: String(row.id),
      Requestor: row.Requestor.map(person),
      _hyperlinks: links,
    })),
    search,
  );
}

/** `total` null: RT looks at the rights of each, and tells neither how many there are nor whether more follow. */
function paged(all: readonly object[], search: URLSearchParams, total: number | null = all.length): Response {
  const size = Math.min(100, Number(search.get('per_page') ?? 20));
  const at = Number(search.get('page') ?? 1);
  const items = all.slice((at - 1) * size, at * size);
  return Response.json({ count: items.length, total, page: at, per_page: size, pages: total, items });
}
