import { describe, expect, it } from 'vitest';
import { there } from '@/test/connectors/changes';
import { shows } from '@/utils/connectors/deskpro/shows';
import type { TicketSort } from '@/utils/connectors/types';
import { DIALECTS, open } from './desk';
import { type FakeDeskpro, fakeDeskpro, SITE } from './server';
import { ANNA, addTicket, type TicketRow } from './store';

const id = String(ANNA);

const reading = async (server: FakeDeskpro) => {
  const { reads } = await open(server);
  return { list: there(reads.tickets), archived: there(reads.archived), reads };
};
/** Only these tickets are there. */
function only(server: FakeDeskpro, tickets: readonly Partial<TicketRow>[]): void {
  server.store.tickets = [];
  for (const ticket of tickets) addTicket(server.store, { person: ANNA, ...ticket });
}

describe.each(DIALECTS)('Tickets in Deskpro (%s)', (dialect) => {
  it('are open while an agent, the user or something else is awaited, sub-statuses too; resolved; put away for good', async () => {
    const { list, archived } = await reading(fakeDeskpro(dialect));
    const open10 = await list(id, 'open', { limit: 10 });
    expect(open10.items.map(({ title, state }) => [title, state])).toEqual([
      ['Phone', 'waiting-them'],
      ['Spare part', 'hold'],
      ['Printer', 'waiting-us'],
    ]);
    expect((await list(id, 'resolved', { limit: 10 })).items).toMatchObject([{ title: 'Invoice', state: 'resolved' }]);
    expect((await archived(id, { limit: 10 })).items).toMatchObject([{ title: 'Long ago', state: 'resolved' }]);
  });

  it('that are hidden never appear and are in no count', async () => {
    const server = fakeDeskpro(dialect);
    const { list, archived, reads } = await reading(server);
    const parts = await Promise.all([
      list(id, 'open', { limit: 50 }),
      list(id, 'resolved', { limit: 50 }),
      archived(id, { limit: 50 }),
    ]);
    expect(parts.flatMap(({ items }) => items).map(({ title }) => title)).not.toContain('Win a prize');
    expect(parts.map(({ total }) => total)).toEqual([3, 1, 1]);
    expect(await reads.unseen?.(id)).toBe(0);
    expect(JSON.stringify(server.bodies)).not.toContain('hidden');
  });

  it.each([
    ['newest', ['C', 'B', 'A']],
    ['oldest', ['A', 'B', 'C']],
    ['last-reply', ['B', 'A', 'C']],
    ['urgency', ['C', 'B', 'A']],
  ] as const satisfies readonly (readonly [TicketSort, readonly string[]])[])(
    'come by %s, whether the server heeds the direction or not',
    async (sort, titles) => {
      for (const heeds of [true, false]) {
        const server = fakeDeskpro(dialect);
        // Legacy knows order_dir only, Horizon group_sort only: a wrong one is as good as none.
        if (!heeds) server.dialect = dialect === 'legacy' ? 'horizon' : 'legacy';
        only(server, [
          { subject: 'A', date_created: '2026-01-01T08:00:00+0000', date_status: '2026-02-02T08:00:00+0000' },
          {
            subject: 'B',
            date_created: '2026-01-02T08:00:00+0000',
            date_status: '2026-02-03T08:00:00+0000',
            urgency: 2,
          },
          {
            subject: 'C',
            date_created: '2026-01-03T08:00:00+0000',
            date_status: '2026-02-01T08:00:00+0000',
            urgency: 9,
          },
        ]);
        const { list } = await reading(server);
        expect((await list(id, 'open', { limit: 3, sort })).items.map(({ title }) => title)).toEqual(titles);
      }
    },
  );

  it('are asked for in both words for the direction', async () => {
    const server = fakeDeskpro(dialect);
    const { list } = await reading(server);
    server.bodies.length = 0;
    await list(id, 'open', { limit: 3, sort: 'oldest' });
    const asked = JSON.stringify(server.bodies);
    expect(asked).toContain('order_dir=asc');
    expect(asked).toContain('group_sort=asc');
  });

  it.each(['works', 'unknown'] as const)(
    'come past the 200 that are given at a time, with an honest total; batch: %s',
    async (batch) => {
      const server = fakeDeskpro(dialect);
      server.batch = batch;
      only(
        server,
        Array.from({ length: 430 }, (_, at) => ({
          subject: `No ${at}`,
          status: at % 2 === 0 ? 'awaiting_agent' : 'pending.5',
        })),
      );
      const { list } = await reading(server);
      const all = await list(id, 'open', { limit: 430, sort: 'oldest' });
      expect(all.total).toBe(430);
      expect(all.items.map(({ title }) => title)).toEqual(Array.from({ length: 430 }, (_, at) => `No ${at}`));
      const some = await list(id, 'open', { limit: 5, sort: 'oldest' });
      expect(some).toMatchObject({ total: 430, items: { length: 5 } });
      expect(some.items[4]?.title).toBe('No 4');
    },
  );

  it('have the number that the customer knows, a page, and are urgent from 8 of 10 on', async () => {
    const { list } = await reading(fakeDeskpro(dialect));
    expect((await list(id, 'open', { limit: 10 })).items).toMatchObject([
      { number: 'DPRO-4004', urgent: true, url: `${SITE}/agent/tickets/4` },
      { number: 'DPRO-4003', urgent: false },
      { number: 'DPRO-4001', urgent: false },
    ]);
  });

  it('tell where their mails go, if that is not the primary address', async () => {
    const server = fakeDeskpro(dialect);
    only(server, [{ person_email: 'anna@home.example' }, { person_email: 'anna.keller@example.com' }, {}]);
    const { list } = await reading(server);
    const { items } = await list(id, 'open', { limit: 10, sort: 'oldest' });
    expect(items.map(({ notifies }) => notifies ?? null)).toEqual(['anna@home.example', null, null]);
  });

  it('that the key’s agent does not see are counted, and go along with whoever is deleted', async () => {
    const server = fakeDeskpro(dialect);
    for (let more = 0; more < 4; more += 1) addTicket(server.store, { person: ANNA, unseen: true });
    const { reads } = await reading(server);
    expect(await reads.unseen?.(id)).toBe(4);
    expect(await reads.holdings?.(id)).toEqual({
      tickets: { count: 9, open: 3 },
      notes: { count: 2, files: 0 },
      chats: 2,
    });
  });

  it('that can be moved are those of the person, resolved and archived too', async () => {
    const { reads } = await reading(fakeDeskpro(dialect));
    expect((await reads.belongings?.(id))?.tickets?.toSorted()).toEqual(['1', '2', '3', '4', '5']);
  });

  it('are in their own list alone where the server passes over the status that is asked for', async () => {
    const server = fakeDeskpro(dialect);
    server.batch = 'unknown';
    const fetch: typeof server.fetch = (input, init) => {
      const request = new Request(input, init);
      return server.fetch(new Request(request.url.replace('&status=', '&other='), request));
    };
    const { list } = await reading({ ...server, fetch });
    const resolved = await list(id, 'resolved', { limit: 10 });
    expect(resolved).toMatchObject({ items: [{ title: 'Invoice' }], total: 1 });
  });

  it('and people have the pages that the settings say', async () => {
    const pages = { ticketPage: '/app#/t/{id}', personPage: `${SITE}/app#/u/{id}` };
    const session = await open(fakeDeskpro(dialect), pages);
    expect((await session.reads.tickets?.(id, 'open', { limit: 1 }))?.items[0]?.url).toBe(`${SITE}/app#/t/4`);
    expect(session.mergesAt).toBe(`${SITE}/app#/u/{id}`);
    const wrong = await open(fakeDeskpro(dialect), { ticketPage: 'https://evil.test/{id}', personPage: '/../{id}' });
    expect((await wrong.reads.tickets?.(id, 'open', { limit: 1 }))?.items[0]?.url).toBe(`${SITE}/agent/tickets/4`);
    expect(wrong.mergesAt).toBe(`${SITE}/agent`);
  });

  it('may be kept from the key: that is said in their place', async () => {
    const server = fakeDeskpro(dialect);
    const { list } = await reading(server);
    server.refuses.push('GET tickets');
    await expect(list(id, 'open', { limit: 5 })).rejects.toMatchObject({
      problem: { kind: 'forbidden', call: 'tickets', connection: 'desk' },
    });
  });

  it('are from a person', async () => {
    const server = fakeDeskpro(dialect);
    const { reads } = await reading(server);
    expect(await reads.requestors?.('1')).toEqual([{ id, name: 'Anna Keller', address: 'anna.keller@example.com' }]);
    await expect(reads.requestors?.('999')).rejects.toMatchObject({ problem: { kind: 'missing', call: 'requestors' } });
    await expect(reads.requestors?.('no ticket')).rejects.toMatchObject({ problem: { kind: 'missing' } });
    server.refuses.push('GET tickets');
    await expect(reads.requestors?.('1')).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
  });
});

