import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';
import { stageFile } from '@/utils/connectors/local';

const file = { staged: 'n1', name: 'a.txt', size: 5, type: 'text/plain' };
const add = (text: string, files: readonly (typeof file)[] = []) =>
  planned(person(), { action: 'add-note', input: { text, files: [...files] } });

it('A note is text, files, or both', async () => {
  const change = { type: 'note.add', person: '1', again: null };
  expect(await add('Call.\nSoon.')).toEqual([{ ...change, text: 'Call.\nSoon.', files: [] }]);
  expect(await add('', [file])).toEqual([{ ...change, text: '', files: [file] }]);
  expect(await add(' \n')).toEqual(['invalid', undefined]);
});

it('A note with a file is undone', async () => {
  await stageFile({ id: 'n1', index: 0, base64: btoa('hello') });
  const { before, after, undone } = await ranAndUndone(() => ({
    action: 'add-note',
    input: { text: 'See file.', files: [file] },
  }));
  expect(after.notes?.items[0]).toMatchObject({ text: 'See file.', files: [{ name: 'a.txt', size: 5 }] });
  expect(undone).toEqual(before);
});
