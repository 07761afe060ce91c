import { describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/changes';
import { freshMemory, noMemory } from '@/test/support/open';
import { rt } from '@/utils/connectors/rt';
import type { Memory } from '@/utils/connectors/types';
import { WITHOUT_ADMIN_USERS } from './denied';
import { connection, open, way } from './desk';
import { type FakeRt, fakeRt } from './server';

const anna = address('anna.keller@example.com');
const AGENT = new Set(['ModifyCustomField', 'ModifyTicket', 'CreateTicket', 'ShowUserHistory']);
const VIEWER = new Set<string>();

describe('A connection to Request Tracker', () => {
  it.each([
    ['a token that is wrong', { token: '1-45-wrong' }, { kind: 'signed-out' }],
    [
      'a server that answers with pages',
      {},
      {
        kind: 'server',
        detail: 'no REST 2 of a Request Tracker at this address: the answer is not JSON',
      },
    ],
    ['a server that answers garbage', {}, { kind: 'server', detail: 'unexpected answer at items' }],
  ])('with %s says what is wrong, and not the token', async (name, settings, problem) => {
    const server = fakeRt();
    if (name.includes('pages')) server.instead.push('page', 'page', 'page');
    if (name.includes('garbage')) server.instead.push('garbage');
    const error = await open(server, settings).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ problem: { ...problem, connection: 'desk', call: 'open' } });
    expect(JSON.stringify(error)).not.toContain('1-45-');
  });

  it('of a customer is refused: they may look nobody up', async () => {
    const server = fakeRt();
    server.rights = 'customer';
    await expect(open(server)).rejects.toMatchObject({
      problem: { kind: 'forbidden', call: 'open', detail: expect.stringContaining('customer') },
    });
  });

  it('says beforehand what the login may not do', async () => {
    const deniedTo = async (rights: ReadonlySet<string> | null) => {
      const server = fakeRt();
      if (rights) server.rights = rights;
      return (await open(server)).denied;
    };
    expect(await deniedTo(null)).toEqual([]);
    expect([...(await deniedTo(AGENT))].sort()).toEqual([...WITHOUT_ADMIN_USERS, 'ticket.delete'].sort());
    expect(await deniedTo(VIEWER)).toEqual(
      expect.arrayContaining(['history', 'ticket.create', 'ticket.state', 'ticket.move', 'person.set']),
    );
  });

  it('names the right that is missing for each', async () => {
    const server = fakeRt();
    server.rights = new Set([...AGENT, 'AdminUsers']);
    expect((await loginOf(server)).missing).toEqual({
      'group.set': 'AdminGroupMembership',
      'ticket.delete': 'DeleteTicket',
    });
    server.rights = VIEWER;
    expect((await loginOf(server)).missing).toMatchObject({
      'person.set': 'AdminUsers',
      'person.create': 'AdminUsers',
      history: 'ShowUserHistory',
      'ticket.create': 'CreateTicket',
      'ticket.state': 'ModifyTicket',
    });
  });

  it('says who the token belongs to, which Request Tracker it is and how many queues they see', async () => {
    expect(await loginOf(fakeRt())).toEqual({
      name: 'Lena Lead',
      role: null,
      version: '5.0.3',
      denied: [],
      missing: {},
      queues: 2,
    });
  });

  it('of a superuser says so', async () => {
    const server = fakeRt();
    server.rights = new Set([...server.rights, 'SuperUser']);
    expect((await loginOf(server)).role).toBe('SuperUser');
  });

  it('beside a lookup asks for no version, and tells it once it is known', async () => {
    const server = fakeRt();
    const memory = freshMemory();
    const { login } = await rt.open(connection, way(server), memory);
    expect((await login?.(undefined, 'rights'))?.version).toBeNull();
    expect(server.calls).not.toContain('GET /rt');
    await login?.();
    expect((await login?.(undefined, 'rights'))?.version).toBe('5.0.3');
    expect(server.calls.filter((call) => call === 'GET /rt')).toHaveLength(1);
  });

  it.each(['https://desk.example.test/rt/index.html', 'https://desk.example.test/rt/Ticket/Display.html?id=3'])(
    'is reached by the address of a page of it: %s',
    async (page) => {
      expect(await (await open(fakeRt(), { address: page })).find(anna)).toHaveLength(1);
    },
  );

  it('to another program says that it is no Request Tracker', async () => {
    const { login } = await rt.open(
      connection,
      way({ fetch: async () => Response.json({ message: 'Not Found' }, { status: 404 }) }),
      freshMemory(),
    );
    await expect(login?.()).rejects.toMatchObject({
      problem: { kind: 'server', status: 404, detail: expect.stringContaining('no REST 2 of a Request Tracker') },
    });
  });
});

describe('A background that was stopped and starts again', () => {
  it('asks Request Tracker for people and tickets alone: fields, choices, groups and queues are remembered', async () => {
    const server = fakeRt();
    const memory = freshMemory();
    const look = async () => {
      const { find, reads, login } = await rt.open(connection, way(server), memory);
      const [found] = await find(anna);
      const definitions = await reads.definitions?.();
      const groups = await reads.groups?.();
      return { login, seen: { found, definitions, groups } };
    };
    const first = await look();
    await first.login?.();
    server.calls.length = 0;
    expect((await look()).seen).toEqual(first.seen);
    expect(server.calls).toEqual(['GET /user/anna.keller@example.com', 'GET /users', 'GET /tickets', 'GET /tickets']);
  });

  it('keeps no person and no token in that memory', async () => {
    const kept: string[] = [];
    const memory: Memory = {
      ...noMemory,
      read: async () => undefined,
      write: async (key, value) => void kept.push(`${key} ${JSON.stringify(value)}`),
    };
    const { find, reads, login } = await rt.open(connection, way(fakeRt()), memory);
    await login?.();
    await find(anna);
    await reads.search?.({ text: 'anna', role: 'agents', group: '30', label: null, sort: 'best' }, { limit: 5 });
    expect(kept.join()).toContain('Customer ID');
    expect(kept.join()).not.toMatch(/anna|0123456789abcdef/iu);
  });

  it('asks anew what was remembered in another shape', async () => {
    const server = fakeRt();
    const odd: Memory = {
      ...noMemory,
      read: async () => ({ at: Date.now(), value: { fields: 'all', groups: 7 } }),
      write: async () => undefined,
    };
    const { find } = await rt.open(connection, way(server), odd);
    expect((await find(anna))[0]?.person.groups).toEqual([{ id: '30', name: 'VIP customers' }]);
  });
});

async function loginOf(server: FakeRt) {
  const { login } = await rt.open(connection, way(server), freshMemory());
  if (login === undefined) throw new Error('nobody signs in there');
  return login();
}
