import { describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/changes';
import { freshMemory } from '@/test/support/open';
import { deskpro } from '@/utils/connectors/deskpro';
import { altered } from './altered';
import { connection, open, way } from './desk';
import { fakeDeskpro } from './server';
import { ANNA, addMember, addPerson, addTicket } from './store';

const anna = address('anna.keller@example.com');
const id = String(ANNA);

describe('Counts and lists of tickets', () => {
  it('are told where no total is: meta is an empty list', async () => {
    const server = fakeDeskpro();
    for (let at = 0; at < 30; at += 1) addTicket(server.store, { person: ANNA });
    const { find, reads } = await open(
      altered(server, (path, json) => (path.startsWith('tickets?') ? { ...json, meta: [] } : undefined)),
    );
    const [found] = await find(anna);
    expect(found?.openTickets).toBe(33);
    expect(await reads.tickets?.(id, 'open', { limit: 5 })).toMatchObject({ total: 33, items: { length: 5 } });
  });

  it('are all there where fewer are given at a time than were asked for', async () => {
    const server = fakeDeskpro();
    for (let at = 0; at < 60; at += 1) addTicket(server.store, { person: ANNA });
    server.most = 25;
    const { reads } = await open(server);
    expect((await reads.tickets?.(id, 'open', { limit: 50 }))?.items).toHaveLength(50);
    expect((await reads.belongings?.(id))?.tickets).toHaveLength(65);
  });

  it('are of nobody else, should the person be passed over in the question', async () => {
    const server = fakeDeskpro();
    const other = addPerson(server.store, { name: 'Other', emails: ['other@example.com'] });
    addTicket(server.store, { person: other.id, subject: 'Private' });
    server.ignoresPerson = true;
    const { find, reads } = await open(server);
    const list = await reads.tickets?.(id, 'open', { limit: 50 });
    expect(list?.items.map(({ title }) => title)).not.toContain('Private');
    expect(list?.total).toBe(3);
    const [found] = await find(address('other@example.com'));
    expect(found?.openTickets).toBe(1);
  });

  it.each([5, '5', { id: 5, title: 'Spare parts' }, { id: 5, status_type: 'pending' }])(
    'are known by their status where the newer one is a number: %j',
    async (odd) => {
      const server = altered(fakeDeskpro(), (path, json) =>
        path.startsWith('tickets?') && Array.isArray(json['data'])
          ? {
              ...json,
              data: json['data'].map((row) =>
                row.ticket_status === 'pending.5' ? { ...row, ticket_status: odd } : row,
              ),
            }
          : undefined,
      );
      const { reads } = await open(server);
      expect((await reads.tickets?.(id, 'open', { limit: 9 }))?.items).toHaveLength(3);
    },
  );
});

describe('A list of names that is new', () => {
  it('or that the helpdesk fails over is its own problem', async () => {
    const broken = { headers: { 'status-code': 500 }, status: 500, code: 'error', message: 'Oops' };
    const server = altered(fakeDeskpro(), (path) => (path.startsWith('agent_teams') ? broken : undefined));
    const { find, reads } = await open(server);
    expect(await reads.groups?.()).toHaveLength(4);
    expect((await find(anna))[0]?.person.groups).toEqual([{ id: '5', name: 'Gold customers' }]);
    await expect(reads.teams?.()).rejects.toMatchObject({ problem: { kind: 'server' } });
  });

  it('is its own problem: the others are read', async () => {
    const server = altered(fakeDeskpro(), (path) =>
      path.startsWith('languages') ? { data: [{ id: { no: 'id' } }] } : undefined,
    );
    const { find, reads } = await open(server);
    expect(await reads.definitions?.()).toHaveLength(5);
    const [found] = await find(anna);
    expect(found?.person.groups).toEqual([{ id: '5', name: 'Gold customers' }]);
    expect(found?.person.fields).toContainEqual(expect.objectContaining({ label: 'Customer number' }));
  });
});

describe('What Deskpro does not take in a question', () => {
  const refusing = (pattern: RegExp) =>
    altered(fakeDeskpro(), (path) =>
      pattern.test(path)
        ? { headers: { 'status-code': 400 }, status: 400, code: 'invalid_input', message: 'No' }
        : undefined,
    );
  it.each([/is_deleted/u, /search\/people/u, /person=[^&]*%40/u])(
    'does not keep somebody from being looked for: %s',
    async (pattern) => {
      expect(await (await open(refusing(pattern))).find(address('nobody@example.net'))).toEqual([]);
      expect(await (await open(refusing(pattern))).find(anna)).toHaveLength(1);
    },
  );
  it('leaves what the others tell: people', async () => {
    const { reads } = await open(refusing(/people\?.*search=/u));
    const query = { text: 'anna', role: 'anyone', group: null, label: null, sort: 'best' } as const;
    expect((await reads.search?.(query, { limit: 5 }))?.items).toMatchObject([{ person: { name: 'Anna Keller' } }]);
    const near = await reads.near?.({ address: null, name: 'Anna Keller' });
    expect(near).toHaveLength(1);
  });
  it.each([/people\?.*order_by=(?!id)/u])('as an order leaves the list in ours: %s', async (pattern) => {
    const { reads } = await open(refusing(pattern));
    const query = { text: 'anna', role: 'anyone', group: null, label: null, sort: 'name' } as const;
    expect((await reads.search?.(query, { limit: 5 }))?.items).toMatchObject([{ person: { name: 'Anna Keller' } }]);
    expect((await reads.organisation?.('1', { limit: 5 }))?.people.items.length).toBeGreaterThan(0);
  });
  it('as an order of tickets leaves them in ours', async () => {
    const { reads } = await open(refusing(/tickets\?.*order_by=urgency/u));
    expect((await reads.tickets?.(id, 'open', { limit: 5, sort: 'urgency' }))?.items[0]).toMatchObject({
      urgent: true,
    });
  });
  it('leaves what the others tell: organisations', async () => {
    const { reads } = await open(refusing(/organizations\?.*(?:search=)/u));
    expect((await reads.organisations?.('acm', { limit: 5 }))?.items).toMatchObject([{ name: 'Acme' }]);
  });
});

describe('A query in a body that is no longer understood', () => {
  it.each([
    { status: 400, code: 'extra_fields', message: 'This form should not contain extra fields.' },
    { status: 201, data: { id: 99 } },
  ])('is asked in the address instead, and never so again: %j', async (odd) => {
    const server = fakeDeskpro('horizon');
    server.batch = 'unknown';
    const fetch: typeof server.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (request.method !== 'POST' || !request.url.endsWith('/people')) return server.fetch(request);
      server.calls.push('POST /people');
      return Response.json(odd, { status: odd.status });
    };
    const memory = freshMemory();
    await open(server, {}, memory);
    server.calls.length = 0;
    const { find } = await deskpro.open(connection, way({ fetch }), memory);
    expect(await find(anna)).toHaveLength(1);
    expect(await find(anna)).toHaveLength(1);
    expect(server.calls.filter((call) => call === 'POST /people')).toHaveLength(1);
  });
});

