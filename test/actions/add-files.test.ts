import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';
import { stageFile } from '@/utils/connectors/local';

const file = (staged: string) => ({ staged, name: `${staged}.txt`, size: 5, type: 'text/plain' });

it('Files are one change each, in their order', async () => {
  const files = [file('a1'), file('a2')];
  expect(await planned(person(), { action: 'add-files', input: { files } })).toEqual(
    files.map((one) => ({ type: 'file.add', person: '1', file: one, again: null })),
  );
});

it('Added files are undone', async () => {
  for (const id of ['a1', 'a2']) await stageFile({ id, index: 0, base64: btoa('hello') });
  const { before, after, undone } = await ranAndUndone(() => ({
    action: 'add-files',
    input: { files: [file('a1'), file('a2')] },
  }));
  expect(after.files?.total).toBe(2);
  expect(undone).toEqual(before);
});
