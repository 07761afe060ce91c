// The traps of the API, one test each, by the numbers under which they are told in what is known of RT 5.0.3.
import { describe, expect, it } from 'vitest';
import { address, write } from '@/test/connectors/changes';
import { noMemory, openSession } from '@/test/support/open';
import { rt } from '@/utils/connectors/rt';
import { connection, dump, open, way } from './desk';
import { type FakeRt, fakeRt, TOKEN } from './server';

const anna = address('anna.keller@example.com');
const AGENT = new Set(['ModifyCustomField', 'ModifyTicket', 'CreateTicket', 'ShowUserHistory']);

/** A session that is spoken to through `change`. */
const through = (server: FakeRt, change: (request: Request) => Request | Promise<Request>) =>
  openSession(
    rt,
    connection,
    way({ fetch: async (input, init) => server.fetch(await change(new Request(input, init))) }),
  );

const setName = (to: string, from = 'Anna Keller') =>
  ({ type: 'person.set', person: '53', field: 'name', from, to }) as const;

describe('A trap of Request Tracker', () => {
  it('1: a field that it may not search is ignored, and everybody is the answer: nobody of them is taken', async () => {
    const session = await open(fakeRt(), { others: 'Misspelt field' });
    expect(await session.find(address('stranger@example.net'))).toEqual([]);
    expect((await session.find(anna)).map(({ person }) => person.name)).toEqual(['Anna Keller']);
    expect(await session.reads.near?.({ address: address('q@w.example'), name: 'Nobody At All' })).toEqual([]);
  });

  it('2: it answers 200 to what it refused: the refusal is told in its own words, and nothing is changed', async () => {
    const server = fakeRt();
    const session = await open(server);
    const before = dump(server.store);
    server.rights = AGENT;
    await expect(write(session, setName('Anna Other'))).rejects.toMatchObject({
      problem: { kind: 'invalid', said: 'User Anna.Keller@example.com: Permission Denied', call: 'person.set' },
    });
    server.rights = new Set(['AdminUsers']);
    const plan = { type: 'custom.set', person: '53', field: '4', from: 'Enterprise', to: 'Gold' } as const;
    await expect(write(session, { ...plan, to: 'Pro' })).rejects.toMatchObject({
      problem: { kind: 'invalid', said: "Could not add a new value to custom field 'Plan': Permission Denied" },
    });
    server.rights = new Set(['AdminUsers', 'ModifyCustomField']);
    await expect(write(session, plan)).rejects.toMatchObject({
      problem: { kind: 'invalid', said: 'Invalid value for custom field' },
    });
    expect(dump(server.store)).toEqual(before);
  });

  it('2: of several fields those that it took are put back where it refused one', async () => {
    const server = fakeRt();
    const session = await open(server);
    const before = dump(server.store);
    // The address goes through; the field of other addresses is then refused.
    server.rights = new Set(['AdminUsers']);
    const swap = { type: 'email.primary', person: '53', from: anna, to: address('anna@home.example') } as const;
    await expect(write(session, swap)).rejects.toMatchObject({ problem: { kind: 'invalid' } });
    expect(dump(server.store)).toEqual(before);
  });

  it('3: a wrong token is led to the page to sign in, and that page is never taken for an answer', async () => {
    const wrong = { ...connection.settings, token: '1-45-ffffffffffffffffffffffffffffffff' };
    const { find } = await rt.open({ ...connection, settings: wrong }, way(fakeRt()), noMemory);
    await expect(find(anna)).rejects.toMatchObject({ problem: { kind: 'signed-out' } });
    const server = fakeRt();
    const session = await open(server);
    server.instead.push('page', 'page', 'page');
    await expect(session.find(anna)).rejects.toMatchObject({ problem: { kind: 'server' } });
  });

  it('4: a cookie beats the token: none is ever sent', async () => {
    const server = fakeRt();
    const sent = new Set<RequestCredentials>();
    const session = await through(server, (request) => {
      sent.add(request.credentials);
      return request;
    });
    await session.find(anna);
    await write(session, setName('Anna Other'));
    expect([...sent]).toEqual(['omit']);
    expect(server.store.log.at(-1)).toMatchObject({ field: 'RealName', by: 45 });
  });

  it('5: the second page of what was searched by POST is everybody: all is searched by GET', async () => {
    const server = fakeRt();
    const session = await open(server);
    await session.find(address('nobody+tag@example.net'));
    await session.reads.search?.(
      { text: 'keller', role: 'customers', group: null, label: null, sort: 'best' },
      { limit: 5 },
    );
    await session.reads.groups?.();
    expect(server.calls.filter((call) => !call.startsWith('GET '))).toEqual([]);
  });

  it('6: each call costs it a check of the token: three at a time, the same one once, the token in the head', async () => {
    const server = fakeRt();
    const session = await through(server, (request) => {
      expect(request.url).not.toContain(TOKEN);
      return request;
    });
    server.calls.length = 0;
    await Promise.all([session.get('53'), session.get('53'), session.reads.details?.('53', { limit: 1 })]);
    expect(server.calls.filter((call) => call === 'GET /user/53')).toHaveLength(1);
    await Promise.all([session.find(anna), session.find(address('a@b.example')), session.get('67')]);
    expect(server.busy.most).toBeLessThanOrEqual(3);
  });

  it('7: lists never tell who is disabled, an agent or in a group: the record does', async () => {
    const session = await open(fakeRt());
    const [olga] = await session.find(address('olga.ivers@example.org'));
    const [lena] = await session.find(address('lead@helpdesk.test'));
    const [other] = await session.find(address('anna@home.example'));
    expect([olga?.person.status, lena?.person.kind, other?.person.groups]).toEqual([
      'disabled',
      'agent',
      [{ id: '30', name: 'VIP customers' }],
    ]);
  });

  it('8: true and false are no flags for it: 1 and 0 are sent, and somebody is disabled indeed', async () => {
    const server = fakeRt();
    const session = await open(server);
    await write(session, { type: 'account.enable', person: '53', from: true, to: false });
    expect(server.store.users.find(({ id }) => id === 53)?.disabled).toBe(true);
    await write(session, { type: 'account.enable', person: '53', from: false, to: true });
    expect(server.store.users.find(({ id }) => id === 53)?.disabled).toBe(false);
  });

  it('9: it breaks over what may not be deleted: nobody is, and no ticket, but by a change that it answers', async () => {
    const server = fakeRt();
    const session = await open(server);
    const { id, version } = await write(session, {
      type: 'ticket.create',
      person: '53',
      title: 'By mistake',
      text: 'x',
      urgent: false,
    });
    const removal = { type: 'ticket.delete', person: '53', ticket: id, version } as const;
    server.rights = new Set([...server.rights].filter((right) => right !== 'DeleteTicket'));
    await expect(write(session, removal)).rejects.toMatchObject({
      problem: { kind: 'invalid', said: `Ticket ${id}: Permission Denied` },
    });
    expect(server.calls.filter((call) => call.startsWith('DELETE'))).toEqual([]);
  });

  it('10: a ticket is opened without what it cannot use: one that is nobody’s is told, and not left behind', async () => {
    const server = fakeRt();
    const session = await through(server, async (request) => {
      if (!request.url.endsWith('/ticket')) return request;
      const sent = JSON.stringify({ ...(await request.json()), Requestor: ['no address'] });
      return new Request(request.url, { method: 'POST', body: sent, headers: request.headers });
    });
    const before = dump(server.store);
    await expect(
      write(session, { type: 'ticket.create', person: '53', title: 'Lost', text: 'x', urgent: false }),
    ).rejects.toMatchObject({ problem: { kind: 'invalid' } });
    expect(dump(server.store)).toEqual(before);
  });
});

