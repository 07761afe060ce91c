import { describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/changes';
import { open } from './desk';
import { type FakeRt, fakeRt } from './server';
import { addTicket, addUser } from './store';

const ODD = "O'Neil \\ Sons' OR id > 0";

function server(): FakeRt {
  const made = fakeRt();
  const people = [
    ['a', 'Kestrel Logistics'],
    ['b', 'Kestrel logistics'],
    ['c', 'Kestrel'],
    ['d', ODD],
  ] as const;
  for (const [name, Organization] of people) {
    const { id } = addUser(made.store, { Name: name, RealName: `Person ${name}`, Organization });
    addTicket(made.store, [id], `Ticket of ${name}`);
  }
  return made;
}

describe('Organisations of Request Tracker, which are texts', () => {
  it('are suggested as they are in use, with how many people have them', async () => {
    const { reads } = await open(server());
    const part = await reads.organisations?.('kestrel', { limit: 5 });
    expect(part?.total).toBe(3);
    expect(part?.items.map(({ name, people }) => [name, people])).toEqual([
      ['Kestrel Logistics', 2],
      ['Kestrel', 1],
      ['Kestrel logistics', 1],
    ]);
    expect(await reads.organisations?.(' ', { limit: 5 })).toEqual({ items: [], total: 0 });
  });

  it('have a page with their people, however they write it, and the tickets of those: in three calls', async () => {
    const made = server();
    const { reads, find } = await open(made);
    await find(address('anna.keller@example.com'));
    made.calls.length = 0;
    const page = await reads.organisation?.('Kestrel Logistics', { limit: 10 });
    expect(page?.people.items.map(({ name }) => name)).toEqual(["Pat O'Neil", 'Person a', 'Person b']);
    expect(page?.people.total).toBe(3);
    expect(page?.open.items.map(({ title, person }) => [title, person?.name]).toSorted()).toEqual([
      ['Joint purchase', "Pat O'Neil"],
      ['Pallets', "Pat O'Neil"],
      ['Ticket of a', 'Person a'],
      ['Ticket of b', 'Person b'],
    ]);
    expect(made.calls).toEqual(['GET /users', 'GET /tickets', 'GET /tickets']);
  });

  it('are asked for by their name, whatever signs are in it', async () => {
    const { reads } = await open(server());
    const page = await reads.organisation?.(ODD, { limit: 10 });
    expect(page?.open.items.map(({ title }) => title)).toEqual(['Ticket of d']);
  });

  it('that nobody has are missing', async () => {
    const { reads } = await open(server());
    await expect(reads.organisation?.('Nowhere', { limit: 10 })).rejects.toMatchObject({
      problem: { kind: 'missing' },
    });
  });
});
