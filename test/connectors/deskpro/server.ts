// A small Deskpro as a fetch function, in its two dialects: legacy and Horizon. Reading is in routes.ts, writing in
// fake-writes.ts.
import { type Call, type Dialect, forbidden, notFound, says } from './answers';
import { type FakeDeskpro, KEY } from './fake';
import { fakeOld, fakeWrites } from './fake-writes';
import { read } from './routes';
import { seeded } from './seed';
import { ME, type Store } from './store';

export { type FakeDeskpro, KEY, SITE } from './fake';

export function fakeDeskpro(dialect: Dialect = 'horizon', store: Store = seeded()): FakeDeskpro {
  const answeredAt = { most: 0 };
  const fake: FakeDeskpro = {
    store,
    dialect,
    calls: [],
    urls: [],
    bodies: [],
    instead: [],
    refuses: [],
    batch: 'works',
    bodyQuery: dialect === 'horizon',
    superUser: false,
    build: { id: '20260101', name: dialect === 'horizon' ? '2026.1.0' : '5.6.7' },
    labelWord: 'person',
    findsOthers: { text: true, tickets: true },
    nameFilter: true,
    old: dialect === 'legacy',
    fixedFields: new Set(['is_disabled', 'disable_autoresponses', 'picture', 'ban']),
    ignoredFields: new Set(),
    lacks: new Map(),
    contacts: 'replaced',
    fields: 'kept',
    most: 200,
    onePage: false,
    ignoresPerson: false,
    depth: () => answeredAt.most,
    fetch: async (input, init) => {
      const depth = answeredAt.most + 1;
      try {
        return await answered(fake, new Request(input, init));
      } finally {
        answeredAt.most = Math.max(answeredAt.most, depth);
      }
    },
  };
  return fake;
}

async function answered(fake: FakeDeskpro, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const isForm = (request.headers.get('content-type') ?? '').startsWith('multipart/');
  const form = isForm ? await request.formData() : undefined;
  const text = isForm ? '' : await request.text();
  const json: unknown = text === '' ? {} : JSON.parse(text);
  const isNew = url.pathname.startsWith('/api/v2/');
  const path = url.pathname.replace(/^\/api\/(?:v2\/)?/u, '');
  fake.calls.push(`${isNew ? '' : 'v1 '}${request.method} /${path}`);
  fake.urls.push(request.url);
  fake.bodies.push(json);
  request.signal.throwIfAborted();
  const other = fake.instead.shift();
  if (other === 'page') return new Response('<html></html>', { headers: { 'content-type': 'text/html' } });
  if (other === 'garbage') return Response.json({ data: [{ id: { no: 'id' }, name: { first: 'Anna' } }] });
  if (other !== undefined) return other;
  if (request.credentials === 'include') return says(401, 'bad_auth', 'A session decided instead of the key.');
  const call: Call = {
    ...pagesOf(fake),
    method: request.method,
    path: path
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent),
    search: url.searchParams,
    json: Object.fromEntries(Object.entries(Object(json))),
    ...(form === undefined ? {} : { form }),
  };
  if (!url.pathname.startsWith('/api/')) return picture(url);
  if (isNew && path === 'helpdesk/discover') return read(fake, call);
  if (!isAllowed(fake, request, isNew)) return says(401, 'invalid_api_key', 'Invalid API key.');
  if (!isNew) return fake.old ? guarded(fake, call, fakeOld) : notFound();
  if (path === 'batch' && call.method === 'POST') return batch(fake, call);
  const asQuery = request.headers.get('x-deskpro-api-get-query-body') === '1' && call.method === 'POST';
  return route(fake, asQuery && fake.bodyQuery ? fromBody(call) : call);
}

const pagesOf = ({ most, onePage }: FakeDeskpro): Pick<Call, 'most' | 'onePage'> => ({ most, onePage });

function isAllowed(fake: FakeDeskpro, { headers }: Request, isNew: boolean): boolean {
  const given = headers.get('authorization');
  const isKey = isNew
    ? given === `key ${KEY}` || given === `token ${KEY}`
    : headers.get('x-deskpro-api-key') === KEY || headers.get('x-deskpro-api-token') === KEY;
  return isKey && (!fake.superUser || headers.get('x-deskpro-agent-id') === String(ME));
}

/** A POST whose body is the query of a GET. */
const fromBody = (call: Call): Call => ({
  ...call,
  method: 'GET',
  search: new URLSearchParams(Object.entries(call.json).map(([name, value]) => [name, String(value)])),
  json: {},
});

function route(fake: FakeDeskpro, call: Call): Response {
  return guarded(fake, call, (_, asked) =>
    asked.method === 'GET' ? read(fake, asked) : (fakeWrites(fake, asked) ?? notFound()),
  );
}

function guarded(fake: FakeDeskpro, call: Call, go: (fake: FakeDeskpro, call: Call) => Response): Response {
  const refused = fake.refuses.some((pattern) => {
    const [method = '', path = ''] = pattern.split(' ');
    const asked = call.path.join('/');
    return (
      (method === '*' || method === call.method) && (path === '*' || asked === path || asked.startsWith(`${path}/`))
    );
  });
  return refused ? forbidden() : go(fake, call);
}

/** Each part fails alone. */
async function batch(fake: FakeDeskpro, call: Call): Promise<Response> {
  if (fake.batch === 'unknown') return notFound();
  if (fake.batch === 'forbidden') return forbidden();
  const responses: Record<string, unknown> = {};
  for (const [key, asked] of Object.entries(Object(call.json['requests']))) {
    const part: Record<string, unknown> =
      typeof asked === 'string' ? { url: asked } : Object.fromEntries(Object.entries(Object(asked)));
    const url = new URL(String(part['url']).replace(/^\/api\/v2/u, ''), 'https://x.test');
    const answer = route(fake, {
      ...pagesOf(fake),
      method: String(part['method'] ?? 'GET').toUpperCase(),
      path: url.pathname.split('/').filter((one) => one !== ''),
      search: url.searchParams,
      json: Object.fromEntries(Object.entries(Object(part['payload'] ?? {}))),
    });
    const text = await answer.text();
    responses[key] = { headers: { 'status-code': answer.status }, ...Object(text === '' ? {} : JSON.parse(text)) };
  }
  return Response.json({ responses: Object.keys(responses).length === 0 ? [] : responses });
}

/** Pictures stand beside the API, for everybody. */
const picture = (url: URL): Response =>
  url.pathname.startsWith('/file.php/avatar/')
    ? new Response(new Uint8Array([0x89, 0x50, 0x4e, 0x47]), { headers: { 'content-type': 'image/png' } })
    : new Response('', { status: 404 });
