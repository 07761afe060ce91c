import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';
import { actions } from '@/utils/actions';

const disable = (status: 'active' | 'disabled' | 'locked') =>
  planned(person({ status }), { action: 'disable', input: {} });
const change = { type: 'account.enable', person: '1', from: true, to: false };

it('Disable is one change, and none where it is so already', async () => {
  expect(await disable('active')).toEqual([change]);
  expect(await disable('locked')).toEqual([change]);
  expect(await disable('disabled')).toEqual([]);
});

it('Disable stands in the menu of those who are not, and never of an agent', () => {
  const offered = (some: Parameters<typeof person>[0]) => actions.disable.menu?.when(person(some));
  expect([offered({}), offered({ status: 'disabled' }), offered({ kind: 'agent' })]).toEqual([true, false, false]);
});

it('Somebody who was disabled can be enabled by Undo', async () => {
  const { before, after, undone } = await ranAndUndone(() => ({ action: 'disable', input: {} }));
  expect([after.person.status, undone.person.status]).toEqual(['disabled', 'active']);
  expect(undone).toEqual(before);
});
