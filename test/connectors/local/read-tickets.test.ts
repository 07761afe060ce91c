import { beforeEach, describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/contract';
import type { Session, TicketSort } from '@/utils/connectors/types';
import { emptyBooks, openBook } from './book';
import { addPerson, minute, own, ticket } from './rows';

beforeEach(emptyBooks);

const numbers = async (session: Session, id: number, sort: TicketSort | undefined, limit = 10) => {
  const part = await session.reads.tickets?.(String(id), 'open', sort === undefined ? { limit } : { limit, sort });
  return [part?.total, part?.items.map(({ number }) => number).join(' ')];
};

async function busy(): Promise<number> {
  const id = await addPerson('Busy');
  await own().tickets.bulkAdd([
    ticket(id, { number: 'first', createdAt: minute(1), updatedAt: minute(50) }),
    ticket(id, { number: 'fire', createdAt: minute(2), updatedAt: minute(20), urgent: 1 }),
    ticket(id, { number: 'quiet', createdAt: minute(3), updatedAt: minute(10) }),
    ticket(id, { number: 'smoke', createdAt: minute(4), updatedAt: minute(40), urgent: 1 }),
    ticket(id, { number: 'last', createdAt: minute(5), updatedAt: minute(30) }),
    ticket(id, { number: 'done', open: 0, updatedAt: minute(60), urgent: 1 }),
    ticket(await addPerson('Somebody else'), { number: 'foreign', updatedAt: minute(70), urgent: 1 }),
  ]);
  return id;
}

describe('The tickets of a person', () => {
  it.each([
    [undefined, 'first smoke last fire quiet'],
    ['last-reply', 'first smoke last fire quiet'],
    ['newest', 'last smoke quiet fire first'],
    ['oldest', 'first fire quiet smoke last'],
    ['urgency', 'smoke fire first last quiet'],
  ] as const)('stand in the order %s: %s', async (sort, order) => {
    const id = await busy();
    expect(await numbers(await openBook('own'), id, sort)).toEqual([5, order]);
  });

  it.each([
    [1, 'smoke'],
    [2, 'smoke fire'],
    [3, 'smoke fire first'],
    [4, 'smoke fire first last'],
  ])('by urgency, the first %i are %s', async (limit, order) => {
    const id = await busy();
    expect(await numbers(await openBook('own'), id, 'urgency', limit)).toEqual([5, order]);
  });

  it('say which are urgent and which address they notify', async () => {
    const id = await addPerson('Anna');
    await own().tickets.bulkAdd([
      ticket(id, { number: '1', urgent: 1, updatedAt: minute(2) }),
      ticket(id, { number: '2', notifies: address('office@example.com') }),
    ]);
    const part = await (await openBook('own')).reads.tickets?.(String(id), 'open', { limit: 5 });
    expect(part?.items.map(({ urgent, notifies }) => [urgent, notifies])).toEqual([
      [true, undefined],
      [false, 'office@example.com'],
    ]);
  });

  it('of nobody are none', async () => {
    const session = await openBook('own');
    await busy();
    for (const id of ['', '0', 'x', '99']) {
      expect(await session.reads.tickets?.(id, 'open', { limit: 5 })).toEqual({ items: [], total: 0 });
    }
  });
});

describe('A ticket’s own page', () => {
  it('names the person, agent, team and organisation, with what was charged and done for it', async () => {
    const agent = await addPerson('Jonas Wirth', { kind: 'agent' });
    const person = await addPerson('Anna Keller');
    const team = await own().teams.add({ name: 'First line' });
    const organisation = await own().organisations.add({ name: 'Bauer', key: 'bauer', createdAt: minute(0) });
    const row = ticket(person, { number: '1018', agent, team, organisation, labels: ['hardware'] });
    const id = await own().tickets.add(row);
    await own().charges.bulkAdd([
      { person, ticket: id, at: minute(1), text: 'Cable', seconds: 600, amount: 500, currency: 'EUR' },
      { person, ticket: id, at: minute(3), text: 'Visit', seconds: 300 },
      { person, at: minute(2), text: 'Something else', seconds: 9 },
    ]);
    await own().activity.bulkAdd([
      { person, ticket: id, at: minute(1), what: 'wrote' },
      { person, ticket: id, at: minute(4), what: 'rated', detail: '5 of 5' },
      { person, at: minute(5), what: 'signed-in' },
    ]);
    const page = await (await openBook('own')).reads.ticket?.(String(id));
    expect(page).toMatchObject({
      ticket: { id: String(id), number: '1018', state: 'new' },
      person: { name: 'Anna Keller', ref: { connection: 'own-book', id: String(person) } },
      agent: 'Jonas Wirth',
      team: 'First line',
      organisation: { id: String(organisation), name: 'Bauer' },
      labels: ['hardware'],
      charges: {
        total: 2,
        items: [{ text: 'Visit', ticket: { number: '1018' } }, { text: 'Cable' }],
        totals: { seconds: 900, money: [{ amount: 500, currency: 'EUR' }] },
      },
    });
    expect(page?.activity.map(({ what, detail }) => [what, detail])).toEqual([
      ['rated', '5 of 5'],
      ['wrote', undefined],
    ]);
  });

  it('has nothing where nothing is known, and is missing where there is no ticket', async () => {
    const id = await own().tickets.add(ticket(77));
    const session = await openBook('own');
    expect(await session.reads.ticket?.(String(id))).toMatchObject({
      person: null,
      agent: null,
      team: null,
      organisation: null,
      labels: [],
      charges: null,
      activity: [],
    });
    await expect(session.reads.ticket?.('999')).rejects.toMatchObject({
      problem: { kind: 'missing', connection: 'own-book', call: 'ticket' },
    });
  });
});
