import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type HttpCall, type HttpSettings, openHttp } from '@/utils/http';
import { ProblemError } from '@/utils/problem';

const settings = { base: 'https://people.example.test/api/v2/', timeoutMs: 1_000, connection: 'c1' };
const call: HttpCall = { path: '/people', call: 'find' };

/** Asks a server that gives this answer to every call. */
function ask(response: () => Response, more: Partial<HttpCall> = {}): Promise<unknown> {
  return openHttp({ ...settings, fetch: async () => response() }).ask({ ...call, ...more });
}

async function problem(asked: Promise<unknown>) {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ProblemError) return error.problem;
  throw new Error(`no problem but ${error}`);
}

describe('A call to a server', () => {
  it('gives the answer’s JSON, and null for an empty one', async () => {
    expect(await ask(() => Response.json({ people: [1] }))).toEqual({ people: [1] });
    expect(await ask(() => new Response(null, { status: 204 }))).toBeNull();
  });

  it('goes to the path under the base with token, search and body, without the browser’s cookies', async () => {
    const seen: Request[] = [];
    const fetch: NonNullable<HttpSettings['fetch']> = async (input, init) => {
      seen.push(new Request(input, init));
      return Response.json(null);
    };
    const http = openHttp({ ...settings, headers: { Authorization: 'key 1' }, fetch });
    await http.ask({
      path: '/people',
      method: 'post',
      search: { email: 'anna+x@example.com', open: true },
      json: { a: 1 },
    });
    const [request] = seen;
    expect(seen).toHaveLength(1);
    expect(request?.method).toBe('POST');
    expect(request?.url).toBe('https://people.example.test/api/v2/people?email=anna%2Bx%40example.com&open=true');
    expect(request?.headers.get('authorization')).toBe('key 1');
    expect(request?.credentials).toBe('omit');
    expect(request?.redirect).toBe('manual');
    expect(request?.referrerPolicy).toBe('no-referrer');
    expect(await request?.json()).toEqual({ a: 1 });
  });

  it('sends a head of its own beside those of the connection, and is shared with no call without it', async () => {
    const seen: (string | null)[] = [];
    const fetch: NonNullable<HttpSettings['fetch']> = async (input, init) => {
      const { headers } = new Request(input, init);
      seen.push(`${headers.get('authorization')} ${headers.get('from')}`);
      return Response.json(null);
    };
    const http = openHttp({ ...settings, headers: { Authorization: 'key 1' }, fetch });
    await Promise.all([http.ask(call), http.ask({ ...call, headers: { From: '42' } })]);
    expect(seen).toEqual(['key 1 null', 'key 1 42']);
  });

  it('gives a picture as its bytes, whatever type the server says it has', async () => {
    const fetch = async () => new Response(new Uint8Array([71, 73, 70]), { headers: { 'content-type': 'image/gif' } });
    const { blob, json } = await openHttp({ ...settings, fetch }).answer({ ...call, wants: 'bytes' });
    expect([blob?.type, blob?.size, json]).toEqual(['image/gif', 3, null]);
  });

  it('hands over a file as a form with that one field', async () => {
    const sent: unknown[] = [];
    const fetch: NonNullable<HttpSettings['fetch']> = async (input, init) => {
      const file = (await new Request(input, init).formData()).get('file');
      if (file instanceof File) sent.push(file.name, await file.text());
      return Response.json({}, { status: 201 });
    };
    const file = { field: 'file', name: 'a.txt', blob: new Blob(['hello']) };
    const { status } = await openHttp({ ...settings, fetch }).answer({ ...call, method: 'post', file });
    expect([status, ...sent]).toEqual([201, 'a.txt', 'hello']);
  });

  it.each(['line\nbreak', 'c\u2026rtain'])(
    'with a token that no head can hold tells nothing of it: %j',
    async (bad) => {
      const fetch = async () => Response.json({});
      const http = openHttp({ ...settings, headers: { Authorization: `token 1-14-secretive${bad}` }, fetch });
      const told = await problem(http.ask(call));
      expect(told).toEqual({ kind: 'signed-out', connection: 'c1', call: 'find' });
    },
  );

  it('whose answer repeats what was sent tells all but the token', async () => {
    const body = { message: 'Bad head "Authorization: token 1-14-secretive", see the manual' };
    const fetch = async () => Response.json(body, { status: 400 });
    const http = openHttp({ ...settings, headers: { Authorization: 'token 1-14-secretive' }, fetch });
    expect((await problem(http.ask(call))).detail).toBe('Bad head "Authorization: token …", see the manual');
  });

  it.each([
    [401, 'signed-out'],
    [403, 'forbidden'],
    [404, 'missing'],
    [409, 'conflict'],
    [412, 'conflict'],
    [423, 'closed'],
    [429, 'rate-limited'],
    [500, 'server'],
    [502, 'server'],
    [503, 'server'],
  ])('answered with %i is the problem %s, with connection, call and status', async (status, kind) => {
    expect(await problem(ask(() => new Response('no', { status })))).toEqual({
      kind,
      status,
      connection: 'c1',
      call: 'find',
      // Why it may not be is told by servers in their own words.
      ...(kind === 'forbidden' ? { detail: 'no' } : {}),
    });
  });

  it('that the server finds wrong tells why in the server’s words, cut short', async () => {
    const told = await problem(ask(() => new Response(`name is too long ${'x'.repeat(10_000)}`, { status: 422 })));
    expect(told.kind).toBe('invalid');
    expect(told.detail).toMatch(/^name is too long x+$/u);
    expect(told.detail?.length).toBeLessThan(1_000);
  });

  it('that came too often says when to come back, in seconds or as a date', async () => {
    const limited = (after: string) =>
      problem(ask(() => new Response('', { status: 429, headers: { 'Retry-After': after } })));
    const before = Date.now();
    const seconds = (await limited('7')).retryAt ?? 0;
    expect(seconds - before).toBeGreaterThanOrEqual(7_000);
    expect(seconds - Date.now()).toBeLessThanOrEqual(7_000);
    expect((await limited('Fri, 01 Jan 2100 00:00:00 GMT')).retryAt).toBe(Date.UTC(2100, 0, 1));
    expect((await limited('soon')).retryAt).toBeUndefined();
  });

  it('answered with a page instead of data is the server’s problem, and shows nothing of the page', async () => {
    const told = await problem(ask(() => new Response('<html>secret</html>')));
    expect(told).toMatchObject({ kind: 'server', status: 200 });
    expect(JSON.stringify(told)).not.toContain('secret');
  });

  it.each([
    ['a write that fails', 1, 'put', 503, {}],
    ['a read that is told when to come again', 1, 'get', 503, { 'Retry-After': '0' }],
    ['a read that came too often', 1, 'get', 429, {}],
    ['a read that the server stumbled over', 1, 'get', 500, {}],
    ['a read that a restarting server turned away', 2, 'get', 503, {}],
  ] as const)('%s is made %i time', async (_, times, method, status, headers) => {
    const count = { calls: 0 };
    const response = () => {
      count.calls += 1;
      return new Response('', { status, headers });
    };
    await problem(ask(response, { method }));
    expect(count.calls).toBe(times);
  });

  it('answered by a way elsewhere means that nobody is signed in, and is not followed', async () => {
    const to = { status: 302, headers: { location: 'https://elsewhere.example.test/login' } };
    expect(await problem(ask(() => new Response(null, to)))).toMatchObject({ kind: 'signed-out', status: 302 });
    const opaque = new Response(null, to);
    Object.defineProperties(opaque, { type: { value: 'opaqueredirect' }, status: { value: 0 } });
    expect(await problem(ask(() => opaque))).toEqual({ kind: 'signed-out', connection: 'c1', call: 'find' });
  });

  it('that the server finds wrong shows the sentence alone, where it is told as JSON', async () => {
    const told = await problem(ask(() => Response.json({ message: 'Name in use' }, { status: 400 })));
    expect(told).toMatchObject({ kind: 'invalid', detail: 'Name in use' });
  });

  it('is an answer only if it says that it is JSON', async () => {
    const answered = (type: string) => ask(() => new Response('{"a":1}', { headers: { 'content-type': type } }));
    expect(await answered('application/json; charset="utf-8"')).toEqual({ a: 1 });
    expect(await answered('application/hal+json')).toEqual({ a: 1 });
    expect(await problem(answered('text/html'))).toMatchObject({ kind: 'server' });
  });

  it('is not made for somebody who has gone, and is ended with the reason they gave', async () => {
    const count = { calls: 0 };
    const response = () => {
      count.calls += 1;
      return Response.json({});
    };
    await expect(ask(response, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect(count.calls).toBe(0);
    const going = new AbortController();
    const asked = openHttp({ ...settings, fetch: hanging }).ask({ ...call, signal: going.signal });
    going.abort(new Error('the next message'));
    await expect(asked).rejects.toThrow('the next message');
  });

  it('leaves a bug of ours a bug', async () => {
    const asked = openHttp({ ...settings, fetch: () => Promise.reject(new RangeError('ours')) }).ask(call);
    await expect(asked).rejects.toThrow(RangeError);
  });
});

/** A network that says nothing until the caller gives up. */
const hanging: NonNullable<HttpSettings['fetch']> = (input, init) =>
  new Promise((_, reject) => {
    const { signal } = new Request(input, init);
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason));
  });

