import { beforeEach, describe, expect, it } from 'vitest';
import { emptyBooks } from './book';
import { addWhole, merge, runAll } from './merging';
import { own } from './rows';
import { names, nothingSaved, searcher } from './searcher';

beforeEach(async () => {
  await emptyBooks();
  await nothingSaved();
});

const query = { connections: ['book'] };

describe('A search after a merge', () => {
  it('finds the survivor by all that came over, and both again once it is taken back', async () => {
    const [anna, zora] = [await addWhole('Anna', 'anna@example.com'), await addWhole('Zora', 'zora@example.com')];
    const { ask, changed } = searcher();
    const [ticket] = await own()
      .tickets.where('[person+updatedAt]')
      .between([Number(zora)], [Number(zora) + 1])
      .toArray();
    const all = async () => ({
      name: names(await ask({ text: 'zora' }, query)),
      address: names(await ask({ text: 'zora@example.com' }, query)),
      label: names(await ask({ text: 'of zora' }, query)),
      ticket: names(await ask({ text: ticket?.number ?? '' }, query)),
      open: (await ask({ text: 'anna' }, query)).part.items.map(({ openTickets }) => openTickets),
      everybody: (await ask({ text: '' }, query)).part.total,
    });
    const before = await all();
    expect(before).toEqual({
      name: ['Zora'],
      address: ['Zora'],
      label: ['Zora'],
      ticket: ['Zora'],
      open: [1],
      everybody: 2,
    });
    const back = await merge(anna, zora);
    await changed('own');
    expect(await all()).toMatchObject({
      address: ['Anna'],
      label: ['Anna'],
      ticket: ['Anna'],
      open: [2],
      everybody: 1,
    });
    expect((await all()).name).not.toContain('Zora');
    await runAll(back, 'the way back');
    await changed('own');
    expect(await all()).toEqual(before);
  });
});
