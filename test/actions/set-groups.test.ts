import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';

const named = (...ids: readonly string[]) => ids.map((id) => ({ id, name: id }));
const set = (has: readonly string[], from: readonly string[], to: readonly string[]) =>
  planned(person({ groups: named(...has) }), { action: 'set-groups', input: { from: [...from], to: [...to] } });
const change = (group: string, on: boolean) => ({ type: 'group.set', person: '1', group, from: !on, to: on });

it('Groups that were ticked and unticked are one change each', async () => {
  expect(await set(['1', '2'], ['1', '2'], ['2', '3', '4', '3'])).toEqual([
    change('1', false),
    change('3', true),
    change('4', true),
  ]);
});

it('A group that somebody else has set meanwhile stays, and what is so already is not set again', async () => {
  expect(await set(['1', '9'], ['1'], ['1', '2'])).toEqual([change('2', true)]);
  expect(await set(['2'], ['1'], ['2'])).toEqual([]);
});

it('Groups are undone', async () => {
  const { before, after, undone } = await ranAndUndone(() => ({
    action: 'set-groups',
    input: { from: ['1', '2'], to: ['2', '3'] },
  }));
  expect(after.person.groups.map(({ name }) => name)).toEqual(['Beta', 'Press']);
  expect(undone).toEqual(before);
});
