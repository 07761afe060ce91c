import { describe, expect, it } from 'vitest';
import { address, write } from '@/test/connectors/changes';
import type { NewPerson } from '@/utils/changes/types';
import { open } from './desk';
import { type FakeZammad, fakeZammad } from './server';
import { ANNA } from './store';

const nina = address('nina@example.net');
const draft: NewPerson = { name: 'Nina Newcomer', addresses: [nina] };

async function made(given: Partial<NewPerson>, server: FakeZammad = fakeZammad()) {
  const session = await open(server);
  const { id } = await write(session, { type: 'person.create', person: null, draft: { ...draft, ...given } });
  return { person: await session.get(id), row: server.store.users.at(-1), server };
}

const refusedOf = (given: Partial<NewPerson>, server = fakeZammad()) =>
  made(given, server).then(
    () => null,
    (error: unknown) => error,
  );

describe('Somebody new in Zammad', () => {
  it('is a customer, with what was typed and nothing else', async () => {
    const { row, server } = await made({ summary: 'Met at the fair' });
    expect(row).toMatchObject({ role_ids: [3], firstname: 'Nina', lastname: 'Newcomer', email: nina });
    expect(server.bodies.find((body) => JSON.stringify(body).includes('Nina'))).toEqual({
      firstname: 'Nina',
      lastname: 'Newcomer',
      email: nina,
      note: '<div>Met at the fair</div>',
    });
  });

  it('has the second address as login, and no third one', async () => {
    const other = address('n.newcomer@example.org');
    const { person } = await made({ addresses: [nina, other] });
    expect(person.emails.map((email) => email.address)).toEqual([nina, other]);
    expect(await refusedOf({ addresses: [nina, other, address('third@example.org')] })).toMatchObject({
      problem: { kind: 'invalid' },
    });
  });

  it('has no address that somebody has as theirs, or signs in with', async () => {
    for (const [taken, owner] of [
      ['olga.ivers@example.org', 'Olga Ivers'],
      ['old@example.org', 'Nora New'],
    ] as const) {
      expect(await refusedOf({ addresses: [address(taken)] })).toMatchObject({
        problem: { kind: 'conflict', owner: { name: owner } },
      });
      expect(await refusedOf({ addresses: [nina, address(taken)] })).toMatchObject({ problem: { kind: 'conflict' } });
    }
  });

  it('is called as Zammad writes a name in small letters', async () => {
    expect((await made({ name: 'nina newcomer' })).person.name).toBe('Nina Newcomer');
  });

  it('is in the organisation that takes in their domain', async () => {
    const server = fakeZammad();
    Object.assign(server.store.organizations[0] ?? {}, { domain: 'example.net', domain_assignment: true });
    expect((await made({}, server)).person.memberships).toMatchObject([{ name: 'Acme' }]);
  });

  it('has custom fields by their definitions; what is no such value is refused, and nobody is made', async () => {
    const fields = (id: string, value: string): Partial<NewPerson> => ({
      fields: [{ type: 'text', custom: true, id, value }],
    });
    expect((await made(fields('region', 'Europe › Bonn'))).row).toMatchObject({ region: 'Europe::Bonn' });
    const server = fakeZammad();
    const before = structuredClone(server.store.users);
    expect(await refusedOf(fields('region', 'Bonn'), server)).toMatchObject({ problem: { kind: 'invalid' } });
    expect(await refusedOf(fields('code', 'x'.repeat(13)), server)).toMatchObject({ problem: { longest: 12 } });
    expect(server.store.users).toEqual(before);
  });

  it('whose name or note is too long is refused here, with the room there is', async () => {
    expect(await refusedOf({ name: `Nina ${'x'.repeat(101)}` })).toMatchObject({ problem: { longest: 100 } });
    // The mark-up that it is kept with takes some of it.
    expect(await refusedOf({ summary: 'x'.repeat(4_995) })).toMatchObject({ problem: { longest: 4_989 } });
    expect((await made({ summary: 'x'.repeat(4_989) })).person.summary).toHaveLength(4_989);
    expect(await refusedOf({ organisation: { create: 'x'.repeat(151) } })).toMatchObject({ problem: { longest: 150 } });
  });

  it('without a name and an address is refused in Zammad’s words', async () => {
    expect(await refusedOf({ name: '', addresses: [] })).toMatchObject({
      problem: { kind: 'invalid', said: expect.stringContaining('At least one identifier') },
    });
  });
});

describe('The last administrator of a Zammad', () => {
  it('is not disabled, and it says why', async () => {
    const server = fakeZammad();
    await expect(
      write(await open(server), { type: 'account.enable', person: '2', from: true, to: false }),
    ).rejects.toMatchObject({
      problem: { kind: 'invalid', said: 'At least one user needs to have admin permissions.' },
    });
  });
});

describe('Tickets of somebody who gets another first organisation', () => {
  it('go along, since Zammad moves them, and come back when it is taken back', async () => {
    const server = fakeZammad();
    const session = await open(server);
    const tickets = () => server.store.tickets.map((ticket) => ticket.organization_id);
    const before = tickets();
    const join = { type: 'membership.set', person: String(ANNA), organisation: { id: null, name: 'Fresh' } } as const;
    const place = { position: '', manager: false };
    await write(session, { ...join, at: 0, from: null, to: place });
    expect(new Set(tickets())).toEqual(new Set([9]));
    await write(session, { ...join, at: 0, from: place, to: null });
    expect(tickets()).toEqual(before);
  });
});
