import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Change, Stamp } from '@/utils/changes/types';
import { bookDatabase } from '@/utils/connectors/local/database';
import { readSaved } from '@/utils/connectors/local/search-saved';
import { emptyBooks, everything, openBook } from './book';
import { addWhole, merge, runAll } from './merging';
import { searcher } from './searcher';
import { create, found, refused, rowOf, run } from './writing';

beforeEach(emptyBooks);

const own = () => bookDatabase('own');
const stamp: Stamp = { entry: 'the end', step: 0, at: '2026-11-22T12:00:00.000Z' };
const erasing = async (person: string): Promise<Change<'person.erase'>> => ({
  type: 'person.erase',
  person,
  version: String((await rowOf(person)).revision),
});

/** Every row but those that only say that something was done. */
async function left(): Promise<Record<string, readonly unknown[]>> {
  const { touched: _, counts: __, ...tables } = await everything('own');
  return Object.fromEntries(Object.entries(tables).filter(([, rows]) => rows.length > 0));
}

describe('Who is erased', () => {
  it('leaves nothing: no row, no byte, no letter of them anywhere, and nobody else loses anything', async () => {
    const ben = await addWhole('Ben', 'ben@example.com');
    const before = await left();
    const anna = await addWhole('Anna', 'anna@example.com');
    const [note] = (await (await openBook('own')).reads.notes?.(anna, { limit: 1 }))?.items ?? [];
    if (note === undefined) throw new Error('no note');
    await run({ type: 'note.set', person: anna, note: note.id, from: note.text, to: 'Edited, of Anna' });
    await run({ type: 'note.remove', person: anna, note: { ...note, text: 'Edited, of Anna' } });
    await run({ type: 'label.set', person: anna, label: 'of Anna too', at: 0, from: false, to: true });
    const { id, version } = await run(await erasing(anna), stamp);
    expect(id).toBe(anna);
    const { changeLog = [], organisations = [], ...rest } = await left();
    expect({ ...rest, changeLog: changeLog.slice(0, -1) }).toEqual({
      ...Object.fromEntries(Object.entries(before).filter(([name]) => name !== 'organisations')),
    });
    // Made by somebody else, before them: it stays.
    expect(organisations).toHaveLength(2);
    expect(changeLog.at(-1)).toMatchObject({ person: Number(anna), field: 'person', from: null, to: null });
    expect(JSON.stringify([rest, changeLog])).not.toMatch(/anna/iu);
    expect(await (await openBook('own')).made?.(stamp)).toEqual({ id: anna, version });
    expect(await found('ben@example.com')).toEqual(['Ben']);
    expect(ben).not.toBe(anna);
  });

  it('takes along those who were merged into them, and what was left with those', async () => {
    const [anna, anne, ann] = [
      await addWhole('Anna', 'anna@example.com'),
      await addWhole('Anne', 'anne@example.com'),
      await addWhole('Ann', 'ann@example.com'),
    ];
    await merge(anne, ann);
    await merge(anna, anne);
    await own().chats.add({ person: Number(ann), at: '2026-01-01', subject: 'Left with Ann', lines: [] });
    await run(await erasing(anna), stamp);
    expect(Object.keys(await left()).sort()).toEqual(['changeLog', 'organisations']);
    expect(await own().changeLog.count()).toBe(1);
    const session = await openBook('own');
    for (const id of [anna, anne, ann]) {
      await expect(session.get(id)).rejects.toMatchObject({ problem: { kind: 'missing' } });
    }
  });

  it('is not named any more by whom they were merged with once, by mistake', async () => {
    const [anna, anne] = [await addWhole('Anna', 'anna@example.com'), await addWhole('Zora', 'zora@example.com')];
    await runAll(await merge(anna, anne), 'the way back');
    await run(await erasing(anne), stamp);
    const lines = await own()
      .changeLog.where('[person+at]')
      .between([Number(anna)], [Number(anna) + 1])
      .toArray();
    expect(lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(lines)).not.toMatch(/zora/iu);
  });

  it('takes along an organisation that was made for them, unless somebody else is in it', async () => {
    const anna = await create({ name: 'Anna', organisation: { create: 'Nord' } });
    const ben = await create({ name: 'Ben', organisation: { create: 'Sund' } });
    await create({ name: 'Clara', organisation: { create: 'Sund' } });
    await run(await erasing(anna));
    await run(await erasing(ben));
    expect((await own().organisations.toArray()).map(({ name }) => name)).toEqual(['Sund']);
    expect(await own().bin.count()).toBe(0);
  });

  it('is not in the index of the search that is kept on the disk', async () => {
    const anna = await create({ name: 'Anna' });
    const { ask } = searcher();
    await ask({ text: 'anna' }, { connections: ['book'] });
    await vi.waitFor(async () => expect(await readSaved('own')).not.toBeNull());
    await run(await erasing(anna));
    expect(await readSaved('own')).toBeNull();
  });

  it('is asked about again if the record was touched since', async () => {
    const anna = await addWhole('Anna', 'anna@example.com');
    const asked = await erasing(anna);
    await run({ type: 'label.set', person: anna, label: 'x', at: 0, from: false, to: true });
    const before = await everything('own');
    expect(await refused(asked)).toMatchObject({ kind: 'conflict' });
    expect(await refused({ ...asked, version: null })).toMatchObject({ kind: 'conflict' });
    expect(await everything('own')).toEqual(before);
  });

  it('stays erased, yet their addresses may be somebody’s again unless they are banned', async () => {
    const anna = await create({ name: 'Anna', addresses: ['anna@example.com', 'a@example.com'] });
    const address = (await rowOf(anna)).emails[0]?.address;
    if (address === undefined) throw new Error('no address');
    await run({ type: 'address.ban', person: anna, address, from: false, to: true });
    await run(await erasing(anna));
    await create({ name: 'Anna', addresses: ['a@example.com'] });
    const draft = { name: 'Anna', addresses: [address] };
    expect(await refused({ type: 'person.create', person: null, draft })).toMatchObject({
      kind: 'forbidden',
      banned: 'anna@example.com',
    });
  });
});
