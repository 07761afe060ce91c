import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '@/utils/changes/types';
import { counted } from '@/utils/connectors/local/counted';
import { listKey } from '@/utils/connectors/local/counts';
import { bookDatabase } from '@/utils/connectors/local/database';
import { dump, emptyBooks, everything, openBook, stage } from './book';
import { fillHeavy } from './heavy';
import { addWhole, runAll } from './merging';
import { addPerson, minute, ticket } from './rows';
import { create, refused, run } from './writing';

beforeEach(emptyBooks);

const own = () => bookDatabase('own');
type MoveType = Extract<Change['type'], `${string}.move`>;
const move = (type: MoveType, items: readonly string[], from: string, to: string): Change =>
  // One kind of change each, of the same shape.
  ({ type, person: from, items, from, to });
const hide = (person: string, into: string, to = true): Change<'person.hide'> => ({
  type: 'person.hide',
  person,
  into,
  from: !to,
  to,
});

const kinds = {
  'ticket.move': 'tickets',
  'note.move': 'notes',
  'file.move': 'files',
  'charge.move': 'charges',
  'chat.move': 'chats',
  'activity.move': 'activity',
} as const;

describe('What is moved to somebody else', () => {
  it.each(Object.entries(kinds))('keeps all but whose it is: %s', async (type, kind) => {
    if (!isMove(type)) throw new Error(type);
    const [anna, ben] = [await addWhole('Anna', 'anna@example.com'), await create({ name: 'Ben' })];
    const { reads } = await openBook('own');
    const items = (await reads.belongings?.(anna))?.[kind] ?? [];
    expect(items.length).toBeGreaterThan(0);
    const before = await everything('own');
    await run(move(type, items, anna, ben));
    expect((await reads.belongings?.(anna))?.[kind]).toEqual([]);
    expect((await reads.belongings?.(ben))?.[kind]).toEqual(items);
    const { changeLog: _, touched: __, ...after } = await everything('own');
    const { changeLog: ___, touched: ____, ...then } = before;
    const [a, b] = [Number(anna), Number(ben)];
    const theirs = (all: unknown) =>
      JSON.parse(JSON.stringify(all), (key, value) =>
        (key === 'person' || key === 'profile') && (value === a || value === b) ? 'one of them' : value,
      );
    expect(after).not.toEqual(then);
    expect(theirs(after)).toEqual(theirs(then));
    await run(move(type, items, ben, anna));
    expect({ ...(await everything('own')), changeLog: 0, touched: 0 }).toEqual({ ...before, changeLog: 0, touched: 0 });
  });

  it.each(Object.entries(kinds))('moves not at all if one of it is somebody else’s: %s', async (type, kind) => {
    if (!isMove(type)) throw new Error(type);
    const [anna, ben] = [await addWhole('Anna', 'anna@example.com'), await addWhole('Ben', 'ben@example.com')];
    const { reads } = await openBook('own');
    const [mine = [], his = []] = [(await reads.belongings?.(anna))?.[kind], (await reads.belongings?.(ben))?.[kind]];
    const clara = await create({ name: 'Clara' });
    const before = await everything('own');
    expect(await refused(move(type, [...mine, ...his], anna, clara))).toMatchObject({ kind: 'conflict' });
    expect(await refused(move(type, [...mine, '999999'], anna, clara))).toMatchObject({ kind: 'conflict' });
    expect(await refused(move(type, [...mine, 'a999999'], anna, clara))).toMatchObject({ kind: 'conflict' });
    expect(await refused(move(type, mine, anna, '999999'))).toMatchObject({ kind: 'missing' });
    expect(await refused({ ...move(type, mine, anna, clara), person: clara })).toMatchObject({ kind: 'invalid' });
    expect(await everything('own')).toEqual(before);
  });

  it('is found in each list by its order, and counted there, however long the list', async () => {
    const from = await fillHeavy({ tickets: 300, notes: 250, history: 0 });
    const to = await addPerson('Ben');
    await own().tickets.add(ticket(to, { number: 'b', updatedAt: minute(9_999) }));
    const { reads } = await openBook('own');
    const totals = async (id: number) => [
      (await reads.tickets?.(String(id), 'open', { limit: 1 }))?.total,
      (await reads.tickets?.(String(id), 'resolved', { limit: 1 }))?.total,
      (await reads.notes?.(String(id), { limit: 1 }))?.total,
      (await reads.files?.(String(id), { limit: 1 }))?.total,
    ];
    // So that numbers are kept by now.
    expect([await totals(from), await totals(to)]).toEqual([
      [60, 240, 250, 25],
      [1, 0, 0, 0],
    ]);
    await counted(own(), listKey.tickets(from, 0), () => own().tickets.toCollection());
    const { tickets = [], notes = [], files = [] } = (await reads.belongings?.(String(from))) ?? {};
    await run(move('ticket.move', tickets, String(from), String(to)));
    await run(move('note.move', notes, String(from), String(to)));
    await run(move('file.move', files, String(from), String(to)));
    expect([await totals(from), await totals(to)]).toEqual([
      [0, 0, 0, 0],
      [61, 240, 250, 25],
    ]);
    const urgent = await reads.tickets?.(String(to), 'open', { limit: 2, sort: 'urgency' });
    expect(urgent?.items.map(({ title }) => title)).toEqual(['Question 250 of Heavy 300', 'Question 200 of Heavy 300']);
  });

  it('goes from somebody hidden, and back to them before they return', async () => {
    const [anna, ben] = [await addWhole('Anna', 'anna@example.com'), await create({ name: 'Ben' })];
    const before = await dump('own');
    const { tickets = [], notes = [] } = (await (await openBook('own')).reads.belongings?.(anna)) ?? {};
    const back = await runAll([
      hide(anna, ben),
      move('ticket.move', tickets, anna, ben),
      move('note.move', notes, anna, ben),
    ]);
    expect(await refused(move('ticket.move', tickets, ben, '1234'))).toMatchObject({ kind: 'missing' });
    await runAll(back);
    expect(await dump('own')).toEqual(before);
  });

  it('does not go to somebody hidden who was merged into a third', async () => {
    const [anna, ben, clara] = [await addWhole('Anna', 'a@example.com'), await create(), await create()];
    await run(hide(ben, clara));
    const { tickets = [] } = (await (await openBook('own')).reads.belongings?.(anna)) ?? {};
    expect(await refused(move('ticket.move', tickets, anna, ben))).toMatchObject({ kind: 'conflict' });
  });

  it('says so in the history of those who are there: how many, of what', async () => {
    const [anna, ben] = [await addWhole('Anna', 'anna@example.com'), await create({ name: 'Ben' })];
    const { reads } = await openBook('own');
    const items = (await reads.belongings?.(anna))?.tickets ?? [];
    await run(move('ticket.move', items, anna, ben));
    const last = async (id: string) =>
      (await reads.history?.(id, { which: 'changes', text: '' }, { limit: 1 }))?.items[0];
    expect(await last(ben)).toMatchObject({ field: 'moved', which: 'ticket', from: null, to: '2' });
    expect(await last(anna)).toMatchObject({ field: 'moved', which: 'ticket', from: '2', to: null });
    expect((await own().touched.toArray()).slice(-2).map(({ person }) => String(person))).toEqual([anna, ben]);
  });
});

