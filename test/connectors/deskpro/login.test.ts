import { describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/changes';
import { freshMemory, noMemory } from '@/test/support/open';
import { deskpro } from '@/utils/connectors/deskpro';
import type { Connection, Memory } from '@/utils/connectors/types';
import { says } from './answers';
import { connection, DIALECTS, open, way } from './desk';
import { type FakeDeskpro, fakeDeskpro, KEY, SITE } from './server';
import { ME } from './store';

const anna = address('anna.keller@example.com');

async function loginOf(server: FakeDeskpro, settings: Connection['settings'] = {}, memory: Memory = freshMemory()) {
  const { login } = await deskpro.open(
    { ...connection, settings: { ...connection.settings, ...settings } },
    way(server),
    memory,
  );
  if (login === undefined) throw new Error('nobody signs in there');
  return login();
}

/** The calls as they were sent. */
function listening(server: FakeDeskpro) {
  const sent: Request[] = [];
  const fetch: typeof server.fetch = (input, init) => {
    const request = new Request(input, init);
    sent.push(request.clone());
    return server.fetch(request);
  };
  return { sent, fetch };
}

describe.each(DIALECTS)('A connection to Deskpro (%s)', (dialect) => {
  it('says who the key acts as, and which build of Deskpro it is', async () => {
    const server = fakeDeskpro(dialect);
    expect(await loginOf(server)).toEqual({
      name: 'Lena Lead',
      role: 'Admin',
      version: server.build.name,
      denied: [],
    });
  });

  it.each([
    ['key', { access: 'key' }, `key ${KEY}`],
    ['token', { access: 'token' }, `token ${KEY}`],
  ])('sends the %s as Deskpro wants it, never a cookie, and asks for JSON', async (_, settings, authorization) => {
    const server = fakeDeskpro(dialect);
    const { sent, fetch } = listening(server);
    const opened = await deskpro.open(
      { ...connection, settings: { ...connection.settings, ...settings } },
      way({ fetch }),
      freshMemory(),
    );
    await opened.login?.();
    expect(sent.length).toBeGreaterThan(3);
    for (const { headers, credentials } of sent) {
      expect(headers.get('authorization')).toBe(authorization);
      expect(headers.get('accept')).toBe('application/json');
      expect(headers.has('x-deskpro-agent-id')).toBe(false);
      expect(credentials).toBe('omit');
    }
  });

  it.each([
    ['a key that is wrong', { secret: '7:DKwrong' }, { kind: 'signed-out', status: 401 }],
    ['a server that answers with pages', {}, { kind: 'server', detail: expect.stringContaining('no Deskpro') }],
    ['a server that says it is none', {}, { kind: 'server', detail: expect.stringContaining('no Deskpro') }],
    ['a server that answers something new', {}, { kind: 'server', field: 'data' }],
    ['a helpdesk that is closed for maintenance', {}, { kind: 'closed', status: 423 }],
    ['a key that may look nobody up', {}, { kind: 'forbidden' }],
  ])('with %s says what is wrong, and not the key', async (name, settings, problem) => {
    const server = fakeDeskpro(dialect);
    if (name.includes('pages')) server.instead.push('page', 'page');
    if (name.includes('none')) server.instead.push(Response.json({ data: { is_deskpro: false } }));
    if (name.includes('new')) server.instead.push(Response.json({ data: 'yes' }), Response.json({ data: 'me' }));
    if (name.includes('closed')) {
      server.instead.push(says(423, 'helpdesk_offline', 'Offline'), says(423, 'helpdesk_offline', 'Offline'));
    }
    if (name.includes('nobody')) server.refuses.push('GET people');
    const error = await loginOf(server, settings).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ problem: { ...problem, connection: 'desk', call: 'open' } });
    expect(JSON.stringify(error)).not.toContain('DK');
  });

  it('is made by reads alone: nothing is created while it is tried', async () => {
    for (const bodyQuery of [true, false]) {
      const server = fakeDeskpro(dialect);
      server.bodyQuery = bodyQuery;
      const before = structuredClone(server.store);
      await loginOf(server);
      expect(server.store).toEqual(before);
    }
  });

  it('names what the key’s tags or its agent’s rights take away', async () => {
    const server = fakeDeskpro(dialect);
    server.refuses.push('* tickets', `* people/${ME}/notes`);
    expect((await loginOf(server)).denied).toEqual(
      expect.arrayContaining(['tickets', 'archived', 'ticket.create', 'notes', 'note.add']),
    );
    server.refuses.push('* organizations');
    expect((await loginOf(server)).denied).toEqual(expect.arrayContaining(['organisations', 'membership.set']));
  });

  it('finds people all the same where tickets, fields and teams are kept from the key', async () => {
    const server = fakeDeskpro(dialect);
    server.refuses.push('* tickets', 'GET person_custom_fields', 'GET user_groups', 'GET agent_teams', 'GET languages');
    const [found] = await (await open(server)).find(anna);
    expect(found).toMatchObject({ person: { name: 'Anna Keller' }, openTickets: 0, tickets: 0 });
    expect(found?.person.fields.filter(({ custom }) => custom)).toMatchObject([
      { value: 'C-1001', label: 'field3' },
      { value: 'Professional', label: 'field4' },
      { value: 'secret', label: 'field9' },
    ]);
    expect(found?.person.groups).toEqual([{ id: '5', name: '#5' }]);
  });

  it.each([
    `${SITE}/agent/#app.tickets,inbox:agent,t.o:3`,
    `${SITE}/app#/t/ticket/3`,
    `${SITE}/api/v2/me`,
    `${SITE}/`,
    SITE,
  ])('is reached by the address of a page of it: %s', async (page) => {
    expect(await (await open(fakeDeskpro(dialect), { address: page })).find(anna)).toHaveLength(1);
  });
});

