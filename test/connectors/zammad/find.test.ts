import { describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/changes';
import { noMemory, openSession } from '@/test/support/open';
import { zammad } from '@/utils/connectors/zammad';
import { connection, open, way } from './desk';
import { ALL_RIGHTS, fakeZammad } from './server';
import { ANNA, addTicket, addUser } from './store';

const anna = address('anna.keller@example.com');
const WORLDS = [
  ['6.5', false],
  ['6.5', true],
  ['6.4', false],
  ['6.4', true],
] as const;

const named = async (text: string, server = fakeZammad()) =>
  (await (await open(server)).find(address(text))).map(({ person, reason }) => [person.name, reason.kind]);

describe('A profile in Zammad', () => {
  it.each([
    ['6.5', 5, ALL_RIGHTS],
    ['6.5', 5, ['ticket.agent']],
    ['6.4', 5, ALL_RIGHTS],
    ['6.4', 5, ['ticket.agent']],
  ] as const)(
    'of somebody with 500 tickets is read on a cold cache in Zammad %s with at most %i calls one after the other, with %j',
    async (dialect, most, rights) => {
      const server = fakeZammad(dialect);
      server.rights = new Set(rights);
      for (let index = 0; index < 500; index += 1) addTicket(server.store, { customer_id: ANNA });
      const { find, reads } = await zammad.open(connection, way(server), noMemory);
      const [found] = await find(anna);
      const id = found?.person.ref.id ?? '';
      const [open20] = await Promise.all([
        reads.tickets?.(id, 'open', { limit: 20 }),
        reads.tickets?.(id, 'resolved', { limit: 20 }),
      ]);
      console.log(
        `zammad.profile.calls ${dialect} ${rights.length}: ${server.calls.length} in all, ${server.depth()} one after the other`,
      );
      expect(found).toMatchObject({ openTickets: 502, tickets: 503 });
      expect(open20).toMatchObject({ total: 502, items: { length: 20 } });
      expect(server.depth()).toBeLessThanOrEqual(most);
    },
  );

  it('has all that Zammad keeps of a person', async () => {
    const [found] = await (await open(fakeZammad())).find(anna);
    expect(found?.reason).toEqual({ kind: 'primary' });
    expect(found?.person).toMatchObject({
      ref: { connection: 'support', id: '4' },
      name: 'Anna Keller',
      emails: [{ address: 'anna.keller@example.com', primary: true }],
      status: 'locked',
      kind: 'person',
      memberships: [
        { organisation: '7', name: 'Acme', tickets: 4 },
        { organisation: '8', name: 'Kestrel Logistics', tickets: 0 },
      ],
      summary: 'Prefers e-mail & letters.\nPays late.',
      language: 'en-GB',
      seenAt: '2026-01-04T08:00:00.000Z',
      fields: [
        { type: 'phone', label: 'Phone', value: '+44 1632 960101' },
        { type: 'phone', label: 'Mobile', value: '+44 7700 900101' },
        {
          type: 'postal',
          value: '14 Quay Street\nHU1 1AA Hull\nUnited Kingdom',
          parts: { street: '14 Quay Street', zip: 'HU1 1AA', city: 'Hull', country: 'United Kingdom' },
        },
        { type: 'text', label: 'Customer number', value: 'C-1001', custom: true, id: 'code' },
        { type: 'choice', label: 'Plan', value: 'Professional', custom: true, id: 'plan' },
      ],
    });
  });

  it('of staff is an agent’s by the permissions, whatever the roles are called; of somebody inactive says so', async () => {
    const session = await open(fakeZammad());
    expect((await session.find(address('lena@desk.test')))[0]?.person).toMatchObject({
      kind: 'agent',
      groups: [{ id: '1', name: 'Users' }],
    });
    expect((await session.find(address('olga.ivers@example.org')))[0]?.person.status).toBe('disabled');
  });

  it('in a shape that is new names the field', async () => {
    const server = fakeZammad();
    const session = await open(server);
    await session.find(anna);
    server.instead.push('garbage');
    await expect(session.find(anna)).rejects.toMatchObject({
      problem: { kind: 'server', detail: 'unexpected answer at 0.firstname', call: 'find' },
    });
  });
});

describe.each(WORLDS)(
  'Who is looked for by an address in %s, where it is %s that there is an index',
  (dialect, elastic) => {
    const start = () => {
      const server = fakeZammad(dialect);
      server.store.elastic = elastic;
      return server;
    };

    it.each([
      ['old@example.org', [['Nora New', 'other-address']]],
      ['new@example.org', [['Nora New', 'primary']]],
      ['ben@example.org', [['Ben Shop', 'tag']]],
      ['post@bücher.test', [['Bea Book', 'primary']]],
      ['post@xn--bcher-kva.test', [['Bea Book', 'primary']]],
      ['ben@example.net', []],
      ['nobody@example.net', []],
      ['anna.keller@example.co', []],
    ])('%s is %j', async (text, people) => {
      expect(await named(text, start())).toEqual(people);
    });

    it('is everybody who has it, where Zammad lets several', async () => {
      const server = start();
      addUser(server.store, { email: 'anna.keller@example.com', login: 'anna2', firstname: 'Anna', lastname: 'Twin' });
      expect(await named('anna.keller@example.com', server)).toHaveLength(2);
    });

    it('is nobody where Zammad swallows the question and names everybody', async () => {
      const server = start();
      const session = await openSession(
        zammad,
        connection,
        way({
          fetch: async (input, init) => {
            const request = new Request(input, init);
            const isAsked = request.method === 'POST' && request.url.endsWith('/users/search');
            return server.fetch(isAsked ? new Request(request, { body: JSON.stringify({ condition: {} }) }) : request);
          },
        }),
      );
      expect(await session.find(address('nobody@example.net'))).toEqual([]);
    });

    it('is never asked for with a blank condition', async () => {
      const server = start();
      const session = await open(server);
      await session.find(anna);
      await session.reads.search?.({ text: ' ', role: 'anyone', group: null, label: null, sort: 'name' }, { limit: 5 });
      await session.reads.near?.({ address: null, name: 'Anna' });
      expect(JSON.stringify(server.bodies)).not.toMatch(/"value":(?:""|null|\[\])|"condition":\{\}/u);
    });
  },
);
