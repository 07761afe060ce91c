import { beforeEach, describe, expect, it } from 'vitest';
import { ME } from '@/utils/people/types';
import { emptyBooks, openBook } from './book';
import { addPerson, minute, own, ticket } from './rows';

beforeEach(emptyBooks);

const LONG = 300;
const some = { limit: 1 };
const tickets = (person: number, count: number, more: object = {}) =>
  Array.from({ length: count }, (_, index) =>
    ticket(person, { number: String(index), updatedAt: minute(index), ...more }),
  );

/** Somebody with long lists of everything, read once, so that the numbers are kept. */
async function busy(): Promise<number> {
  const person = await addPerson('Busy');
  const organisation = await own().organisations.add({ name: 'Large', key: 'large', createdAt: minute(0) });
  const many = Array.from({ length: LONG }, (_, index) => ({ person, at: minute(index), createdAt: minute(index) }));
  await own().tickets.bulkAdd(tickets(person, LONG, { organisation }));
  await own().notes.bulkAdd(many.map((row) => ({ ...row, author: ME, text: 'A note' })));
  await own().files.bulkAdd(many.map((row) => ({ ...row, profile: person, name: 'a', size: 1, type: 'text/plain' })));
  await own().changeLog.bulkAdd(many.map((row) => ({ ...row, by: ME, field: 'summary', from: null, to: null })));
  await own().activity.bulkAdd(many.map((row) => ({ ...row, what: 'wrote' as const })));
  await totals(person);
  await expect.poll(() => own().counts.count()).toBe(7);
  return person;
}

async function totals(person: number) {
  const { reads } = await openBook('own');
  const id = String(person);
  const history = (which: 'changes' | 'mine' | 'activity') => reads.history?.(id, { which, text: '' }, some);
  return {
    open: (await reads.tickets?.(id, 'open', some))?.total,
    resolved: (await reads.tickets?.(id, 'resolved', some))?.total,
    notes: (await reads.notes?.(id, some))?.total,
    files: (await reads.files?.(id, some))?.total,
    changes: (await history('changes'))?.total,
    mine: (await history('mine'))?.total,
    activity: (await history('activity'))?.total,
    organisation: (await reads.organisation?.('1', some))?.open.total,
  };
}

const before = {
  open: LONG,
  resolved: 0,
  notes: LONG,
  files: LONG,
  changes: LONG,
  mine: LONG,
  activity: LONG,
  organisation: LONG,
};

const writes: Readonly<Record<string, readonly [(person: number) => PromiseLike<unknown>, Partial<typeof before>]>> = {
  'a ticket more': [
    (person) => own().tickets.add(ticket(person, { organisation: 1 })),
    { open: 301, organisation: 301 },
  ],
  'a resolved ticket': [(person) => own().tickets.add(ticket(person, { open: 0, organisation: 1 })), { resolved: 1 }],
  'a ticket that is resolved now': [
    () => own().tickets.update(5, { open: 0, state: 'resolved' }),
    { open: 299, resolved: 1, organisation: 299 },
  ],
  'a ticket put in place of another': [
    (person) => own().tickets.put({ ...ticket(person), id: 5 }),
    { organisation: 299 },
  ],
  'a ticket that goes to somebody else': [() => own().tickets.update(5, { person: 99 }), { open: 299 }],
  'a ticket less': [() => own().tickets.delete(5), { open: 299, organisation: 299 }],
  'tickets found and deleted': [
    (person) =>
      own()
        .tickets.where('[person+updatedAt]')
        .between([person, minute(0)], [person, minute(9)])
        .delete(),
    { open: 291, organisation: 291 },
  ],
  'all tickets deleted': [() => own().tickets.clear(), { open: 0, organisation: 0 }],
  'a note less, another’s note more': [
    async (person) => {
      await own().notes.delete(7);
      await own().notes.add({ person: person + 1, author: ME, text: 'Foreign', createdAt: minute(1) });
    },
    { notes: 299 },
  ],
  'a file on a note': [
    (person) => own().files.add({ person, name: 'a', size: 1, type: 'text/plain', createdAt: minute(1) }),
    {},
  ],
  'a change by somebody else': [
    (person) => own().changeLog.add({ person, at: minute(1), by: 'Jonas', field: 'name', from: null, to: null }),
    { changes: 301 },
  ],
  'several things in one transaction': [
    (person) =>
      own().transaction('rw', own().notes, own().activity, async () => {
        await own().notes.bulkDelete([1, 2, 999]);
        await own().activity.bulkAdd([
          { person, at: minute(1), what: 'rated' },
          { person, at: minute(2), what: 'rated' },
        ]);
      }),
    { notes: 298, activity: 302 },
  ],
  'a write that fails': [
    (person) =>
      own()
        .transaction('rw', own().notes, async () => {
          await own().notes.add({ person, author: ME, text: 'Lost', createdAt: minute(1) });
          throw new Error('stopped');
        })
        .catch(() => undefined),
    {},
  ],
  'a write of which a part fails': [
    (person) =>
      own().transaction('rw', own().notes, async () => {
        const note = { person, author: ME, text: 'Twice', createdAt: minute(1) };
        await own()
          .notes.bulkAdd([note, { ...note, id: 1 }])
          .catch(() => undefined);
      }),
    { notes: 301 },
  ],
};

describe('The length of a long list', () => {
  it('is kept, and not counted again', async () => {
    const person = await busy();
    expect(await totals(person)).toEqual(before);
    await own()
      .counts.toCollection()
      .modify((row) => {
        Reflect.set(row, 'count', 4_711);
      });
    expect(await totals(person)).toMatchObject({ open: 4_711, notes: 4_711, mine: 4_711, organisation: 4_711 });
  });

  it.each(Object.entries(writes))('is right after %s', async (_, [write, changed]) => {
    const person = await busy();
    await write(person);
    expect(await totals(person)).toEqual({ ...before, ...changed });
    expect(await own().tickets.where('[person+open+updatedAt]').between([person, 1], [person, 2]).count()).toBe(
      changed.open ?? LONG,
    );
  });

  it('is right for a label too, whoever gets or loses it', async () => {
    const people = Array.from({ length: LONG }, (_, index) => ({
      name: `Person ${index}`,
      keys: [],
      names: [],
      emails: [],
      labels: ['vip', 'net 30'],
      facts: { createdAt: minute(0), creationSystem: 'panel' },
      revision: 1,
    }));
    await own().people.bulkAdd(people);
    const labels = async () => (await (await openBook('own')).reads.labels?.('', { limit: 5 }))?.items;
    expect(await labels()).toEqual([
      { label: 'net 30', people: LONG },
      { label: 'vip', people: LONG },
    ]);
    await expect.poll(() => own().counts.count()).toBe(2);
    await own().people.update(3, { labels: ['vip', 'late'] });
    await own().people.delete(4);
    await addPerson('Nina', { labels: ['vip'] });
    expect(await labels()).toEqual([
      { label: 'vip', people: LONG },
      { label: 'net 30', people: LONG - 2 },
      { label: 'late', people: 1 },
    ]);
  });

  it('is not kept of a short one', async () => {
    const person = await addPerson('Anna');
    await own().tickets.bulkAdd(tickets(person, 199));
    const read = await (await openBook('own')).reads.tickets?.(String(person), 'open', some);
    expect(read?.total).toBe(199);
    // What would be kept was asked for before this one.
    await own().transaction('rw', own().tickets, own().counts, () => own().counts.count());
    expect(await own().counts.count()).toBe(0);
  });
});
