import { describe, expect, it } from 'vitest';
import { write } from '@/test/connectors/changes';
import { ProblemError } from '@/utils/problem';
import { open } from './desk';
import { fakeZammad } from './server';
import { ANNA, addTicket } from './store';

const id = String(ANNA);
const BEN = 5;

describe.each(['6.5', '6.4'] as const)('Tickets of a person in Zammad %s', (dialect) => {
  it('are open or closed by the type of their state; a merged one is neither', async () => {
    const { reads, counts } = await open(fakeZammad(dialect));
    const titles = async (which: 'open' | 'resolved') =>
      (await reads.tickets?.(id, which, { limit: 9, sort: 'newest' }))?.items.map(({ title }) => title);
    expect(await titles('open')).toEqual(['Phone', 'Printer']);
    expect(await titles('resolved')).toEqual(['Invoice']);
    expect(await counts?.(id)).toEqual({ openTickets: 2, tickets: 3 });
  });

  it('are counted to the end, beyond what one page holds', async () => {
    const server = fakeZammad(dialect);
    for (let index = 0; index < 450; index += 1) addTicket(server.store, { customer_id: ANNA });
    const { reads, counts } = await open(server);
    expect(await counts?.(id)).toEqual({ openTickets: 452, tickets: 453 });
    const part = await reads.tickets?.(id, 'open', { limit: 300 });
    expect(part).toMatchObject({ total: 452, items: { length: 300 } });
    expect(new Set(part?.items.map((ticket) => ticket.id)).size).toBe(300);
    expect((await reads.belongings?.(id))?.tickets).toHaveLength(454);
  });

  it('that are alike in what they are sorted by stand on one page each, none on two or on none', async () => {
    const server = fakeZammad(dialect);
    const at = '2026-01-01T00:00:00.000Z';
    for (let index = 0; index < 450; index += 1) addTicket(server.store, { customer_id: ANNA, created_at: at });
    const { reads } = await open(server);
    expect(new Set((await reads.belongings?.(id))?.tickets).size).toBe(454);
    const part = await reads.tickets?.(id, 'open', { limit: 450, sort: 'urgency' });
    expect(new Set(part?.items.map((ticket) => ticket.id)).size).toBe(450);
  });

  it('that the login does not see are counted before somebody is deleted, since they go too', async () => {
    const server = fakeZammad(dialect);
    server.readable = new Set();
    const { reads } = await open(server);
    expect(await reads.tickets?.(id, 'open', { limit: 5 })).toEqual({ items: [], total: 0 });
    expect(await reads.holdings?.(id)).toEqual({ tickets: { count: 4, open: 0 } });
  });

  it('move all or none: one in a group that may not be changed is named, and none has moved', async () => {
    const server = fakeZammad(dialect);
    const other = addTicket(server.store, { customer_id: ANNA, group_id: 2 });
    server.writable = new Set([1]);
    const session = await open(server);
    const items = (await session.reads.belongings?.(id))?.tickets ?? [];
    const move = { type: 'ticket.move', person: id, from: id, to: String(BEN), items } as const;
    await expect(write(session, move)).rejects.toMatchObject({
      problem: {
        kind: 'forbidden',
        ticket: other.number,
        page: `https://support.example.test/#ticket/zoom/${other.id}`,
      },
    });
    expect(server.store.tickets.map(({ customer_id: customer }) => customer)).not.toContain(BEN);
    // Whoever tries again does so without it.
    const rest = (await session.reads.belongings?.(id))?.tickets ?? [];
    expect(rest).toEqual(items.filter((one) => one !== String(other.id)));
    expect(await session.reads.unseen?.(id)).toBe(1);
    await write(session, { ...move, items: rest });
    expect(server.store.tickets.filter(({ customer_id: customer }) => customer === BEN)).toHaveLength(4);
  });

  it('1,200 of them move in batches, nothing twice and nothing lost', async () => {
    const server = fakeZammad(dialect);
    for (let index = 0; index < 1_200; index += 1) addTicket(server.store, { customer_id: ANNA });
    const session = await open(server);
    const items = (await session.reads.belongings?.(id))?.tickets ?? [];
    const size = session.movesAtOnce ?? 0;
    expect(size).toBe(50);
    for (let at = 0; at < items.length; at += size) {
      const some = items.slice(at, at + size);
      await write(session, { type: 'ticket.move', person: id, from: id, to: String(BEN), items: some });
    }
    expect(server.store.tickets.filter(({ customer_id: customer }) => customer === BEN)).toHaveLength(1_204);
    expect(server.calls.filter((call) => call === 'POST /tickets/mass_update')).toHaveLength(25);
  });
});

