import { beforeEach, describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/contract';
import type { Change, Made } from '@/utils/changes/types';
import { bookDatabase } from '@/utils/connectors/local/database';
import type { TicketRow } from '@/utils/connectors/local/schema';
import { emptyBooks, openBook } from './book';
import { create, refused, rowOf, run } from './writing';

beforeEach(emptyBooks);

const now = '2026-11-21T08:00:00.000Z';
const stamp = (at = now) => ({ entry: 'e', step: 0, at });
const open = (person: string, title = 'The light is off', text = ''): Change<'ticket.create'> => ({
  type: 'ticket.create',
  person,
  title,
  text,
  urgent: false,
});
const ticketOf = async ({ id }: Made): Promise<TicketRow | undefined> => bookDatabase('own').tickets.get(Number(id));

describe('A new ticket', () => {
  it('is new, belongs to the person’s first organisation and says what it is about', async () => {
    const id = await create({ organisation: { create: 'Bauer' } });
    const [organisation] = (await rowOf(id)).orgs ?? [];
    const made = await run({ ...open(id, ' The  light\nis off ', 'Since yesterday.\n'), urgent: true }, stamp());
    expect(made.version).toBe(now);
    expect(await ticketOf(made)).toEqual({
      id: Number(made.id),
      person: Number(id),
      organisation,
      number: '1',
      title: 'The light is off',
      text: 'Since yesterday.',
      state: 'new',
      open: 1,
      urgent: 1,
      createdAt: now,
      updatedAt: now,
    });
    expect(await (await openBook('own')).reads.ticket?.(made.id)).toMatchObject({
      text: 'Since yesterday.',
      organisation: { name: 'Bauer' },
    });
    expect(await (await openBook('own')).reads.tickets?.(id, 'open', { limit: 5 })).toMatchObject({
      total: 1,
      items: [{ number: '1', title: 'The light is off', urgent: true }],
    });
  });

  it('gets the number after the highest in the book, whatever else numbers look like', async () => {
    const id = await create();
    const row = { person: 1, title: '', state: 'new', open: 1, createdAt: now, updatedAt: now } as const;
    await bookDatabase('own').tickets.bulkAdd(['9', '1042', '77', 'A-2000', ''].map((number) => ({ ...row, number })));
    expect((await ticketOf(await run(open(id))))?.number).toBe('1043');
    expect((await ticketOf(await run(open(id))))?.number).toBe('1044');
  });

  it.each([
    ['without a title', ' ', ''],
    ['with an endless title', 'x'.repeat(501), ''],
    ['with an endless text', 'x', 'x'.repeat(50_001)],
  ])('%s is refused', async (_, title, text) => {
    const id = await create();
    expect(await refused(open(id, title, text))).toMatchObject({ kind: 'invalid' });
    expect(await bookDatabase('own').tickets.count()).toBe(0);
  });

  it('can be taken back while nobody has touched it', async () => {
    const id = await create();
    const made = await run(open(id));
    const remove: Change = { type: 'ticket.delete', person: id, ticket: made.id, version: made.version };
    await run(remove);
    expect(await bookDatabase('own').tickets.count()).toBe(0);
    expect(await refused(remove)).toMatchObject({ kind: 'missing' });
    expect((await ticketOf(await run(open(id))))?.number).toBe('1');
  });

  it.each(['its state was set', 'it was charged for', 'the person wrote'])(
    'is not taken back once %s',
    async (what) => {
      const database = bookDatabase('own');
      const id = await create();
      const made = await run(open(id), stamp());
      const of = { person: Number(id), ticket: Number(made.id), at: now };
      // In the same millisecond, too.
      if (what === 'its state was set') {
        const set = { type: 'ticket.state', person: id, ticket: made.id, from: 'new', to: 'hold' } as const;
        await run(set, stamp());
      }
      if (what === 'it was charged for') await database.charges.add({ ...of, text: 'Work' });
      if (what === 'the person wrote') await database.activity.add({ ...of, what: 'wrote' });
      const remove: Change = { type: 'ticket.delete', person: id, ticket: made.id, version: made.version };
      expect(await refused(remove)).toMatchObject({ kind: 'conflict' });
      expect(await database.tickets.count()).toBe(1);
    },
  );
});

describe('A ticket', () => {
  it('goes to the resolved ones and back', async () => {
    const id = await create();
    const { id: ticket } = await run(open(id));
    const count = async () => {
      const { reads } = await openBook('own');
      const parts = [
        await reads.tickets?.(id, 'open', { limit: 1 }),
        await reads.tickets?.(id, 'resolved', { limit: 1 }),
      ];
      return parts.map((part) => part?.total);
    };
    await run({ type: 'ticket.state', person: id, ticket, from: 'new', to: 'resolved' });
    expect(await count()).toEqual([0, 1]);
    await run({ type: 'ticket.state', person: id, ticket, from: 'resolved', to: 'waiting-them' });
    expect(await count()).toEqual([1, 0]);
    expect(await refused({ type: 'ticket.state', person: id, ticket, from: 'new', to: 'hold' })).toMatchObject({
      kind: 'conflict',
      theirs: 'waiting-them',
    });
  });

  it('tells with each change when it was updated', async () => {
    const id = await create();
    const { id: ticket, version } = await run(open(id), stamp());
    const urgent = { type: 'ticket.urgent', person: id, ticket, from: false, to: true } as const;
    const later = await run(urgent, stamp());
    expect(later.version > version).toBe(true);
    const last = await run({ ...urgent, from: true, to: false }, stamp('2026-11-22T08:00:00.000Z'));
    expect(last.version).toBe('2026-11-22T08:00:00.000Z');
    expect(await ticketOf(last)).not.toHaveProperty('urgent');
    expect(await refused({ ...urgent, from: true, to: false })).toMatchObject({ kind: 'conflict', theirs: false });
  });

  it('notifies one of the person’s addresses, and no other', async () => {
    const id = await create({ addresses: ['anna@example.com', 'b@example.com'] });
    await create({ name: 'Ben', addresses: ['ben@example.com'] });
    const { id: ticket } = await run(open(id));
    const notify = { type: 'ticket.notify', person: id, ticket, from: null } as const;
    const b = address('b@example.com');
    expect(await refused({ ...notify, to: address('ben@example.com') })).toMatchObject({ kind: 'invalid' });
    await run({ ...notify, to: b });
    expect(await (await openBook('own')).reads.tickets?.(id, 'open', { limit: 1 })).toMatchObject({
      items: [{ notifies: b }],
    });
    expect(await refused({ ...notify, to: b })).toMatchObject({ kind: 'conflict', theirs: b });
    const made = await run({ ...notify, from: b, to: null });
    expect(await ticketOf(made)).not.toHaveProperty('notifies');
  });

  it('of somebody else is not reached', async () => {
    const id = await create();
    const { id: ticket } = await run(open(id));
    const other = await create({ name: 'Ben' });
    const change: Change = { type: 'ticket.state', person: other, ticket, from: 'new', to: 'hold' };
    expect(await refused(change)).toMatchObject({ kind: 'missing' });
  });
});
