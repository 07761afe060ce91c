import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';

const anna = person({ fields: [{ type: 'text', value: 'C-7', custom: true, id: '1' }] });
const edit = (field: string, from: string | null, to: string | null) =>
  planned(anna, { action: 'edit-custom', input: { field, from, to } });

it('A custom field is filled, changed and emptied', async () => {
  const change = { type: 'custom.set', person: '1' };
  expect(await edit('1', 'C-7', 'C-8')).toEqual([{ ...change, field: '1', from: 'C-7', to: 'C-8' }]);
  expect(await edit('1', 'C-7', '')).toEqual([{ ...change, field: '1', from: 'C-7', to: null }]);
  expect(await edit('2', null, 'Pro')).toEqual([{ ...change, field: '2', from: null, to: 'Pro' }]);
  expect(await edit('2', '', null)).toEqual([]);
});

it('A custom field that somebody else has changed is told, not overwritten', async () => {
  expect(await edit('1', null, 'C-8')).toEqual(['conflict', 'C-7']);
  expect(await edit('2', 'Pro', 'Basic')).toEqual(['conflict', null]);
});

it.each([
  ['1', 'C-7', 'C-8'],
  ['1', 'C-7', null],
  ['2', null, 'Pro'],
])('Custom field %s from %s to %s is undone', async (field, from, to) => {
  const { before, after, undone } = await ranAndUndone(() => ({ action: 'edit-custom', input: { field, from, to } }));
  expect(after.person.fields.find(({ id }) => id === field)?.value ?? null).toBe(to);
  expect(undone).toEqual(before);
});
