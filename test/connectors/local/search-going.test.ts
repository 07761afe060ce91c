import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { address, write } from '@/test/connectors/contract';
import { gate } from '@/test/support/places';
import { bookDatabase } from '@/utils/connectors/local/database';
import { makeSearcher } from '@/utils/connectors/local/search-answer';
import { openIndex } from '@/utils/connectors/local/search-book';
import { readSaved } from '@/utils/connectors/local/search-saved';
import type { SearchTold } from '@/utils/connectors/told';
import { emptyBooks, openBook } from './book';
import { add, anybody, NOW, names, nothingSaved, reasons, searcher } from './searcher';

beforeEach(nothingSaved);

describe('A search that goes on', () => {
  it('finds who was written a moment ago, and nobody under the old name', async () => {
    await add('own', [{ name: 'Anna Keller' }]);
    const { ask, changed, next } = searcher();
    const query = { connections: ['book'] };
    expect(names(await ask({ text: 'keller' }, query))).toEqual(['Anna Keller']);
    const { id } = await write(await openBook('own'), {
      type: 'person.create',
      person: null,
      draft: { name: 'Ben Keller', addresses: [address('ben@example.com')] },
    });
    const told = next(({ whole }) => whole);
    await changed('own');
    expect(names(await told)).toEqual(['Anna Keller', 'Ben Keller']);
    await write(await openBook('own'), {
      type: 'person.set',
      person: id,
      field: 'name',
      from: 'Ben Keller',
      to: 'Ben Novak',
    });
    await changed('own');
    expect(names(await ask({ text: 'keller' }, query))).toEqual(['Anna Keller']);
    expect(names(await ask({ text: 'novak' }, query))).toEqual(['Ben Novak']);
  });

  it('counts the open tickets of those it found as they are now', async () => {
    const session = await openBook('own');
    const { id } = await write(session, {
      type: 'person.create',
      person: null,
      draft: { name: 'Anna Keller', addresses: [address('anna@example.com')] },
    });
    const ticket = await write(session, { type: 'ticket.create', person: id, title: 'Fire', text: '', urgent: false });
    const { ask, changed } = searcher();
    const open = async () =>
      (await ask({ text: 'keller' }, { connections: ['book'] })).part.items.map(({ openTickets }) => openTickets);
    expect(await open()).toEqual([1]);
    await write(session, { type: 'ticket.state', person: id, ticket: ticket.id, from: 'new', to: 'resolved' });
    await changed('own');
    expect(await open()).toEqual([0]);
  });

  it('counts all whose ticket a begun number can be, but for a ticket that has that very number, or far too many', async () => {
    await add(
      'own',
      Array.from({ length: 60 }, (_, at) => ({ name: `Writer ${'abcdef'[at % 6]}` })),
    );
    const state = { state: 'new', open: 1, createdAt: NOW.toISOString(), updatedAt: NOW.toISOString() } as const;
    const tickets = Array.from({ length: 60 }, (_, at) => ({
      ...state,
      person: at + 1,
      number: `${1000 + at}`,
      title: '',
    }));
    await bookDatabase('own').tickets.bulkAdd([...tickets, { ...state, person: 7, number: '100', title: '' }]);
    const { ask } = searcher();
    const total = async (text: string) => (await ask({ text }, { connections: ['book'] })).part.total;
    expect(await total('105')).toBe(10);
    expect(await total('10')).toBe(1);
    expect(reasons(await ask({ text: '100' }, { connections: ['book'] }))).toEqual([
      { kind: 'ticket', title: '100', text: '' },
    ]);
  });

  it('is told of writes only if it looks at that book', async () => {
    await add('own', [{ name: 'Anna Keller' }]);
    const { changed, all } = searcher();
    await changed('own');
    expect(all).toEqual([]);
  });

  it('loads what was saved, and what was written since', async () => {
    await add('own', [{ name: 'Anna Keller' }, { name: 'Gone Keller' }]);
    const query = { connections: ['book'] };
    expect(names(await searcher().ask({ text: 'keller' }, query))).toHaveLength(2);
    await expect.poll(() => readSaved('own')).not.toBeNull();
    const database = bookDatabase('own');
    await add('own', [{ name: 'Ben Keller' }]);
    await database.people.delete(2);
    await database.touched.add({ person: 2 });
    expect(names(await searcher().ask({ text: 'keller' }, query))).toEqual(['Anna Keller', 'Ben Keller']);
  });

  it('makes the index anew when a saved one is of another book', async () => {
    await add('own', [{ name: 'Old Keller' }, { name: 'Old Novak' }]);
    const query = { connections: ['book'] };
    await searcher().ask({ text: 'keller' }, query);
    await expect.poll(() => readSaved('own')).not.toBeNull();
    await emptyBooks();
    await add('own', [{ name: 'New Keller' }]);
    expect(names(await searcher().ask({ text: 'keller' }, query))).toEqual(['New Keller']);
  });

  it('shows nobody of a book that was removed and loaded again, whoever has their number now', async () => {
    await add('own', [{ name: 'Old Keller' }, { name: 'Old Novak' }]);
    const { ask, changed } = searcher();
    const query = { connections: ['book'] };
    expect(names(await ask({ text: 'old' }, query))).toEqual(['Old Keller', 'Old Novak']);
    await emptyBooks();
    await add('own', [{ name: 'New Ott' }]);
    await changed('own');
    expect(names(await ask({ text: 'old' }, query))).toEqual([]);
    expect(names(await ask({ text: 'ott' }, query))).toEqual(['New Ott']);
  });

  it('forgets who was touched long before the index that is saved', async () => {
    await add('own', [{ name: 'Anna Keller' }]);
    const { touched } = bookDatabase('own');
    await touched.bulkAdd(Array.from({ length: 9 }, () => ({ person: 1 })));
    await openIndex('own', bookDatabase('own'), () => {}, { kept: 4 }).loaded;
    await expect.poll(() => touched.count()).toBe(4);
    expect(names(await searcher().ask({ text: 'keller' }, { connections: ['book'] }))).toEqual(['Anna Keller']);
  });

  it('is tried again by the next question where a book could not be read', async () => {
    await add('own', [{ name: 'Anna Keller' }]);
    vi.spyOn(bookDatabase('own').people, 'count').mockReturnValueOnce(Dexie.Promise.reject(new Error('busy')));
    const { ask } = searcher();
    const query = { connections: ['book'] };
    expect(await ask({ text: 'keller' }, query)).toMatchObject({ problem: { kind: 'bug' } });
    expect(names(await ask({ text: 'keller' }, query))).toEqual(['Anna Keller']);
  });

  it('does not bring back what was there before a change, with the rest of an earlier answer', async () => {
    await add(
      'own',
      Array.from({ length: 13 }, (_, at) => ({ name: `Keller ${at}` })),
    );
    const all: SearchTold[] = [];
    // The first answer is held up on its way; those after it are not.
    const rest = gate<void>();
    const pauses = [rest.promise];
    const made = makeSearcher(
      (told) => all.push(told),
      undefined,
      async () => pauses.shift(),
    );
    made.ask({ turn: 1, connections: ['book'], limit: 50, query: { ...anybody, text: 'keller' } });
    await expect.poll(() => all.at(-1)?.whole).toBe(false);
    const database = bookDatabase('own');
    await database.people.update(1, { name: 'Novak' });
    await database.touched.add({ person: 1 });
    await made.changed('own');
    await expect.poll(() => all.at(-1)?.part.total).toBe(12);
    rest.open(undefined);
    // The earlier answer would ask for its rows before all of these are counted.
    for (let count = 0; count < 300; count += 1) await database.people.count();
    expect(all.at(-1)?.part.total).toBe(12);
    expect(names(all.at(-1) ?? expect.fail())).not.toContain('Novak');
  });

  it('makes it anew too when people came in without a word', async () => {
    await add('own', [{ name: 'Anna Keller' }]);
    const query = { connections: ['book'] };
    await searcher().ask({ text: 'keller' }, query);
    await expect.poll(() => readSaved('own')).not.toBeNull();
    await add('own', [{ name: 'Ben Keller' }], false);
    const second = searcher();
    const both = second.next(({ part }) => part.total === 2);
    await second.ask({ text: 'keller' }, query);
    expect(names(await both)).toEqual(['Anna Keller', 'Ben Keller']);
  });

  it('finds thousands that came at once, by name and address until the index has them', async () => {
    await add('own', [{ name: 'Anna Keller' }]);
    const { ask, changed, all, next } = searcher();
    const query = { connections: ['book'] };
    await ask({ text: 'import' }, query);
    const database = bookDatabase('own');
    const facts = { createdAt: NOW.toISOString(), creationSystem: 'import' };
    const rows = Array.from({ length: 2_500 }, (_, at) => ({
      id: at + 10,
      name: `Import ${at}`,
      keys: [],
      names: [`import ${at}`],
      emails: [],
      facts,
      revision: 1,
    }));
    await database.people.bulkAdd(rows);
    await database.touched.add({ person: 10, until: 2_510 });
    const made = next(({ part, making }) => part.total === 2_500 && !making);
    await changed('own');
    await made;
    const last = await ask({ text: 'import 2499' }, query);
    expect(names(last)).toEqual(['Import 2499']);
    expect(all.every(({ problem }) => problem === undefined)).toBe(true);
  });

  it('leaves out the people of an import that is not finished', async () => {
    await add('own', [{ name: 'Anna Keller' }, { name: 'Half Keller' }]);
    await bookDatabase('own').imports.add({
      id: 'i',
      file: 'people.csv',
      at: NOW.toISOString(),
      people: [2, 3],
      organisations: [0, 0],
    });
    expect(names(await searcher().ask({ text: 'keller' }, { connections: ['book'] }))).toEqual(['Anna Keller']);
  });

  it('answers nothing to a question that was followed by another', async () => {
    await add('own', [{ name: 'Anna Keller' }, { name: 'Ben Novak' }]);
    const { ask, all } = searcher();
    const query = { connections: ['book'] };
    void ask({ text: 'keller' }, query);
    await ask({ text: 'novak' }, query);
    expect(all.map(names)).toEqual([['Ben Novak']]);
  });
});