describe('Memberships of a person in Horizon', () => {
  const whole = { organization: 1, position: 'Head of IT', is_manager: true };
  it.each([
    { organization_members: [{ id: 1, ...whole }] },
    { organization_members: [{ id: 1, ...whole, organization: { id: 1, name: 'Acme' } }] },
    { organization_members: { 1: { id: 1, ...whole } } },
  ])('are read also where they stand in place of their numbers: %j', async (odd) => {
    const server = altered(fakeDeskpro('horizon'), (path, json) =>
      path.startsWith('people?') && Array.isArray(json['data'])
        ? { ...json, linked: [], data: json['data'].map((row) => ({ ...row, ...odd })) }
        : undefined,
    );
    const [found] = await (await open(server)).find(anna);
    expect(found?.person.memberships).toMatchObject([
      { organisation: '1', name: 'Acme', position: 'Head of IT', manager: true },
    ]);
  });

  it('of which one comes in a shape that is new leave the others', async () => {
    const server = fakeDeskpro('horizon');
    addMember(server.store, { person: ANNA, organization: 2, position: 'Adviser' });
    const other = altered(server, (path, json) =>
      path.startsWith('people?')
        ? JSON.parse(JSON.stringify(json).replace('"position":"Adviser"', '"position":{"en":"Adviser"}'))
        : undefined,
    );
    const [found] = await (await open(other)).find(anna);
    expect(found?.person.memberships).toMatchObject([{ name: 'Acme' }]);
  });
});
