import { describe, expect, it } from 'vitest';
import { address, write } from '@/test/connectors/changes';
import { freshMemory } from '@/test/support/open';
import { zammad } from '@/utils/connectors/zammad';
import { connection, open, way } from './desk';
import { fakeZammad } from './server';
import { ANNA } from './store';
import type { Trouble } from './trouble';

const anna = address('anna.keller@example.com');
const id = String(ANNA);
const about = { connection: connection.id, call: 'find' };

const looking = async (prepare: (server: ReturnType<typeof fakeZammad>) => void) => {
  const server = fakeZammad();
  const session = await open(server);
  prepare(server);
  return session.find(anna).then(
    () => null,
    (error: unknown) => error,
  );
};

describe('What keeps Zammad from answering', () => {
  it.each<[Exclude<Trouble, null>, object]>([
    ['expired', { kind: 'signed-out', status: 401 }],
    ['inactive', { kind: 'signed-out', status: 401 }],
    ['no-credentials', { kind: 'signed-out', status: 403 }],
    ['maintenance', { kind: 'closed', status: 403 }],
    ['no-tokens', { kind: 'forbidden', status: 403, said: 'API token access disabled!' }],
    ['throttled', { kind: 'rate-limited', status: 429, retryAt: expect.any(Number) }],
    ['broken', { kind: 'server', status: 500 }],
  ])('%s, is told for what it is', async (trouble, problem) => {
    const error = await looking((server) => {
      server.trouble = trouble;
    });
    expect(error).toMatchObject({ problem: { ...about, ...problem } });
  });

  it('being throttled, is not asked again until the pause is over', async () => {
    const server = fakeZammad();
    const session = await open(server);
    server.trouble = 'throttled';
    await expect(session.find(anna)).rejects.toMatchObject({ problem: { kind: 'rate-limited' } });
    server.trouble = null;
    server.calls.length = 0;
    await expect(session.find(anna)).rejects.toMatchObject({ problem: { kind: 'rate-limited' } });
    expect(server.calls).toEqual([]);
  });

  it.each<[Exclude<Trouble, null>, string]>([
    ['expired', 'signed-out'],
    ['maintenance', 'closed'],
    ['no-tokens', 'forbidden'],
  ])('%s, is told where somebody connects', async (trouble, kind) => {
    const server = fakeZammad();
    server.trouble = trouble;
    await expect(open(server)).rejects.toMatchObject({ problem: { kind, call: 'open' } });
  });
});

describe('Who may not', () => {
  it.each([
    ['6.5', 'token', 'Token authorization failed.'],
    ['6.5', 'owner', 'User authorization failed.'],
    ['6.4', 'token', 'Not authorized (token)!'],
    ['6.4', 'owner', 'Not authorized (user)!'],
  ] as const)('is told in the words of Zammad %s where the %s lacks a right', async (dialect, who, said) => {
    const server = fakeZammad(dialect);
    const session = await open(server);
    server.rights = new Set(['ticket.agent']);
    if (who === 'owner') server.owner = server.rights;
    await expect(write(session, { type: 'account.unlock', person: id })).rejects.toMatchObject({
      problem: { kind: 'forbidden', status: 403, said },
    });
  });
});

describe('An answer of Zammad in a new shape', () => {
  it.each([
    ['a list of people', 'find', [{ id: 5, firstname: 7 }], '0.firstname'],
    ['a list of people that is none', 'find', { users: [] }, ''],
    ['a person', 'get', { id: 4, role_ids: 'all' }, 'role_ids'],
    ['a person’s preferences', 'get', { id: 4, preferences: { locale: 7 } }, 'preferences.locale'],
  ])('%s, names the field', async (_, call, answer, field) => {
    const server = fakeZammad();
    const session = await open(server);
    // All that is remembered is known by now.
    await session.find(anna);
    server.instead.push(Response.json(answer));
    const asked = call === 'find' ? session.find(anna) : session.get(id);
    await expect(asked).rejects.toMatchObject({ problem: { kind: 'server', field, call } });
  });
});

describe('What only adds to a person', () => {
  /** A Zammad that answers something new to each call of a path. */
  const novel = async (part: string) => {
    const server = fakeZammad();
    const fetch: typeof server.fetch = async (input, init) => {
      const request = new Request(input, init);
      return request.url.includes(part) ? Response.json([{ id: [], name: 7 }]) : server.fetch(request);
    };
    return zammad.open(connection, way({ fetch }), freshMemory());
  };

  it.each([
    ['object_manager_attributes', 'definitions', '0.object'],
    ['tickets/search', 'tickets', '0.id'],
    ['ticket_states', 'tickets', '0.id'],
  ] as const)('and is new, %s, is told in its own place; the person is there', async (part, read, field) => {
    const { find, reads } = await novel(part);
    const [first] = await find(anna);
    expect(first).toMatchObject({ person: { name: 'Anna Keller' }, openTickets: expect.any(Number) });
    const asked = read === 'tickets' ? reads.tickets?.(id, 'open', { limit: 5 }) : reads.definitions?.();
    await expect(asked).rejects.toMatchObject({ problem: { kind: 'server', field } });
  });

  it.each([
    ['roles', { kind: 'person', groups: [{ name: 'Users' }] }],
    ['groups', { kind: 'agent', groups: [] }],
  ])('and is new, %s, is left out', async (part, left) => {
    const { find } = await novel(`/api/v1/${part}`);
    const [first] = await find(address('lena@desk.test'));
    expect(first?.person).toMatchObject({ name: 'Lena Lead', ...left });
  });

  it('does not hide a Zammad that cannot be reached', async () => {
    const server = fakeZammad();
    const { find } = await zammad.open(
      connection,
      way({
        fetch: async (input, init) => {
          const request = new Request(input, init);
          if (request.url.includes('/roles')) throw new TypeError('Failed to fetch');
          return server.fetch(request);
        },
      }),
      freshMemory(),
    );
    await expect(find(anna)).rejects.toMatchObject({ problem: { kind: 'offline' } });
  });
});
