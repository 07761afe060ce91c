import { beforeEach, describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/contract';
import type { Change } from '@/utils/changes/types';
import { bookDatabase } from '@/utils/connectors/local/database';
import type { Address } from '@/utils/people/types';
import { dump, emptyBooks } from './book';
import { create, found, refused, rowOf, run } from './writing';

beforeEach(emptyBooks);

const email = (person: string, from: string | null, to: string | null, at = 9): Change<'email.set'> => ({
  type: 'email.set',
  person,
  at,
  from: from === null ? null : { address: address(from) },
  to: to === null ? null : { address: address(to) },
});
const emails = async (id: string) => (await rowOf(id)).emails.map((one) => [one.address, one.primary === true]);

describe('An address', () => {
  it('that is added finds the person from then on, with a tag too', async () => {
    const id = await create({ addresses: ['anna@example.com'] });
    await run(email(id, null, 'anna.k@example.org'));
    expect(await emails(id)).toEqual([
      ['anna@example.com', true],
      ['anna.k@example.org', false],
    ]);
    expect(await found('ANNA.K@example.org')).toEqual(['Anna']);
    expect(await found('anna.k+shop@example.org')).toEqual(['Anna']);
  });

  it('that is edited stays in its place, and primary if it was', async () => {
    const id = await create({ addresses: ['anna@example.com', 'b@example.com', 'c@example.com'] });
    await run(email(id, 'anna@example.com', 'anna.keller@example.com'));
    await run(email(id, 'b@example.com', 'bb@example.com'));
    expect(await emails(id)).toEqual([
      ['anna.keller@example.com', true],
      ['bb@example.com', false],
      ['c@example.com', false],
    ]);
    expect(await found('anna@example.com')).toEqual([]);
    expect(await found('anna.keller@example.com')).toEqual(['Anna']);
  });

  it('is called by its label, which can be changed and taken away', async () => {
    const id = await create({ addresses: ['anna@example.com'] });
    const plain = { address: address('anna@example.com') };
    const shop = { ...plain, label: '  Web   shop ' };
    await run({ type: 'email.set', person: id, at: 0, from: plain, to: shop });
    expect((await rowOf(id)).emails).toEqual([{ ...plain, label: 'Web shop', primary: true }]);
    expect(await refused({ type: 'email.set', person: id, at: 0, from: plain, to: shop })).toMatchObject({
      kind: 'conflict',
      theirs: { ...plain, label: 'Web shop' },
    });
    await run({ type: 'email.set', person: id, at: 0, from: shop, to: plain });
    expect((await rowOf(id)).emails).toEqual([{ ...plain, primary: true }]);
  });

  it('is not removed if it is the last or the primary one', async () => {
    const id = await create({ addresses: ['anna@example.com'] });
    expect(await refused(email(id, 'anna@example.com', null))).toMatchObject({ kind: 'invalid' });
    await run(email(id, null, 'b@example.com'));
    expect(await refused(email(id, 'anna@example.com', null))).toMatchObject({ kind: 'invalid' });
    await run({ type: 'email.primary', person: id, from: address('anna@example.com'), to: address('b@example.com') });
    await run(email(id, 'anna@example.com', null));
    expect(await emails(id)).toEqual([['b@example.com', true]]);
  });

  it('of somebody who had none is the primary one, and can be taken back', async () => {
    const id = await create({ name: 'Anna' });
    const before = await dump('own');
    await run(email(id, null, 'anna@example.com', 0));
    expect(await emails(id)).toEqual([['anna@example.com', true]]);
    await run(email(id, 'anna@example.com', null, 0));
    expect(await dump('own')).toEqual(before);
  });

  it('that somebody else has is not taken from them: who it is is said', async () => {
    const owner = await create({ name: 'Ben', addresses: ['ben@example.com'] });
    const id = await create({ addresses: ['anna@example.com'] });
    const before = await dump('own');
    const problem = { kind: 'conflict', detail: 'Ben', owner: { id: owner, name: 'Ben' } };
    expect(await refused(email(id, null, 'ben@example.com'))).toMatchObject(problem);
    expect(await refused(email(id, 'anna@example.com', 'ben@example.com'))).toMatchObject(problem);
    expect(await dump('own')).toEqual(before);
  });

  it('that the person has already is not added twice', async () => {
    const id = await create({ addresses: ['anna@example.com', 'b@example.com'] });
    expect(await refused(email(id, null, 'b@example.com'))).toMatchObject({ kind: 'invalid' });
    expect(await refused(email(id, 'anna@example.com', 'b@example.com'))).toMatchObject({ kind: 'invalid' });
  });

  it.each(['spam@bad.example.com', 'anything@win.example.net', 'x@a.b.c.example.org'])(
    'that is banned, or fits a banned pattern, is refused: %s',
    async (text) => {
      const at = '2026-11-21T12:00:00Z';
      const patterns = ['Spam@bad.example.com', '*@win.example.net', 'x@*.b.*.example.org'];
      await bookDatabase('own').bans.bulkAdd(patterns.map((pattern) => ({ pattern, at })));
      const id = await create({ addresses: ['anna@example.com', 'win@example.net', 'x@b.example.org'] });
      expect(await refused(email(id, null, text))).toMatchObject({ kind: 'forbidden' });
    },
  );

  it('that is none, or called by a novel, is refused', async () => {
    const id = await create({ addresses: ['anna@example.com'] });
    const odd: Address = JSON.parse('"Anna@Example.com"');
    const to = { address: odd };
    expect(await refused({ type: 'email.set', person: id, at: 1, from: null, to })).toMatchObject({ kind: 'invalid' });
    const novel = { address: address('b@example.com'), label: 'x'.repeat(501) };
    expect(await refused({ type: 'email.set', person: id, at: 1, from: null, to: novel })).toMatchObject({
      kind: 'invalid',
    });
  });

  it('that is gone meanwhile is not edited: the conflict says that nothing is there', async () => {
    const id = await create({ addresses: ['anna@example.com', 'b@example.com'] });
    await run(email(id, 'b@example.com', null));
    expect(await refused(email(id, 'b@example.com', 'c@example.com'))).toMatchObject({
      kind: 'conflict',
      theirs: null,
    });
  });
});

describe('An address that is taken back', () => {
  it('comes to its place, though others share it and it is banned by now', async () => {
    const id = await create({ addresses: ['anna@example.com', 'office@example.com', 'c@example.com'] });
    const other = await create({ name: 'Ben', addresses: ['ben@example.com'] });
    const database = bookDatabase('own');
    const ben = await rowOf(other);
    const office = { address: address('office@example.com') };
    await database.people.put({ ...ben, emails: [...ben.emails, office], keys: [...ben.keys, office.address] });
    const before = await dump('own');
    await run(email(id, 'office@example.com', null, 1));
    await database.bans.add({ pattern: '*@example.com', at: '2026-11-21T12:00:00Z' });
    await run(email(id, null, 'office@example.com', 1));
    await database.bans.clear();
    expect(await dump('own')).toEqual(before);
  });

  it('stays with somebody who got it meanwhile', async () => {
    const id = await create({ addresses: ['anna@example.com', 'office@example.com'] });
    await run(email(id, 'office@example.com', null, 1));
    const owner = await create({ name: 'Ben', addresses: ['office@example.com'] });
    expect(await refused(email(id, null, 'office@example.com', 1))).toMatchObject({
      kind: 'conflict',
      owner: { id: owner, name: 'Ben' },
    });
  });
});

describe('A ticket that notifies one of several addresses', () => {
  const ticketOf = async (person: string): Promise<string> => {
    const opened = { type: 'ticket.create', person, title: 'Light', text: '', urgent: false } as const;
    const { id: ticket } = await run(opened);
    await run({ type: 'ticket.notify', person, ticket, from: null, to: address('b@example.com') });
    return ticket;
  };
  const notifies = async (ticket: string) => (await bookDatabase('own').tickets.get(Number(ticket)))?.notifies;

  it('follows the address that is edited', async () => {
    const id = await create({ addresses: ['anna@example.com', 'b@example.com'] });
    const ticket = await ticketOf(id);
    const before = await dump('own');
    await run(email(id, 'b@example.com', 'bb@example.com'));
    expect(await notifies(ticket)).toBe('bb@example.com');
    await run(email(id, 'bb@example.com', 'b@example.com'));
    expect(await dump('own')).toEqual(before);
  });

  it('notifies the primary one where its own is removed, until that comes back', async () => {
    const id = await create({ addresses: ['anna@example.com', 'b@example.com', 'c@example.com'] });
    const [first, second] = [await ticketOf(id), await ticketOf(id)];
    await run(email(id, 'b@example.com', null, 1));
    expect(await bookDatabase('own').tickets.toCollection().first()).not.toHaveProperty('notifies');
    const c = address('c@example.com');
    await run({ type: 'ticket.notify', person: id, ticket: second, from: null, to: c });
    await run(email(id, null, 'b@example.com', 1));
    expect([await notifies(first), await notifies(second)]).toEqual(['b@example.com', c]);
  });
});

describe('The primary address', () => {
  it('is one of the person’s, and only one', async () => {
    const id = await create({ addresses: ['anna@example.com', 'b@example.com'] });
    const [anna, b] = [address('anna@example.com'), address('b@example.com')];
    await run({ type: 'email.primary', person: id, from: anna, to: b });
    expect(await emails(id)).toEqual([
      ['anna@example.com', false],
      ['b@example.com', true],
    ]);
    const gone = address('gone@example.com');
    expect(await refused({ type: 'email.primary', person: id, from: b, to: gone })).toMatchObject({ kind: 'missing' });
    expect(await refused({ type: 'email.primary', person: id, from: anna, to: b })).toMatchObject({
      kind: 'conflict',
      theirs: b,
    });
  });
});