describe('A server that is out of reach', () => {
  const running: { server: Server | null } = { server: null };
  afterEach(() => {
    running.server?.closeAllConnections();
    running.server?.close();
    running.server = null;
  });

  function listen(answer: RequestListener): Promise<string> {
    const server = createServer(answer);
    running.server = server;
    return new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const at = server.address();
        resolve(at === null || typeof at === 'string' ? '' : `http://127.0.0.1:${at.port}/`);
      });
    });
  }

  it('is offline, never signed out', async () => {
    const base = await listen(() => undefined);
    await new Promise((resolve) => running.server?.close(resolve));
    expect(await problem(openHttp({ ...settings, base }).ask(call))).toEqual({
      kind: 'offline',
      connection: 'c1',
      call: 'find',
    });
  });

  it('is offline when the line breaks in the middle of an answer', async () => {
    const base = await listen((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"people":', () => response.destroy());
    });
    expect(await problem(openHttp({ ...settings, base }).ask(call))).toMatchObject({ kind: 'offline' });
  });

  it('is too slow when it does not answer in time, or stops in the middle of an answer', async () => {
    const silent = await problem(openHttp({ ...settings, timeoutMs: 20, fetch: hanging }).ask(call));
    expect(silent).toEqual({ kind: 'timeout', connection: 'c1', call: 'find' });
    const base = await listen((_, response) => {
      response.write('{"people":');
    });
    expect(await problem(openHttp({ ...settings, base, timeoutMs: 200 }).ask(call))).toMatchObject({ kind: 'timeout' });
  });
});
