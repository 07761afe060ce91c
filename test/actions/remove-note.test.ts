import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { note, person } from '@/test/support/people';

it('A note is removed whole, so that it can come back whole', async () => {
  const there = { ...note(), files: [] };
  expect(await planned(person(), { action: 'remove-note', input: { note: there } })).toEqual([
    { type: 'note.remove', person: '1', note: there },
  ]);
});

it('A removed note is undone: it stands where it stood, with its author and time', async () => {
  const { before, after, undone } = await ranAndUndone(async ({ session, ref }) => {
    const there = (await session.reads.notes?.(ref.id, { limit: 1 }))?.items[0];
    if (!there) throw new Error('no note');
    return { action: 'remove-note', input: { note: { ...there, files: [...there.files] } } };
  });
  expect(after.notes?.total).toBe(0);
  expect(undone).toEqual(before);
});
