import { describe, expect, it } from 'vitest';
import { address, write } from '@/test/connectors/changes';
import { openSession } from '@/test/support/open';
import type { SearchQuery } from '@/utils/connectors/types';
import { zammad } from '@/utils/connectors/zammad';
import { connection, open, way } from './desk';
import { fakeZammad } from './server';
import { ANNA, addUser } from './store';

const all: SearchQuery = { text: '', role: 'anyone', group: null, label: null, sort: 'name' };

async function found(asked: Partial<SearchQuery>, server = fakeZammad(), limit = 50) {
  const part = await (await open(server)).reads.search?.({ ...all, ...asked }, { limit });
  return { names: part?.items.map(({ person }) => person.name) ?? [], total: part?.total };
}

const WORLDS = [
  ['6.5', false],
  ['6.5', true],
  ['6.4', false],
  ['6.4', true],
] as const;

describe.each(WORLDS)('A search in Zammad %s, where it is %s that there is an index of words', (dialect, elastic) => {
  const start = () => {
    const server = fakeZammad(dialect);
    server.store.elastic = elastic;
    return server;
  };

  it('finds whom all words fit, in whatever column each stands', async () => {
    expect(await found({ text: 'Keller Anna' }, start())).toEqual({ names: ['Anna Keller'], total: 1 });
    expect(await found({ text: 'kell ANN' }, start())).toEqual({ names: ['Anna Keller'], total: 1 });
    expect(await found({ text: 'Keller Ben' }, start())).toEqual({ names: [], total: 0 });
  });

  it.each(['Keller (Acme)', 'Keller/', '“Keller”', 'Keller:', 'Keller*', '*', '(', '\\', '"', '% _', 'AND'])(
    'takes signs for what they are: %s',
    async (text) => {
      const { names } = await found({ text }, start());
      for (const name of names) expect(name).toContain(text.replaceAll(/[^\p{L}\p{N}]/gu, ''));
    },
  );

  it('by a role leaves the others out', async () => {
    expect((await found({ role: 'agents' }, start())).names.toSorted()).toEqual(['Lena Lead', 'Rita Root']);
    const customers = await found({ role: 'customers' }, start());
    expect(customers.total).toBe(5);
    expect(customers.names).not.toContain('Lena Lead');
    expect(await found({ role: 'customers', text: 'lena' }, start())).toEqual({ names: [], total: 0 });
  });

  it('for nothing is everybody but Zammad itself', async () => {
    const { names, total } = await found({}, start());
    expect(total).toBe(7);
    expect(names).toContain('Anna Keller');
    expect(names).not.toContain('-');
  });

  it('finds an agent who is a customer as well among the agents alone', async () => {
    const server = start();
    addUser(server.store, { email: 'kim@desk.test', firstname: 'Kim', lastname: 'Both', role_ids: [2, 3] });
    expect(await found({ role: 'agents', text: 'kim' }, server)).toEqual({ names: ['Kim Both'], total: 1 });
    expect(await found({ role: 'customers', text: 'kim' }, server)).toEqual({ names: [], total: 0 });
    expect((await found({ role: 'customers' }, server)).total).toBe(5);
    // The first page holds them, and the others are only counted.
    const first = await found({ role: 'customers', sort: 'newest' }, server, 3);
    expect(first).toMatchObject({ total: 5, names: { length: 3 } });
  });

  it('has no labels', async () => {
    expect((await found({ label: 'VIP' }, start())).total).toBe(0);
  });

  it('knows the groups that agents work in, also by their role, and who is in each', async () => {
    const server = start();
    addUser(server.store, { email: 'sam@desk.test', firstname: 'Sam', lastname: 'Sales', role_ids: [4] });
    addUser(server.store, {
      email: 'ina@desk.test',
      firstname: 'Ina',
      role_ids: [2],
      group_ids: { 1: ['read'], 2: ['full'] },
    });
    // A customer has no groups, whatever their record says.
    addUser(server.store, { email: 'cy@example.org', firstname: 'Cy', role_ids: [3], group_ids: { 2: ['full'] } });
    const { reads } = await open(server);
    expect(await reads.teams?.()).toEqual([
      { id: '1', name: 'Users', agents: 2 },
      { id: '2', name: 'Sales', agents: 2 },
    ]);
    expect((await found({ role: 'agents', group: '2' }, server)).names.toSorted()).toEqual(['Ina', 'Sam Sales']);
    expect(await found({ role: 'agents', group: '2', text: 'sam' }, server)).toEqual({
      names: ['Sam Sales'],
      total: 1,
    });
    expect((await found({ role: 'customers', group: '2' }, server)).total).toBe(0);
  });
});

