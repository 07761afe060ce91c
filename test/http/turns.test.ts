import { describe, expect, it } from 'vitest';
import { type Heard, type HttpCall, openHttp } from '@/utils/http';

const call: HttpCall = { path: 'people', call: 'find' };

/** A server whose answers are given one by one. */
function server(atOnce?: number) {
  const asked: { readonly url: string; readonly method: string; answer(value: unknown): void; aborted(): boolean }[] =
    [];
  const heard: Heard[] = [];
  const http = openHttp({
    base: 'https://people.example.test/',
    headers: { Authorization: 'key of-the-agent' },
    timeoutMs: 60_000,
    connection: 'c1',
    heard: (one) => heard.push(one),
    ...(atOnce === undefined ? {} : { atOnce }),
    fetch: (input, init) =>
      new Promise((resolve, reject) => {
        const { signal, url, method } = new Request(input, init);
        signal.addEventListener('abort', () => reject(signal.reason));
        const answer = (value: unknown) => resolve(Response.json(value, { headers: { etag: '"7"' } }));
        asked.push({ url, method, answer, aborted: () => signal.aborted });
      }),
  });
  const come = async (count: number) => {
    await expect.poll(() => asked.length, { interval: 1 }).toBe(count);
    return asked[count - 1];
  };
  return { http, asked, heard, come };
}

describe('Several calls to one server', () => {
  it('are made so many at a time, in the order of asking', async () => {
    const { http, asked, come } = server(2);
    const all = ['a', 'b', 'c', 'd'].map((path) => http.ask({ path }));
    await come(2);
    expect(asked.map(({ url }) => url.slice(-1))).toEqual(['a', 'b']);
    asked[1]?.answer('B');
    (await come(3))?.answer('C');
    (await come(4))?.answer('D');
    asked[0]?.answer('A');
    expect(await Promise.all(all)).toEqual(['A', 'B', 'C', 'D']);
  });

  it('leave out who went while they waited for their turn', async () => {
    const { http, asked, come } = server(1);
    const first = http.ask({ path: 'a' });
    await come(1);
    const going = new AbortController();
    const second = http.ask({ path: 'b', signal: going.signal });
    const third = http.ask({ path: 'c' });
    going.abort(new Error('the next message'));
    await expect(second).rejects.toThrow('the next message');
    asked[0]?.answer(1);
    (await come(2))?.answer(3);
    expect([await first, await third]).toEqual([1, 3]);
    expect(asked.map(({ url }) => url.slice(-1))).toEqual(['a', 'c']);
  });

  it('that ask the same are one, until it is answered', async () => {
    const { http, asked, come } = server();
    const both = [http.ask({ ...call, search: { q: 1 } }), http.ask({ ...call, search: { q: 1 } })];
    const other = http.ask({ ...call, search: { q: 2 } });
    await come(2);
    for (const one of asked) one.answer(one.url.slice(-1));
    expect(await Promise.all([...both, other])).toEqual(['1', '1', '2']);
    const again = http.ask({ ...call, search: { q: 1 } });
    (await come(3))?.answer('new');
    expect(await again).toBe('new');
  });

  it('that ask the same go on while one of them still waits, and end with the last', async () => {
    const { http, come } = server();
    const [one, other] = [new AbortController(), new AbortController()];
    const first = http.ask({ ...call, signal: one.signal });
    const second = http.ask({ ...call, signal: other.signal });
    const asked = await come(1);
    one.abort(new Error('first gone'));
    await expect(first).rejects.toThrow('first gone');
    expect(asked?.aborted()).toBe(false);
    other.abort(new Error('second gone'));
    await expect(second).rejects.toThrow('second gone');
    expect(asked?.aborted()).toBe(true);
  });

  it('never tell after a write what was read before it', async () => {
    const { http, asked, come } = server();
    const before = http.ask(call);
    await come(1);
    const written = http.ask({ ...call, method: 'put', json: {} });
    await come(2);
    const during = http.ask(call);
    await come(3);
    asked[1]?.answer(null);
    await written;
    const after = http.ask(call);
    (await come(4))?.answer('after');
    asked[0]?.answer('before');
    asked[2]?.answer('during');
    expect(await Promise.all([before, during, after])).toEqual(['before', 'during', 'after']);
  });
});

describe('What is told of a call', () => {
  it('is when, what for, how many bytes and how it ended, and nothing of what was said', async () => {
    const { http, heard, come } = server();
    const put = http.ask({ path: 'user/anna@example.com', call: 'person.set', method: 'put', json: { name: 'Änne' } });
    (await come(1))?.answer({ ok: true });
    await put;
    const told = { connection: 'c1', call: 'person.set', method: 'put', sent: 16, received: 11, status: 200 };
    expect(heard).toEqual([{ ...told, at: expect.any(Number), ms: expect.any(Number) }]);
    expect(JSON.stringify(heard)).not.toMatch(/anna@|of-the-agent|Änne/u);
  });

  it('is told of a call too that nobody answered', async () => {
    const { http, heard, come } = server();
    const going = new AbortController();
    const asked = http.ask({ ...call, signal: going.signal });
    await come(1);
    going.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => heard).toMatchObject([{ call: 'find', status: null, received: 0 }]);
  });

  it('gives the version of what was read, and asks that it still be the same when it is changed', async () => {
    const seen: Request[] = [];
    const http = openHttp({
      base: 'https://people.example.test/',
      timeoutMs: 1_000,
      fetch: async (input, init) => {
        seen.push(new Request(input, init));
        return Response.json({}, { headers: { etag: '"7"', location: '/people/8' } });
      },
    });
    expect(await http.answer(call)).toEqual({ json: {}, etag: '"7"', location: '/people/8', status: 200 });
    await http.ask({ ...call, method: 'put', json: {}, ifMatch: '"7"' });
    expect(seen.map(({ headers }) => headers.get('if-match'))).toEqual([null, '"7"']);
  });
});
