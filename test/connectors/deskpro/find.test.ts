import { describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/changes';
import { freshMemory, noMemory } from '@/test/support/open';
import { deskpro } from '@/utils/connectors/deskpro';
import { connection, DIALECTS, open, way } from './desk';
import { type FakeDeskpro, fakeDeskpro } from './server';
import { ANNA, addPerson, addTicket } from './store';

const anna = address('anna.keller@example.com');

const named = async (text: string, server: FakeDeskpro) =>
  (await (await open(server)).find(address(text))).map(({ person, reason }) => [person.name, reason.kind]);

describe.each(DIALECTS)('A profile in Deskpro (%s)', (dialect) => {
  it.each(['works', 'forbidden', 'unknown'] as const)(
    'of somebody with 500 tickets is read on a cold cache with at most 3 calls one after the other; batch %s: in parts',
    async (batch) => {
      const server = fakeDeskpro(dialect);
      server.batch = batch;
      for (let index = 0; index < 500; index += 1) addTicket(server.store, { person: ANNA });
      const { find, reads } = await deskpro.open(connection, way(server), noMemory);
      const [found] = await find(anna);
      const id = found?.person.ref.id ?? '';
      const [open20, notes] = await Promise.all([
        reads.tickets?.(id, 'open', { limit: 20 }),
        reads.notes?.(id, { limit: 20 }),
        reads.tickets?.(id, 'resolved', { limit: 20 }),
        reads.details?.(id, { limit: 5 }),
      ]);
      console.log(
        `deskpro.profile.calls (${dialect}, batch ${batch}): ${server.calls.length} in all, ${server.depth()} deep`,
      );
      expect(found).toMatchObject({ openTickets: 503, tickets: 504 });
      expect(open20).toMatchObject({ total: 503, items: { length: 20 } });
      expect(notes).toMatchObject({ total: 2 });
      if (batch === 'works') expect(server.depth()).toBeLessThanOrEqual(3);
      // That there is none is asked once.
      else expect(server.calls.filter((call) => call === 'POST /batch').length).toBeLessThanOrEqual(2);
    },
  );
});

describe.each(DIALECTS)('Who is looked for by an address in Deskpro (%s)', (dialect) => {
  it.each([
    ['anna.keller@example.com', [['Anna Keller', 'primary']]],
    ['anna@home.example', [['Anna Keller', 'other-address']]],
    ['anna.keller+shop@example.com', [['Anna Keller', 'tag']]],
    ['ben@example.org', [['Ben Shop', 'tag']]],
    ['ben+other@example.org', [['Ben Shop', 'tag']]],
    ['dora@example.org', [['Dora Gone', 'primary']]],
    ['nobody@example.net', []],
    ['keller@example.com', []],
  ])('%s is %j', async (text, people) => {
    expect(await named(text, fakeDeskpro(dialect))).toEqual(people);
  });

  it('is found by the tickets of the address where the text search does not know it', async () => {
    const server = fakeDeskpro(dialect);
    server.findsOthers.text = false;
    expect(await named('anna@home.example', server)).toEqual([['Anna Keller', 'other-address']]);
  });

  it('is found by what stands before the at sign where neither knows the address', async () => {
    const server = fakeDeskpro(dialect);
    server.findsOthers = { text: false, tickets: false };
    expect(await named('anna@home.example', server)).toEqual([['Anna Keller', 'other-address']]);
  });

  it('is nobody where the address is held by somebody whom no search shows', async () => {
    expect(await named('ghost@example.org', fakeDeskpro(dialect))).toEqual([]);
  });

  it('is everybody who has it, where two accounts hold it', async () => {
    const server = fakeDeskpro(dialect);
    addPerson(server.store, { name: 'Anna Twin', emails: ['anna.keller@example.com'] });
    expect(await named('anna.keller@example.com', server)).toHaveLength(2);
  });

  it('is not looked for any further once the primary address has found somebody', async () => {
    const server = fakeDeskpro(dialect);
    server.batch = 'forbidden';
    const session = await open(server);
    server.urls.length = 0;
    await session.find(anna);
    expect(server.urls.filter((url) => /search\/|is_deleted|person=[^&]*%40/u.test(url))).toEqual([]);
  });

  it('is not looked for among the deleted once the text search has found somebody', async () => {
    const server = fakeDeskpro(dialect);
    server.batch = 'forbidden';
    const session = await open(server);
    server.urls.length = 0;
    await session.find(address('anna@home.example'));
    const asked = server.urls.join(' ');
    expect(asked).toContain('search/people_and_orgs');
    expect(asked).not.toMatch(/is_deleted|person=[^&]*%40/u);
  });

  it('is nobody where Deskpro passes over the question and names everybody', async () => {
    const server = fakeDeskpro(dialect);
    server.batch = 'forbidden';
    server.bodyQuery = false;
    const session = await open({
      ...server,
      fetch: (input, init) => {
        const url = new URL(input instanceof Request ? input.url : String(input));
        for (const name of ['primary_email', 'q', 'person']) url.searchParams.delete(name);
        const request = new Request(input, init);
        return server.fetch(new Request(url, request));
      },
    });
    expect(await session.find(address('nobody@example.net'))).toEqual([]);
  });

  it('stands in the address of no call where there is a batch', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    await session.find(anna);
    await session.find(address('nobody@example.net'));
    expect(server.urls.join(' ')).not.toMatch(/keller|nobody|%40|@/u);
  });
});

describe('A query in a body', () => {
  const asked = async (server: FakeDeskpro) => {
    server.batch = 'forbidden';
    const session = await open(server);
    const created = server.store.people.length;
    server.calls.length = 0;
    server.urls.length = 0;
    const found = await session.find(anna);
    expect(found).toHaveLength(1);
    expect(server.store.people).toHaveLength(created);
    return { posted: server.calls.includes('POST /people'), inUrl: server.urls.join(' ').includes('anna.keller') };
  };

  it('keeps an address out of the calls, once it was proven by what can create nobody', async () => {
    const server = fakeDeskpro('horizon');
    server.bodyQuery = true;
    expect(await asked(server)).toEqual({ posted: true, inUrl: false });
  });

  it('is not made where a helpdesk takes it for somebody new: then the address is asked for in the call', async () => {
    const server = fakeDeskpro('horizon');
    server.bodyQuery = false;
    expect(await asked(server)).toEqual({ posted: false, inUrl: true });
  });

  it.each([true, false])('is tried with the agent’s own id alone, and once; known there: %s', async (known) => {
    const server = fakeDeskpro('horizon');
    server.bodyQuery = known;
    const memory = freshMemory();
    await open(server, {}, memory);
    await open(server, {}, memory);
    const tried = server.calls.flatMap((call, at) => (call === 'POST /people' ? [server.bodies[at]] : []));
    expect(tried).toEqual([{ ids: '1' }]);
  });

  it('is tried again with another build of Deskpro', async () => {
    const server = fakeDeskpro('horizon');
    const memory = freshMemory();
    await open(server, {}, memory);
    server.build = { id: '20270101', name: '2027.1.0' };
    await open(server, {}, memory);
    expect(server.calls.filter((call) => call === 'POST /people')).toHaveLength(2);
  });
});