describe.each(WORLDS)('A long search in Zammad %s, where it is %s that there is an index', (dialect, elastic) => {
  const start = (count: number) => {
    const server = fakeZammad(dialect);
    server.store.elastic = elastic;
    for (let at = 0; at < count; at += 1) addUser(server.store, { firstname: `Pat ${at}`, lastname: 'Many' });
    return server;
  };

  it('goes on beyond what Zammad gives at a time, with the right total', async () => {
    const server = start(1_230);
    const { names, total } = await found({ text: 'many' }, server, 300);
    expect(total).toBe(1_230);
    expect(new Set(names).size).toBe(300);
    expect(new Set((await found({ text: 'many pat' }, server, 2_000)).names).size).toBe(1_230);
  });

  it('for nothing goes on to the end as well', async () => {
    const server = start(430);
    expect(await found({}, server, 250)).toMatchObject({ total: 437, names: { length: 250 } });
    expect(new Set((await found({ role: 'customers' }, server, 1_000)).names).size).toBe(435);
  });
});

describe('A search by conditions', () => {
  it('finds what was written a moment ago, which the index of words does not know yet', async () => {
    const server = fakeZammad();
    server.store.elastic = true;
    const session = await open(server);
    await write(session, { type: 'person.set', person: '5', field: 'name', from: 'Ben Shop', to: 'Ben Newname' });
    const asked = { ...all, text: 'newname' };
    expect((await session.reads.search?.(asked, { limit: 5 }))?.total).toBe(1);
    // Before 6.5 nothing else can be asked.
    server.dialect = '6.4';
    const old = await open(server);
    expect((await old.reads.search?.(asked, { limit: 5 }))?.total).toBe(0);
    await write(old, { type: 'account.enable', person: '5', from: true, to: false });
    expect((await old.reads.search?.(asked, { limit: 5 }))?.total).toBe(1);
  });

  it('looks into telephones, departments, towns, organisations and texts of its own', async () => {
    const server = fakeZammad();
    Object.assign(server.store.users[ANNA - 1] ?? {}, { fax: '+49 228 1112', department: 'Orchard' });
    for (const text of ['960101', '900101', '1112', 'orchard', 'hull', 'acme', 'c-1001']) {
      expect(await found({ text }, server)).toEqual({ names: ['Anna Keller'], total: 1 });
    }
  });

  it('of a role that nobody can have finds nobody, and not everybody', async () => {
    const server = fakeZammad();
    const session = await open(server);
    const gone = await openSession(
      zammad,
      connection,
      way({
        fetch: async (input, init) => {
          const request = new Request(input, init);
          if (new URL(request.url).pathname.endsWith('/roles')) {
            return Response.json([{ id: 3, name: 'Kunde', permissions: ['ticket.customer'] }]);
          }
          return server.fetch(request);
        },
      }),
    );
    expect((await session.reads.search?.({ ...all, role: 'agents' }, { limit: 5 }))?.total).toBe(2);
    server.calls.length = 0;
    expect(await gone.reads.search?.({ ...all, role: 'agents' }, { limit: 5 })).toEqual({ items: [], total: 0 });
    expect(server.calls.filter((call) => call.includes('/users/search'))).toEqual([]);
  });
});