describe('What somebody else changes in between', () => {
  const meanwhile = (server: FakeRt, column: string, value: string) => {
    const once = { done: false };
    return through(server, async (request) => {
      if (request.method === 'PUT' && !once.done) {
        once.done = true;
        const body = JSON.stringify({ [column]: value });
        const headers = { authorization: `token ${TOKEN}` };
        await server.fetch(`${request.url}`, { method: 'PUT', body, headers, credentials: 'omit' });
      }
      return request;
    });
  };

  it('is told as it is now, where it is the same field', async () => {
    const server = fakeRt();
    const session = await meanwhile(server, 'RealName', 'Anna Quick');
    await expect(write(session, setName('Anna Slow'))).rejects.toMatchObject({
      problem: { kind: 'conflict', theirs: 'Anna Quick' },
    });
    expect((await session.get('53')).name).toBe('Anna Quick');
  });

  it('stays beside ours, where it is another field', async () => {
    const server = fakeRt();
    const session = await meanwhile(server, 'City', 'Turku');
    await write(session, setName('Anna Slow'));
    const columns = server.store.users.find(({ id }) => id === 53)?.columns;
    expect([columns?.['RealName'], columns?.['City']]).toEqual(['Anna Slow', 'Turku']);
  });
});

describe('A field of a person', () => {
  it.each([
    { type: 'person.set', person: '53', field: 'summary', from: 'Prefers e-mail over phone.', to: '' },
    { type: 'person.set', person: '53', field: 'timezone', from: 'Europe/London', to: null },
    { type: 'person.set', person: '53', field: 'language', from: 'en-GB', to: null },
  ] as const)('can be emptied: $field', async (change) => {
    const session = await open(fakeRt());
    await write(session, change);
    expect((await session.get('53'))[change.field] ?? null).toBe(change.to);
  });

  it('is kept in the place that Request Tracker has for a nickname and for whatever else leads to somebody', async () => {
    const server = fakeRt();
    const session = await open(server);
    const nick = { type: 'text', label: 'Nickname', value: 'Annie' } as const;
    await write(session, { type: 'contact.set', person: '53', at: 9, from: null, to: nick });
    expect((await session.get('53')).fields).toContainEqual(nick);
    expect(server.store.users.find(({ id }) => id === 53)?.columns['NickName']).toBe('Annie');
    const odd = { ...nick, label: 'Fax' };
    await expect(
      write(session, { type: 'contact.set', person: '53', at: 9, from: null, to: odd }),
    ).rejects.toMatchObject({ problem: { kind: 'invalid' } });
    await write(session, { type: 'contact.set', person: '53', at: 9, from: nick, to: null });
    expect((await session.get('53')).fields).not.toContainEqual(nick);
  });
});

describe('A text that RT’s own page has kept with carriage returns', () => {
  it('can be changed, and put back', async () => {
    const server = fakeRt();
    const session = await open(server);
    const row = server.store.users.find(({ id }) => `${id}` === '53');
    if (row === undefined) throw new Error('nobody to write about');
    row.columns['Comments'] = 'Calls on Mondays\r\nSpeaks French';
    const { ref, summary } = await session.get('53');
    expect(summary).toBe('Calls on Mondays\nSpeaks French');
    const change = { type: 'person.set', person: ref.id, field: 'summary' } as const;
    await write(session, { ...change, from: summary, to: 'Gone' });
    await write(session, { ...change, from: 'Gone', to: summary });
    expect((await session.get(ref.id)).summary).toBe(summary);
  });
});
