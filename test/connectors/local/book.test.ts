import { beforeEach, describe, expect, it } from 'vitest';
import { address, write } from '@/test/connectors/contract';
import type { NewPerson } from '@/utils/changes/types';
import { local } from '@/utils/connectors/local';
import { bookDatabase } from '@/utils/connectors/local/database';
import { connection, dump, emptyBooks, openBook } from './book';

beforeEach(emptyBooks);

async function create(draft: Omit<NewPerson, 'addresses'> & { readonly addresses: readonly string[] }) {
  const session = await openBook('own');
  const made = await write(session, {
    type: 'person.create',
    person: null,
    draft: { ...draft, addresses: draft.addresses.map(address) },
  });
  return made;
}

const found = async (text: string) =>
  (await (await openBook('own')).find(address(text))).map(({ person, reason }) => [person.name, reason]);

describe('Finding in the book', () => {
  it('knows a person by each of the addresses, and says whether it is the primary one', async () => {
    await create({ name: 'Anna', addresses: ['anna@example.com', 'shop@example.org'] });
    expect(await found('anna@example.com')).toEqual([['Anna', { kind: 'primary' }]]);
    expect(await found('SHOP@Example.org')).toEqual([['Anna', { kind: 'other-address' }]]);
  });

  it('knows a tagged record by its plain address, and a plain record by a tagged one', async () => {
    await create({ name: 'Anna', addresses: ['anna+shop@example.com'] });
    await create({ name: 'Ben', addresses: ['ben@example.com'] });
    expect(await found('anna@example.com')).toEqual([['Anna', { kind: 'tag', address: 'anna+shop@example.com' }]]);
    expect(await found('anna+news@example.com')).toEqual([['Anna', { kind: 'tag', address: 'anna+shop@example.com' }]]);
    expect(await found('ben+x@example.com')).toEqual([['Ben', { kind: 'tag', address: 'ben@example.com' }]]);
  });

  it('looks past the tag only if nobody has the address itself', async () => {
    await create({ name: 'Plain', addresses: ['anna@example.com'] });
    await create({ name: 'Tagged', addresses: ['anna+shop@example.com'] });
    expect(await found('anna+shop@example.com')).toEqual([['Tagged', { kind: 'primary' }]]);
    expect(await found('anna@example.com')).toEqual([['Plain', { kind: 'primary' }]]);
  });

  it('never takes Gmail’s dots as the same address', async () => {
    await create({ name: 'Dotty', addresses: ['d.otty@gmail.com'] });
    expect(await found('dotty@gmail.com')).toEqual([]);
  });

  it('shows the newest tickets and counts all, with thousands of them', async () => {
    const { id } = await create({ name: 'Busy', addresses: ['busy@example.com'] });
    const at = (minute: number) => new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString();
    await bookDatabase('own').tickets.bulkAdd(
      Array.from({ length: 5_000 }, (_, index) => ({
        person: Number(id),
        number: String(index),
        title: `Ticket ${index}`,
        state: index < 1_000 ? 'resolved' : 'new',
        open: index < 1_000 ? 0 : 1,
        createdAt: at(0),
        updatedAt: at(index),
      })),
    );
    const session = await openBook('own');
    expect(await session.find(address('busy@example.com'))).toMatchObject([{ openTickets: 4_000, tickets: 5_000 }]);
    const open = await session.reads.tickets?.(id, 'open', { limit: 2 });
    expect([open?.total, open?.items.map((ticket) => ticket.number)]).toEqual([4_000, ['4999', '4998']]);
    const resolved = await session.reads.tickets?.(id, 'resolved', { limit: 1 });
    expect([resolved?.total, resolved?.items.map((ticket) => ticket.number)]).toEqual([1_000, ['999']]);
  });

  it('does not open a book that there is not', async () => {
    await expect(local.open({ ...connection('own'), settings: {} })).rejects.toMatchObject({
      problem: { kind: 'invalid' },
    });
  });
});

describe('Creating and taking back', () => {
  it('names who has the address already', async () => {
    await create({ name: 'Anna', addresses: ['anna@example.com'] });
    await expect(create({ name: 'Other', addresses: ['new@example.com', 'anna@example.com'] })).rejects.toMatchObject({
      problem: { kind: 'conflict', detail: 'Anna' },
    });
    expect(await bookDatabase('own').people.count()).toBe(1);
  });

  it('uses the organisation that is there, however its name is typed', async () => {
    await create({ name: 'Anna', addresses: ['anna@example.com'], organisation: { create: 'Bauer & Söhne' } });
    await create({ name: 'Ben', addresses: ['ben@example.com'], organisation: { create: ' bauer &  sohne' } });
    const organisations = await bookDatabase('own').organisations.toArray();
    expect(organisations.map(({ name }) => name)).toEqual(['Bauer & Söhne']);
    const id = String(organisations[0]?.id);
    await create({ name: 'Cem', addresses: ['cem@example.com'], organisation: { id } });
    const session = await openBook('own');
    expect(await session.reads.organisations?.('bau', { limit: 5 })).toEqual({
      items: [{ id, name: 'Bauer & Söhne', people: 3 }],
      total: 1,
    });
    await expect(create({ name: 'Dee', addresses: [], organisation: { id: '77' } })).rejects.toMatchObject({
      problem: { kind: 'missing' },
    });
  });

  it('keeps the new organisation if somebody else has come to use it', async () => {
    const anna = await create({ name: 'Anna', addresses: ['anna@example.com'], organisation: { create: 'Bauer' } });
    await create({ name: 'Ben', addresses: ['ben@example.com'], organisation: { create: 'Bauer' } });
    const session = await openBook('own');
    await write(session, { type: 'person.delete', person: anna.id, version: anna.version });
    expect(await bookDatabase('own').organisations.count()).toBe(1);
  });

  it('does not delete a person who has a history by now', async () => {
    const { id, version } = await create({ name: 'Anna', addresses: ['anna@example.com'] });
    const note = { person: Number(id), author: 'Me', text: 'Hello', createdAt: '2026-01-01T00:00:00Z' };
    await bookDatabase('own').notes.add(note);
    const before = await dump('own');
    const session = await openBook('own');
    const deleted = write(session, { type: 'person.delete', person: id, version });
    await expect(deleted).rejects.toMatchObject({ problem: { kind: 'conflict' } });
    expect(await dump('own')).toEqual(before);
  });

  it('makes nobody without name and address', async () => {
    await expect(create({ name: ' ', addresses: [] })).rejects.toMatchObject({ problem: { kind: 'invalid' } });
  });
});
