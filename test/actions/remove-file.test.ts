import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';
import { stageFile } from '@/utils/connectors/local';

it('A file is removed from the profile', async () => {
  const file = { id: '4', name: 'a.txt', size: 5, type: 'text/plain' };
  expect(await planned(person(), { action: 'remove-file', input: { file } })).toEqual([
    { type: 'file.remove', person: '1', file },
  ]);
});

it('A removed file is undone, bytes and all', async () => {
  await stageFile({ id: 'r1', index: 0, base64: btoa('hello') });
  const read = { id: '', bytes: async () => '' };
  const { before, after, undone } = await ranAndUndone(async ({ session, ref }) => {
    const added = { staged: 'r1', name: 'a.txt', size: 5, type: 'text/plain' };
    const change = { type: 'file.add', person: ref.id, file: added, again: null } as const;
    await session.writes['file.add']?.(change, { entry: 'r', step: 0, at: new Date().toISOString() });
    const file = (await session.reads.files?.(ref.id, { limit: 1 }))?.items[0];
    if (!file) throw new Error('no file');
    read.bytes = async () => (await session.reads.file?.(file.id))?.text() ?? '';
    return { action: 'remove-file', input: { file } };
  });
  expect([before.files?.total, after.files?.total]).toEqual([1, 0]);
  expect(undone).toEqual(before);
  expect(await read.bytes()).toBe('hello');
});