describe('A page of Deskpro', () => {
  it.each([
    ['/agent/#app.tickets,inbox:agent,t.o:12', { kind: 'ticket', id: '12' }],
    ['/agent/#app.tickets,inbox:agent,t.o:12,t.o:15,vis:a', { kind: 'ticket', id: '15' }],
    ['/agent/#app.tickets,t.o:12,p.o:3', { kind: 'person', id: '3' }],
    ['/agent/#app.people,p.o:3,o.o:9', { kind: 'person', id: '3' }],
    ['/agent/tickets/299', { kind: 'ticket', id: '299' }],
    ['/app#/t/ticket/12', { kind: 'ticket', id: '12' }],
    ['/app#/tickets/filter/5/ticket/12', { kind: 'ticket', id: '12' }],
    ['/app#/crm/people/3', { kind: 'person', id: '3' }],
    ['/app#/user/3/notes', { kind: 'person', id: '3' }],
    ['/agent/#app.tickets,inbox:agent', null],
    ['/agent/#app.tickets,o.o:9', null],
    ['/app#/tickets/filter/5', null],
    ['/portal/tickets/12', null],
    ['/', null],
  ])('%s is %j', (path, shown) => {
    expect(shows(SITE, `${SITE}${path}`)).toEqual(shown);
  });

  it('of another helpdesk is none of this one', () => {
    expect(shows(SITE, 'https://help.example.test.evil.test/agent/tickets/12')).toBeNull();
    expect(shows(`${SITE}/desk`, `${SITE}/agent/tickets/12`)).toBeNull();
    expect(shows(`${SITE}/desk`, `${SITE}/desk/agent/tickets/12`)).toEqual({ kind: 'ticket', id: '12' });
  });
});
