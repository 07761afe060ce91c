import { describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/changes';
import { openSession } from '@/test/support/open';
import { rt } from '@/utils/connectors/rt';
import type { Heard } from '@/utils/http';
import { connection, open, way } from './desk';
import { fakeRt, TOKEN } from './server';
import { addUser } from './store';

const anna = address('anna.keller@example.com');
const AGENT = new Set(['ModifyCustomField', 'ModifyTicket', 'CreateTicket', 'ShowUserHistory']);

const named = async (text: string, server = fakeRt()) =>
  (await (await open(server)).find(address(text))).map(({ person, reason }) => [person.name, reason.kind]);

describe('A profile in Request Tracker', () => {
  it.each([
    ['a lead', undefined],
    ['an agent who may not see users', AGENT],
  ])('is read for %s with at most 4 calls one after the other and 9 in all, 3 at a time', async (_, rights) => {
    const server = fakeRt();
    if (rights) server.rights = rights;
    const heard: Heard[] = [];
    const session = await openSession(
      rt,
      connection,
      way(server, (call) => heard.push(call)),
    );
    const opened = server.calls.length;
    const [found] = await session.find(anna);
    const id = found?.person.ref.id ?? '';
    await Promise.all([
      session.reads.tickets?.(id, 'open', { limit: 5 }),
      session.reads.tickets?.(id, 'resolved', { limit: 5 }),
    ]);
    console.log(
      `rt.profile.calls: ${server.calls.length} in all, ${opened} of them to open\n  ${server.calls.join('\n  ')}`,
    );
    expect(found).toMatchObject({ openTickets: 2, tickets: 3 });
    expect(server.calls.length).toBeLessThanOrEqual(9);
    expect(server.busy.most).toBeLessThanOrEqual(3);
    expect(server.depth()).toBeLessThanOrEqual(4);
    expect(heard).toHaveLength(server.calls.length);
    expect(JSON.stringify(heard)).not.toContain(TOKEN);
  });

  it('has all that RT keeps of a person', async () => {
    const [found] = await (await open(fakeRt())).find(anna);
    expect(found?.person).toMatchObject({
      ref: { connection: 'desk', id: '53' },
      name: 'Anna Keller',
      emails: [
        { address: 'anna.keller@example.com', primary: true },
        { address: 'anna@home.example', primary: false },
      ],
      status: 'active',
      kind: 'person',
      memberships: [],
      groups: [{ id: '30', name: 'VIP customers' }],
      summary: 'Prefers e-mail over phone.',
      timezone: 'Europe/London',
      language: 'en-GB',
      fields: [
        { type: 'phone', label: 'Work', value: '+44 1632 960101' },
        { type: 'phone', label: 'Mobile', value: '+44 7700 900101' },
        {
          type: 'postal',
          value: '14 Quay Street\nHU1 1AA Hull\nUnited Kingdom',
          parts: { street: '14 Quay Street', zip: 'HU1 1AA', city: 'Hull', country: 'United Kingdom' },
        },
        { type: 'text', label: 'Customer ID', value: 'C-1001', custom: true, id: '2' },
        { type: 'choice', label: 'Plan', value: 'Enterprise', custom: true, id: '4' },
        { type: 'text', label: 'Tags', value: 'vip\nrenewal', custom: true, id: '5', many: true },
      ],
    });
    expect(found?.person.version).toMatch(/^"\d+"$/u);
  });

  it('of staff is an agent’s; of somebody disabled says so; an organisation is its text', async () => {
    const session = await open(fakeRt());
    expect((await session.find(address('lead@helpdesk.test')))[0]?.person.kind).toBe('agent');
    expect((await session.find(address('olga.ivers@example.org')))[0]?.person.status).toBe('disabled');
    expect((await session.find(address('pat.oneil@kestrel.test')))[0]?.person.memberships).toEqual([
      { organisation: 'Kestrel Logistics', name: 'Kestrel Logistics' },
    ]);
  });

  it('says who is disabled also to whom RT does not tell it', async () => {
    const server = fakeRt();
    server.rights = AGENT;
    const session = await open(server);
    expect((await session.find(address('olga.ivers@example.org')))[0]?.person.status).toBe('disabled');
    expect((await session.find(anna))[0]?.person).toMatchObject({ status: 'active', ref: { id: '53' } });
  });
});

describe('Who is looked for by an address', () => {
  it('is found by an address of the custom field', async () => {
    expect(await named('anna@home.example')).toEqual([['Anna Keller', 'other-address']]);
  });

  it('is found by the address without the tag that only RT has', async () => {
    expect(await named('ben@example.org')).toEqual([['Ben Shop', 'tag']]);
  });

  it('is not whose user name happens to be that address', async () => {
    expect(await named('moved@example.org')).toEqual([['Took It', 'primary']]);
  });

  it('is whom RT names for the address of somebody who was merged there', async () => {
    const server = fakeRt();
    const fetch: typeof server.fetch = (input, init) => {
      const request = new Request(input, init);
      const url = request.url.replace('merged%40example.org', '53');
      return server.fetch(new Request(url, request));
    };
    const session = await openSession(rt, connection, way({ fetch }));
    const found = await session.find(address('merged@example.org'));
    expect(found.map(({ person, reason }) => [person.name, reason.kind])).toEqual([['Anna Keller', 'other-address']]);
  });

  it('is found though RT takes a part of the address for a path', async () => {
    const server = fakeRt();
    addUser(server.store, { Name: 'slash', EmailAddress: 'a/b@example.org', RealName: 'Slash' });
    expect(await named('a/b@example.org', server)).toEqual([['Slash', 'primary']]);
  });

  it('is nobody where RT ignores the question and names everybody', async () => {
    const server = fakeRt();
    const session = await open(server, { others: 'No such field' });
    expect(await session.find(address('nobody@example.net'))).toEqual([]);
  });
});
