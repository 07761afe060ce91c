import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';

const edit = (from: string, to: string) => planned(person(), { action: 'edit-note', input: { note: '3', from, to } });

it('A note is edited upon what it said', async () => {
  expect(await edit('a', 'b')).toEqual([{ type: 'note.set', person: '1', note: '3', from: 'a', to: 'b' }]);
  expect(await edit('a', 'a')).toEqual([]);
});

it('An edited note is undone as if it had never been edited', async () => {
  const { before, after, undone } = await ranAndUndone(async ({ session, ref }) => {
    const note = (await session.reads.notes?.(ref.id, { limit: 1 }))?.items[0];
    return { action: 'edit-note', input: { note: note?.id ?? '', from: 'Call her.', to: 'Mail her.' } };
  });
  expect(after.notes?.items[0]).toMatchObject({ text: 'Mail her.', editedAt: expect.any(String) });
  expect(undone).toEqual(before);
});