describe('A Deskpro below a path', () => {
  it('keeps the path that was typed', async () => {
    const server = fakeDeskpro();
    const { sent, fetch } = listening(server);
    const below: Connection = { ...connection, settings: { ...connection.settings, address: `${SITE}/help/desk/` } };
    const { find, site } = await deskpro.open(below, way({ fetch }), freshMemory());
    await find(anna).catch(() => undefined);
    expect(site).toBe(`${SITE}/help/desk`);
    expect(new Set(sent.map(({ url }) => new URL(url).pathname.replace(/v2\/.*/u, 'v2/')))).toEqual(
      new Set(['/help/desk/api/v2/']),
    );
  });
});

describe('The key of a super-user', () => {
  it('without an agent is refused as a wrong key is: that an agent may be missing is said', async () => {
    const server = fakeDeskpro();
    server.superUser = true;
    await expect(loginOf(server)).rejects.toMatchObject({
      problem: { kind: 'signed-out', status: 401, because: 'no-agent' },
    });
  });

  it('with an agent names them in each call', async () => {
    const server = fakeDeskpro();
    server.superUser = true;
    expect(await loginOf(server, { agent: String(ME) })).toMatchObject({ name: 'Lena Lead' });
  });

  it('is not suspected where an agent is named, or where it is a token', async () => {
    for (const settings of [{ agent: '99' }, { access: 'token', secret: '7:DKwrong' }]) {
      const server = fakeDeskpro();
      server.superUser = settings.agent !== undefined;
      const error = await loginOf(server, settings).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ problem: { kind: 'signed-out' } });
      expect(error).not.toMatchObject({ problem: { because: 'no-agent' } });
    }
  });
});

describe('A helpdesk that wants to be left alone', () => {
  const limited = (): Response => says(429, 'rate_limit', 'Too many requests');

  it('is not asked again for a while, longer each time, where it does not say how long', async () => {
    const server = fakeDeskpro();
    const session = await open(server);
    server.instead.push(limited());
    const first = await session.find(anna).catch((error: unknown) => error);
    expect(first).toMatchObject({ problem: { kind: 'rate-limited', retryAt: expect.any(Number) } });
    const calls = server.calls.length;
    await expect(session.find(anna)).rejects.toMatchObject({ problem: { kind: 'rate-limited' } });
    expect(server.calls).toHaveLength(calls);
  });

  it('says so also where only a part of a batch does', async () => {
    const server = fakeDeskpro();
    const session = await open(server);
    await session.find(anna);
    const part = { headers: { 'status-code': 429 }, status: 429, code: 'rate_limit', message: 'Too many requests' };
    server.instead.push(Response.json({ responses: { people: part } }));
    await expect(session.find(anna)).rejects.toMatchObject({
      problem: { kind: 'rate-limited', call: 'find', retryAt: expect.any(Number) },
    });
    const calls = server.calls.length;
    await expect(session.find(anna)).rejects.toMatchObject({ problem: { kind: 'rate-limited' } });
    expect(server.calls).toHaveLength(calls);
  });

  it('is offline for maintenance as a whole: no call is taken for refused by itself', async () => {
    const server = fakeDeskpro();
    const session = await open(server);
    await session.find(anna);
    server.instead.push(says(423, 'helpdesk_offline', 'Offline'));
    await expect(session.find(anna)).rejects.toMatchObject({ problem: { kind: 'closed', call: 'find' } });
  });
});

describe('A background that was stopped and starts again', () => {
  it('asks Deskpro for people and tickets alone: fields, groups and teams are remembered', async () => {
    const server = fakeDeskpro();
    const memory = freshMemory();
    const look = async () => {
      const { find, reads } = await deskpro.open(connection, way(server), memory);
      const [found] = await find(anna);
      return { found, definitions: await reads.definitions?.() };
    };
    const first = await look();
    server.calls.length = 0;
    server.bodies.length = 0;
    expect(await look()).toEqual(first);
    expect(JSON.stringify(server.bodies)).not.toMatch(/custom_fields|user_groups|agent_teams|languages/u);
    expect(server.calls).toEqual(['POST /batch', 'POST /batch']);
  });

  it('knows that there is no batch, and that a query can stand in a body', async () => {
    const server = fakeDeskpro('horizon');
    server.batch = 'unknown';
    const memory = freshMemory();
    await open(server, {}, memory);
    server.calls.length = 0;
    const { find } = await deskpro.open(connection, way(server), memory);
    await find(anna);
    expect(server.calls).toContain('POST /people');
    expect(server.calls).not.toContain('POST /batch');
  });

  it('tries a batch again with another build of Deskpro', async () => {
    const server = fakeDeskpro('horizon');
    server.batch = 'unknown';
    const memory = freshMemory();
    await open(server, {}, memory);
    server.build = { id: '20270101', name: '2027.1.0' };
    server.batch = 'works';
    await open(server, {}, memory);
    server.calls.length = 0;
    await (await deskpro.open(connection, way(server), memory)).find(anna);
    expect(server.calls).toContain('POST /batch');
  });

  it('keeps no person and no key in that memory', async () => {
    const kept: string[] = [];
    const write = async (key: string, value: unknown) => void kept.push(`${key} ${JSON.stringify(value)}`);
    const memory: Memory = { ...noMemory, write, lasting: { ...noMemory.lasting, write } };
    const { find, reads, login } = await deskpro.open(connection, way(fakeDeskpro()), memory);
    await login?.();
    await find(anna);
    await reads.search?.({ text: 'anna', role: 'customers', group: null, label: null, sort: 'best' }, { limit: 5 });
    expect(kept.join()).toContain('Customer number');
    expect(kept.join()).not.toMatch(/anna|DK01/iu);
  });
});