describe.each(WORLDS)('Who is near in Zammad %s, where it is %s that there is an index', (dialect, elastic) => {
  it('is who is called so, or has the address at a domain that is nearly the same', async () => {
    const server = fakeZammad(dialect);
    server.store.elastic = elastic;
    const { reads } = await open(server);
    const near = async (text: string | null, name: string) =>
      (await reads.near?.({ address: text === null ? null : address(text), name }))?.map(({ person, reason }) => [
        person.name,
        reason.kind,
      ]);
    expect(await near(null, 'Anna Keller')).toEqual([['Anna Keller', 'name']]);
    expect(await near('anna.keller@exampel.com', '')).toEqual([['Anna Keller', 'similar-address']]);
    expect(await near('anna.keller@example.com', 'Anna Keller')).toEqual([]);
    expect(await near('anna.keller@quite.other', 'Nobody At All')).toEqual([]);
  });
});

describe.each(WORLDS)('An organisation in Zammad %s, where it is %s that there is an index', (dialect, elastic) => {
  const start = () => {
    const server = fakeZammad(dialect);
    server.store.elastic = elastic;
    return server;
  };

  it('has its people and tickets with totals', async () => {
    const { reads } = await open(start());
    expect(await reads.organisations?.('acm', { limit: 5 })).toEqual({
      items: [{ id: '7', name: 'Acme', people: 1 }],
      total: 1,
    });
    expect(await reads.organisation?.('7', { limit: 5 })).toMatchObject({
      name: 'Acme',
      people: { total: 1, items: [{ name: 'Anna Keller' }] },
      open: { total: 2, items: [{ title: 'Phone', person: { id: '4' } }, { title: 'Printer' }] },
      resolved: { total: 1 },
    });
    await expect(reads.organisation?.('99', { limit: 5 })).rejects.toMatchObject({ problem: { kind: 'missing' } });
  });

  it('is found by a part of its name among more than Zammad gives at a time, and counted', async () => {
    const server = start();
    const at = '2026-01-01T00:00:00.000Z';
    for (let id = 100; id < 520; id += 1) {
      server.store.organizations.push({
        id,
        name: `Works ${id}`,
        domain: '',
        note: '',
        created_at: at,
        updated_at: at,
      });
    }
    const { reads } = await open(server);
    expect(await reads.organisations?.('works', { limit: 5 })).toMatchObject({ total: 420, items: { length: 5 } });
    expect(await reads.organisations?.('orks 31', { limit: 50 })).toMatchObject(
      elastic && dialect === '6.4' ? {} : { total: 10 },
    );
    expect((await reads.organisations?.('', { limit: 5 }))?.total).toBe(422);
    expect(await reads.organisations?.('(', { limit: 5 })).toEqual({ items: [], total: 0 });
  });

  it('that was made a moment ago is not made twice', async () => {
    const server = start();
    const session = await open(server);
    const join = (person: string) =>
      write(session, {
        type: 'membership.set',
        person,
        organisation: { id: null, name: 'Fresh & Co' },
        at: 0,
        from: null,
        to: { position: '', manager: false },
      });
    await join('5');
    await join('6');
    expect(server.store.organizations.filter(({ name }) => name === 'Fresh & Co')).toHaveLength(1);
  });
});

describe('The history of a person in Zammad', () => {
  const asked = { which: 'all', text: '' } as const;

  it('has what was changed, by whom, and when they wrote and signed in; failed sign-ins are no changes', async () => {
    const server = fakeZammad();
    const session = await open(server);
    const person = String(ANNA);
    await write(session, { type: 'account.enable', person, from: true, to: false });
    await write(session, { type: 'custom.set', person, field: 'plan', from: 'Professional', to: null });
    const last = server.store.log.at(-1);
    if (last !== undefined) server.store.log.push({ ...last, id: 99, attribute: 'login_failed', value_to: 8 });
    const part = await session.reads.history?.(person, asked, { limit: 20 });
    const seen = part?.items.map((item) => (item.kind === 'change' ? [item.field, item.by] : [item.what]));
    expect(seen).toEqual([
      ['custom', 'Lena Lead'],
      ['status', 'Lena Lead'],
      ['wrote'],
      ['wrote'],
      ['wrote'],
      ['signed-in'],
    ]);
    expect(part?.total).toBe(6);
    const mine = await session.reads.history?.(person, { ...asked, which: 'mine' }, { limit: 20 });
    expect(mine?.items).toHaveLength(2);
  });
});
