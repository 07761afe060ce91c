import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '@/utils/changes/types';
import { bookDatabase } from '@/utils/connectors/local/database';
import { emptyBooks } from './book';
import { create, refused, rowOf, run } from './writing';

beforeEach(emptyBooks);

describe('A label', () => {
  const label = (person: string, text: string, to: boolean, at = 9): Change<'label.set'> => ({
    type: 'label.set',
    person,
    label: text,
    at,
    from: !to,
    to,
  });
  const people = (text: string) => bookDatabase('own').people.where('labels').equals(text).primaryKeys();

  it('finds the people who have it, and stands where it is put', async () => {
    const id = await create({ labels: ['vip', 'net 30'] });
    await run(label(id, ' late   payer ', true, 1));
    expect((await rowOf(id)).labels).toEqual(['vip', 'late payer', 'net 30']);
    expect(await people('late payer')).toEqual([Number(id)]);
    await run(label(id, 'late payer', false));
    expect(await people('late payer')).toEqual([]);
    await run(label(id, 'vip', false));
    await run(label(id, 'net 30', false));
    expect(await rowOf(id)).not.toHaveProperty('labels');
  });

  it('is not put on twice, in other letters neither, and what is not there is not taken off', async () => {
    const id = await create({ labels: ['vip'] });
    expect(await refused(label(id, 'vip', true))).toMatchObject({ kind: 'conflict', theirs: true });
    expect(await refused(label(id, 'VIP', true))).toMatchObject({ kind: 'conflict', theirs: true });
    expect(await refused(label(id, 'VIP', false))).toMatchObject({ kind: 'conflict', theirs: false });
  });

  it.each([' ', 'x'.repeat(501)])('of no or endless letters is refused', async (text) => {
    const id = await create();
    expect(await refused(label(id, text, true))).toMatchObject({ kind: 'invalid' });
  });
});

describe('A user group', () => {
  const group = (person: string, id: number, to: boolean): Change<'group.set'> => ({
    type: 'group.set',
    person,
    group: String(id),
    from: !to,
    to,
  });

  it('is joined and left, and stands where it stood', async () => {
    const groups = bookDatabase('own').groups;
    const [first, second, third] = [
      await groups.add({ name: 'Key accounts' }),
      await groups.add({ name: 'Newsletter' }),
      await groups.add({ name: 'Beta' }),
    ];
    const id = await create({ groups: [String(third), String(first), String(first)] });
    expect((await rowOf(id)).groups).toEqual([first, third]);
    await run(group(id, second, true));
    expect((await rowOf(id)).groups).toEqual([first, second, third]);
    expect(await bookDatabase('own').people.where('groups').equals(second).count()).toBe(1);
    expect(await refused(group(id, second, true))).toMatchObject({ kind: 'conflict', theirs: true });
    await run(group(id, first, false));
    expect(await refused(group(id, first, false))).toMatchObject({ kind: 'conflict', theirs: false });
    await run(group(id, first, true));
    expect((await rowOf(id)).groups).toEqual([first, second, third]);
  });

  it('that the book does not have cannot be joined', async () => {
    const id = await create();
    expect(await refused(group(id, 9, true))).toMatchObject({ kind: 'missing' });
    expect(await create({ name: 'Ben', groups: ['9'] }).catch((error) => error.problem)).toMatchObject({
      kind: 'missing',
    });
  });
});