describe('Tickets that are moved in Zammad', () => {
  it.each([408, 502, 504])(
    'and were not answered in time (%i) are moved once more, which changes nothing twice',
    async (status) => {
      const server = fakeZammad();
      const left = { count: 1 };
      const fetch: typeof server.fetch = async (input, init) => {
        const answer = await server.fetch(input, init);
        if (server.calls.at(-1) !== 'POST /tickets/mass_update' || left.count === 0) return answer;
        left.count -= 1;
        return new Response('', { status });
      };
      const session = await open({ ...server, fetch });
      await write(session, { type: 'ticket.move', person: id, from: id, to: String(BEN), items: ['1', '2'] });
      expect(server.store.moved).toEqual([
        [1, ANNA, BEN],
        [2, ANNA, BEN],
      ]);
      left.count = 9;
      const back = { type: 'ticket.move', person: String(BEN), from: String(BEN), to: id, items: ['1', '2'] } as const;
      await expect(write(session, back)).rejects.toBeInstanceOf(ProblemError);
      expect(left.count).toBe(6);
    },
  );

  it('follow the organisation of the new customer, unless that is one of theirs', async () => {
    const server = fakeZammad();
    const session = await open(server);
    await write(session, { type: 'ticket.move', person: id, from: id, to: String(BEN), items: ['1'] });
    expect(server.store.tickets[0]).toMatchObject({ customer_id: BEN, organization_id: null });
    await write(session, { type: 'ticket.move', person: String(BEN), from: String(BEN), to: id, items: ['1'] });
    expect(server.store.tickets[0]).toMatchObject({ customer_id: ANNA, organization_id: 7 });
  });

  it('one alone goes by a call of its own, which says why it is refused', async () => {
    const server = fakeZammad();
    const session = await open(server);
    server.calls.length = 0;
    const move = { type: 'ticket.move', person: id, from: id, to: String(BEN), items: ['1'] } as const;
    await write(session, move);
    expect(server.calls).toContain('PUT /tickets/1');
    server.writable = new Set();
    await expect(write(session, { ...move, items: ['2'] })).rejects.toMatchObject({
      problem: { kind: 'forbidden', ticket: '67002' },
    });
  });

  it('to somebody who is not there are not moved', async () => {
    const server = fakeZammad();
    const move = { type: 'ticket.move', person: id, from: id, to: '999', items: ['1', '2'] } as const;
    await expect(write(await open(server), move)).rejects.toMatchObject({ problem: { kind: 'missing' } });
    expect(server.store.moved).toEqual([]);
  });
});

describe('A list of tickets in Zammad', () => {
  it.each([
    ['newest', ['Phone', 'Printer']],
    ['oldest', ['Printer', 'Phone']],
    ['last-reply', ['Printer', 'Phone']],
    ['urgency', ['Phone', 'Printer']],
  ] as const)('is sorted by %s at the server', async (sort, titles) => {
    const server = fakeZammad();
    const session = await open(server);
    await write(session, { type: 'ticket.state', person: id, ticket: '1', from: 'waiting-us', to: 'hold' });
    const part = await session.reads.tickets?.(id, 'open', { limit: 9, sort });
    expect(part?.items.map(({ title }) => title)).toEqual(titles);
    const first = await session.reads.tickets?.(id, 'open', { limit: 1, sort });
    expect(first).toMatchObject({ total: 2, items: [{ title: titles[0] }] });
  });
});

describe('A ticket in Zammad', () => {
  it('that is to wait says until when, since Zammad refuses it otherwise', async () => {
    const server = fakeZammad();
    const session = await open(server);
    const hold = { type: 'ticket.state', person: id, ticket: '1', from: 'waiting-us', to: 'hold' } as const;
    await write(session, hold);
    expect(server.store.tickets[0]).toMatchObject({ state_id: 3, pending_time: expect.any(String) });
  });

  it('is made in the group of the connection, as a note that mails nobody', async () => {
    const server = fakeZammad();
    const session = await open(server, { group: 'Sales' });
    await write(session, { type: 'ticket.create', person: id, title: 'Lamp', text: 'Off', urgent: true });
    expect(server.store.tickets.at(-1)).toMatchObject({
      title: 'Lamp',
      group_id: 2,
      customer_id: ANNA,
      priority_id: 3,
    });
    expect(server.bodies.at(-1)).toMatchObject({ article: { type: 'note', internal: true, body: 'Off' } });
  });

  it('says whose it is', async () => {
    const { reads } = await open(fakeZammad());
    expect(await reads.requestors?.('1')).toEqual([
      { id: '4', name: 'Anna Keller', address: 'anna.keller@example.com' },
    ]);
    await expect(reads.requestors?.('999')).rejects.toMatchObject({ problem: { kind: 'missing' } });
  });
});
