import { describe, expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';
import { actions } from '@/utils/actions';

const disable = (status: 'active' | 'disabled' | 'locked') =>
  planned(person({ status }), { action: 'disable', input: {} });
const enable = (status: 'active' | 'disabled') => planned(person({ status }), { action: 'enable', input: {} });
const change = { type: 'account.enable', person: '1' };

describe('Disable, Enable', () => {
  it('are one change, and none where it is so already', async () => {
    expect(await disable('active')).toEqual([{ ...change, from: true, to: false }]);
    expect(await disable('locked')).toEqual([{ ...change, from: true, to: false }]);
    expect(await disable('disabled')).toEqual([]);
    expect(await enable('disabled')).toEqual([{ ...change, from: false, to: true }]);
    expect(await enable('active')).toEqual([]);
  });

  it('stand in the menu one at a time, and never for an agent', () => {
    const offered = (some: Parameters<typeof person>[0]) =>
      [actions.disable, actions.enable].map(({ menu }) => menu?.when(person(some)));
    expect(offered({ status: 'active' })).toEqual([true, false]);
    expect(offered({ status: 'disabled' })).toEqual([false, true]);
    expect(offered({ kind: 'agent' })).toEqual([false, false]);
  });
});

it('Somebody who was disabled can be enabled by Undo', async () => {
  const { before, after, undone } = await ranAndUndone(() => ({ action: 'disable', input: {} }));
  expect([after.person.status, undone.person.status]).toEqual(['disabled', 'active']);
  expect(undone).toEqual(before);
});
