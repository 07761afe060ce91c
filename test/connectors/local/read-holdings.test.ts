import { beforeEach, describe, expect, it } from 'vitest';
import { emptyBooks, openBook, stage } from './book';
import { fillHeavy } from './heavy';
import { addPerson, countRows, minute, own, ticket } from './rows';
import { run } from './writing';

beforeEach(emptyBooks);

describe('What belongs to somebody', () => {
  it('is told by ids alone, without reading what it is, in the same breath for thousands', async () => {
    const id = await fillHeavy({ tickets: 5_000, notes: 200, history: 400 });
    await own().signIns.add({ person: id, at: minute(1), browser: 'Firefox', ok: true });
    const other = await addPerson('Ben');
    await own().tickets.add(ticket(other));
    const { reads } = await openBook('own');
    const counting = countRows();
    const all = await reads.belongings?.(String(id));
    counting.stop();
    expect(counting.rows()).toBe(0);
    expect(Object.entries(all ?? {}).map(([kind, ids]) => [kind, ids.length])).toEqual([
      ['tickets', 5_000],
      ['notes', 200],
      ['files', 20],
      ['charges', 20],
      ['chats', 0],
      ['activity', 201],
    ]);
    expect(all?.activity?.filter((one) => /^s\d+$/.test(one))).toHaveLength(1);
    expect(all?.activity?.filter((one) => /^a\d+$/.test(one))).toHaveLength(200);
  });

  it('leaves files on notes to their notes', async () => {
    const id = String(await addPerson('Anna'));
    await run({ type: 'note.add', person: id, text: 'Hi', files: [await stage('a'), await stage('b')], again: null });
    const { id: file } = await run({ type: 'file.add', person: id, file: await stage('c'), again: null });
    const { reads } = await openBook('own');
    expect((await reads.belongings?.(id))?.files).toEqual([file]);
    expect(await reads.holdings?.(id)).toMatchObject({ notes: { count: 1, files: 2 }, files: 1 });
  });
});

describe('What goes when somebody is deleted', () => {
  it('is counted: tickets with the open ones, notes, files, charges with their time', async () => {
    const id = await fillHeavy({ tickets: 50, notes: 30, history: 0 });
    const { reads } = await openBook('own');
    expect(await reads.holdings?.(String(id))).toEqual({
      tickets: { count: 50, open: 10 },
      notes: { count: 30, files: 0 },
      files: 3,
      charges: { count: 20, seconds: 12_000 },
      chats: 0,
    });
  });

  it('has no time where none was recorded, and is nothing for somebody with nothing', async () => {
    const id = await addPerson('Anna');
    await own().charges.add({ person: id, at: minute(0), text: 'A part', amount: 500, currency: 'EUR' });
    const { reads } = await openBook('own');
    expect((await reads.holdings?.(String(id)))?.charges).toEqual({ count: 1, seconds: null });
    expect(await reads.holdings?.(String(await addPerson('Ben')))).toEqual({
      tickets: { count: 0, open: 0 },
      notes: { count: 0, files: 0 },
      files: 0,
      charges: { count: 0, seconds: null },
      chats: 0,
    });
  });
});
