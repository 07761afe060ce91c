// An entry about two people stands in both histories, and takes its turn in both queues.
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { gate } from '@/test/support/places';
import { openStore } from '@/utils/journal';
import { makeTurns } from '@/utils/journal/turns';
import { desk, label, must } from './desk';

const hide = { type: 'person.hide', person: 'p2', into: 'p1', from: false, to: true } as const;

describe('an entry about two people', () => {
  it('stands in both histories, and both are told to have changed', async () => {
    const { start, made, changed } = desk([{}, {}]);
    const journal = start();
    const { id } = must(await journal.run(made([hide], { action: 'merge', others: ['p2'] })));
    for (const person of ['p1', 'p2']) {
      const [entry] = await journal.entries({ connection: 'book', id: person }, 5);
      expect(entry).toMatchObject({ id, others: ['p2'] });
    }
    expect(changed.mock.calls.map(([ref]) => ref.id)).toEqual(['p1', 'p2']);
    const undo = await journal.undo(id);
    expect(await journal.entries({ connection: 'book', id: 'p2' }, 5)).toMatchObject([{ id: undo?.id }, { id }]);
  });

  it('waits for what was begun for either, and what comes for either waits for it', async () => {
    const { start, made, edit, server } = desk([{}, {}, {}]);
    const slow = gate<undefined>();
    server.state.hooks = {
      at: async (when, change) => {
        if (when === 'before' && change.person === 'p2' && change.type === 'label.set') await slow.promise;
      },
    };
    const journal = start();
    const first = journal.run(edit('p2', label('first')));
    const merge = journal.run(made([hide], { action: 'merge', others: ['p2'] }));
    const last = journal.run(edit('p1', label('last')));
    await journal.run(edit('p3', label('free')));
    expect(server.state.written.map(({ change }) => change.person)).toEqual(['p3']);
    slow.open(undefined);
    await Promise.all([first, merge, last]);
    expect(server.state.written.map(({ change }) => change.type)).toEqual([
      'label.set',
      'label.set',
      'person.hide',
      'label.set',
    ]);
  });

  it('and one the other way round never wait for each other', async () => {
    const turns = makeTurns();
    const order: string[] = [];
    const take = (keys: readonly string[], name: string) => turns.take(keys, async () => void order.push(name));
    await Promise.all([
      take(['a', 'b'], 'one'),
      take(['b', 'a'], 'two'),
      take(['b'], 'three'),
      take(['a', 'b'], 'four'),
    ]);
    expect(order).toEqual(['one', 'two', 'three', 'four']);
  });
});

it('A journal from before is read on: each entry in the history of its person, those about nobody going with their connection', async () => {
  const name = 'journal-before';
  const before = new Dexie(name);
  before.version(1).stores({ entries: '++order, &id, [connection+person+order], open, at' });
  const entry = { connection: 'book', action: 'set-summary', at: '2026-11-20T12:00:00.000Z', state: 'done', steps: [] };
  await before.table('entries').bulkAdd([
    { ...entry, id: 'first', person: 'p1' },
    { ...entry, id: 'second', person: 'p1' },
    { ...entry, id: 'elsewhere', person: 'p2' },
    { ...entry, id: 'nobody', person: null, action: 'create-person' },
    { ...entry, id: 'unfinished', person: 'p3', state: 'sending', open: 1 },
  ]);
  before.close();
  const store = openStore(name);
  expect((await store.of('book', 'p1', 9)).map(({ id }) => id)).toEqual(['second', 'first']);
  expect((await store.live()).map(({ id }) => id)).toEqual(['unfinished']);
  await store.forget('book');
  expect([await store.get('nobody'), await store.get('first')]).toEqual([null, null]);
});
