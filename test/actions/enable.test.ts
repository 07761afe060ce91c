import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';
import { actions } from '@/utils/actions';

const enable = (status: 'active' | 'disabled') => planned(person({ status }), { action: 'enable', input: {} });

it('Enable is one change for somebody disabled, and none for anybody else', async () => {
  expect(await enable('disabled')).toEqual([{ type: 'account.enable', person: '1', from: false, to: true }]);
  expect(await enable('active')).toEqual([]);
});

it('Enable stands in the menu of those who are disabled, and never of an agent', () => {
  const offered = (some: Parameters<typeof person>[0]) => actions.enable.menu?.when(person(some));
  expect([offered({ status: 'disabled' }), offered({}), offered({ status: 'disabled', kind: 'agent' })]).toEqual([
    true,
    false,
    false,
  ]);
});

it('Who was enabled is disabled again by Undo', async () => {
  const { before, after, undone } = await ranAndUndone(async ({ session, ref }) => {
    const change = { type: 'account.enable', person: ref.id, from: true, to: false } as const;
    await session.writes['account.enable']?.(change, { entry: 'off', step: 0, at: new Date().toISOString() });
    return { action: 'enable', input: {} };
  });
  expect([before.person.status, after.person.status]).toEqual(['disabled', 'active']);
  expect(undone).toEqual(before);
});