describe('A note that was removed or edited between a merge and its undo', () => {
  it('does not keep the others from going back, and can still be brought back itself', async () => {
    const [anna, ben] = [await addWhole('Anna', 'anna@example.com'), await create({ name: 'Ben' })];
    const { reads } = await openBook('own');
    await run({ type: 'note.add', person: anna, text: 'Second', files: [await stage('x')], again: null });
    const { notes = [], files = [] } = (await reads.belongings?.(anna)) ?? {};
    const back = await runAll([
      hide(anna, ben),
      move('note.move', notes, anna, ben),
      move('file.move', files, anna, ben),
    ]);
    const [second] = (await reads.notes?.(ben, { limit: 1 }))?.items ?? [];
    const [file] = (await reads.files?.(ben, { limit: 1 }))?.items ?? [];
    if (second === undefined || file === undefined) throw new Error('Nothing was moved');
    await run({ type: 'note.remove', person: ben, note: second });
    await run({ type: 'file.remove', person: ben, file });
    await runAll(back);
    expect((await reads.notes?.(anna, { limit: 9 }))?.items.map(({ text }) => text)).toEqual(['Note on Anna']);
    await run({ type: 'note.add', person: anna, text: '', files: [], again: second });
    await run({ type: 'file.add', person: anna, file: null, again: file });
    expect((await reads.notes?.(anna, { limit: 1 }))?.items).toEqual([second]);
    expect((await reads.files?.(anna, { limit: 1 }))?.items).toEqual([file]);
    expect(await own().files.where('person').equals(Number(ben)).count()).toBe(0);
  });

  it('does not either where nobody can bring it back any more', async () => {
    const [anna, ben] = [await addWhole('Anna', 'anna@example.com'), await create({ name: 'Ben' })];
    const { reads } = await openBook('own');
    await run({ type: 'note.add', person: anna, text: 'Second', files: [], again: null });
    const { notes = [] } = (await reads.belongings?.(anna)) ?? {};
    const back = await runAll([hide(anna, ben), move('note.move', notes, anna, ben)]);
    const [second] = (await reads.notes?.(ben, { limit: 1 }))?.items ?? [];
    if (second === undefined) throw new Error('Nothing was moved');
    await run({ type: 'note.remove', person: ben, note: second });
    await own().bin.clear();
    await runAll(back);
    expect((await reads.notes?.(anna, { limit: 9 }))?.items.map(({ text }) => text)).toEqual(['Note on Anna']);
  });

  it('takes what it said before along, so that it goes when its person is erased', async () => {
    const [anna, ben] = [await addWhole('Anna', 'anna@example.com'), await create({ name: 'Ben' })];
    const { notes = [] } = (await (await openBook('own')).reads.belongings?.(anna)) ?? {};
    const back = await runAll([hide(anna, ben), move('note.move', notes, anna, ben)]);
    const [note = ''] = notes;
    await run({ type: 'note.set', person: ben, note, from: 'Note on Anna', to: 'Edited' });
    await runAll(back);
    const texts = await own()
      .bin.filter(({ kind }) => kind === 'text')
      .toArray();
    expect(texts.map(({ person }) => String(person))).toEqual([anna]);
  });
});

const isMove = (type: string): type is MoveType => Object.hasOwn(kinds, type);
