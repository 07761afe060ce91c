import { describe, expect, it } from 'vitest';
import { write } from '@/test/connectors/changes';
import type { TicketState } from '@/utils/people/types';
import { DIALECTS, open } from './desk';
import { fakeDeskpro, SITE } from './server';
import { ANNA, addPerson, addTicket, ME } from './store';

const id = String(ANNA);
const asked = {
  type: 'ticket.create',
  person: id,
  title: 'The light is off',
  text: 'Since today.',
  urgent: true,
} as const;

describe.each(DIALECTS)('A new ticket in Deskpro (%s)', (dialect) => {
  it('is of the person and given to whoever the key belongs to; its text is a note, so that no mail is sent', async () => {
    const server = fakeDeskpro(dialect);
    const made = await write(await open(server), asked);
    expect(server.bodies).toContainEqual({
      subject: 'The light is off',
      person: ANNA,
      agent: ME,
      urgency: 8,
      message: { message: 'Since today.', format: 'text', is_note: true },
    });
    expect(server.store.tickets.at(-1)).toMatchObject({ id: Number(made.id), person: ANNA, agent: ME, urgency: 8 });
  });

  it('that Deskpro made already is that one, and is not made again', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    const { id: first } = await write(session, asked);
    const tickets = server.store.tickets.length;
    server.calls.length = 0;
    expect((await write(session, asked)).id).toBe(first);
    expect(server.calls.filter((call) => call === 'POST /tickets')).toHaveLength(1);
    expect(server.store.tickets).toHaveLength(tickets);
  });

  it('that was made already, and cannot be seen, is said to be so', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    const { id: first } = await write(session, asked);
    Object.assign(server.store.tickets.find((one) => String(one.id) === first) ?? {}, { unseen: true });
    await expect(write(session, asked)).rejects.toMatchObject({
      problem: { kind: 'conflict', because: 'made-already' },
    });
  });

  it('without a title, or of nobody, is not sent', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    await expect(write(session, { ...asked, title: '  ' })).rejects.toMatchObject({ problem: { kind: 'invalid' } });
    await expect(write(session, { ...asked, person: '99' })).rejects.toMatchObject({ problem: { kind: 'missing' } });
    expect(server.calls).not.toContain('POST /tickets');
  });

  it('that is refused is told in Deskpro’s words', async () => {
    const server = fakeDeskpro(dialect);
    server.refuses.push('POST tickets');
    await expect(write(await open(server), asked)).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
  });
});

describe.each(DIALECTS)('A ticket in Deskpro (%s)', (dialect) => {
  it.each<[TicketState, string]>([
    ['waiting-them', 'awaiting_user'],
    ['hold', 'pending'],
    ['resolved', 'resolved'],
  ])('becomes %s as %s, and comes back', async (to, status) => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    const { id: ticket } = addTicket(server.store, { person: ANNA });
    const change = { type: 'ticket.state', person: id, ticket: String(ticket), from: 'waiting-us', to } as const;
    await write(session, change);
    expect(server.store.tickets.at(-1)?.status).toBe(status);
    await write(session, { ...change, from: to, to: 'waiting-us' });
    expect(server.store.tickets.at(-1)?.status).toBe('awaiting_agent');
  });

  it('keeps a sub-status that is of the state already', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    const row = addTicket(server.store, { person: ANNA, status: 'pending.5' });
    const ticket = String(row.id);
    await write(session, { type: 'ticket.state', person: id, ticket, from: 'hold', to: 'hold' });
    expect(row.status).toBe('pending.5');
  });

  it('that keeps its state after all is told, with the page where it is changed by hand', async () => {
    const server = fakeDeskpro(dialect);
    server.ignoredFields.add('status');
    const { id: ticket } = addTicket(server.store, { person: ANNA });
    const change = { person: id, ticket: String(ticket), from: 'waiting-us', to: 'resolved' } as const;
    await expect(write(await open(server), { type: 'ticket.state', ...change })).rejects.toMatchObject({
      problem: { kind: 'invalid', because: 'not-kept', page: expect.stringContaining(SITE) },
    });
  });

  it('of somebody else is not theirs to change', async () => {
    const server = fakeDeskpro(dialect);
    const other = addPerson(server.store, { name: 'Zed' });
    const { id: ticket } = addTicket(server.store, { person: other.id });
    const change = { person: id, ticket: String(ticket), from: 'waiting-us', to: 'resolved' } as const;
    await expect(write(await open(server), { type: 'ticket.state', ...change })).rejects.toMatchObject({
      problem: { kind: 'missing' },
    });
  });

  it('is given to somebody else, one at a time', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    const to = addPerson(server.store, { name: 'Zed' });
    const { id: ticket } = addTicket(server.store, { person: ANNA });
    expect(session.movesAtOnce).toBe(1);
    const items = [String(ticket)];
    await write(session, { type: 'ticket.move', person: id, items, from: id, to: String(to.id) });
    expect(server.bodies).toContainEqual({ person: to.id });
    expect(server.store.tickets.at(-1)?.person).toBe(to.id);
  });

  it('goes back with the others where one of several is refused', async () => {
    const server = fakeDeskpro(dialect);
    const session = await open(server);
    const to = addPerson(server.store, { name: 'Zed' });
    const tickets = [addTicket(server.store, { person: ANNA }), addTicket(server.store, { person: ANNA })];
    server.refuses.push(`PUT tickets/${tickets[1]?.id}`);
    const items = tickets.map((one) => String(one.id));
    await expect(
      write(session, { type: 'ticket.move', person: id, items, from: id, to: String(to.id) }),
    ).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
    expect(tickets.map(({ person }) => person)).toEqual([ANNA, ANNA]);
  });
});
