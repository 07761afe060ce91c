import { describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/changes';
import { freshMemory, noMemory } from '@/test/support/open';
import type { Memory } from '@/utils/connectors/types';
import { zammad } from '@/utils/connectors/zammad';
import { connection, open, way } from './desk';
import { type FakeZammad, fakeZammad, TOKEN } from './server';

const anna = address('anna.keller@example.com');

async function loginOf(server: FakeZammad) {
  const { login } = await zammad.open(connection, way(server), freshMemory());
  if (login === undefined) throw new Error('nobody signs in there');
  return login();
}

describe('A connection to Zammad', () => {
  it.each([
    ['a token that is wrong', { token: 'zt-wrong' }, { kind: 'signed-out', status: 401 }],
    ['a server that answers with pages', {}, { kind: 'server', detail: expect.stringContaining('no Zammad') }],
    ['a server that answers something new', {}, { kind: 'server', detail: 'unexpected answer at id' }],
    ['no credentials that arrive', {}, { kind: 'signed-out', status: 403 }],
  ])('with %s says what is wrong, and not the token', async (name, settings, problem) => {
    const server = fakeZammad();
    if (name.includes('pages')) server.instead.push('page');
    if (name.includes('new')) server.instead.push(Response.json({ user: 3 }));
    if (name.includes('arrive')) {
      server.instead.push(Response.json({ error: 'Authentication required' }, { status: 403 }));
    }
    const error = await open(server, settings).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ problem: { ...problem, connection: 'support', call: 'open' } });
    expect(JSON.stringify(error)).not.toContain('zt-');
  });

  it('sends the token as Zammad wants it, never a cookie, and asks for JSON', async () => {
    const server = fakeZammad();
    const sent: Request[] = [];
    const fetch: typeof server.fetch = (input, init) => {
      const request = new Request(input, init);
      sent.push(request.clone());
      return server.fetch(request);
    };
    const { login } = await zammad.open(connection, way({ fetch }), freshMemory());
    await login?.();
    expect(sent.length).toBeGreaterThan(3);
    for (const { headers, credentials } of sent) {
      expect(headers.get('authorization')).toBe(`Token token=${TOKEN}`);
      expect(headers.get('accept')).toBe('application/json');
      expect(credentials).toBe('omit');
    }
    // Whether the owner may look as somebody else is tried as themselves.
    const as = sent.filter(({ headers }) => headers.has('from'));
    expect(as.map(({ method, url, headers }) => [method, new URL(url).pathname, headers.get('from')])).toEqual([
      ['GET', '/api/v1/users/me', '3'],
    ]);
  });

  it.each(['6.5', '6.4'] as const)('says who the token belongs to and what they may do, to %s', async (dialect) => {
    expect(await loginOf(fakeZammad(dialect))).toEqual({
      name: 'Lena Lead',
      role: 'Agent',
      version: null,
      denied: [],
      missing: {},
      lacks: {},
    });
  });

  it('of a customer is refused: they may look nobody up', async () => {
    const server = fakeZammad();
    server.rights = new Set();
    await expect(open(server)).rejects.toMatchObject({ problem: { kind: 'forbidden', call: 'open' } });
  });

  it.each([
    'https://support.example.test/#ticket/zoom/3',
    'https://support.example.test/desktop/tickets/3',
    'https://support.example.test/api/v1/users/me',
  ])('is reached by the address of a page of it: %s', async (page) => {
    expect(await (await open(fakeZammad(), { address: page })).find(anna)).toHaveLength(1);
  });
});

describe('A background that was stopped and starts again', () => {
  it('asks Zammad for people and tickets alone: fields, roles and states are remembered', async () => {
    const server = fakeZammad();
    const memory = freshMemory();
    const look = async () => {
      const { find, reads } = await zammad.open(connection, way(server), memory);
      const [found] = await find(anna);
      return { found, definitions: await reads.definitions?.() };
    };
    const first = await look();
    server.calls.length = 0;
    expect(await look()).toEqual(first);
    expect(new Set(server.calls)).toEqual(new Set(['POST /users/search', 'POST /tickets/search']));
  });

  it('keeps no person and no token in that memory', async () => {
    const kept: string[] = [];
    const memory: Memory = {
      ...noMemory,
      read: async () => undefined,
      write: async (key, value) => void kept.push(`${key} ${JSON.stringify(value)}`),
    };
    const { find, reads, login } = await zammad.open(connection, way(fakeZammad()), memory);
    await login?.();
    await find(anna);
    await reads.search?.({ text: 'anna', role: 'customers', group: null, label: null, sort: 'best' }, { limit: 5 });
    expect(kept.join()).toContain('Customer number');
    expect(kept.join()).not.toMatch(/anna|zt-/iu);
  });
});
