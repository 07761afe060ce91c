import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';

it('A ticket goes from one state to another', async () => {
  const set = (to: 'new' | 'hold') =>
    planned(person(), { action: 'set-ticket-state', input: { ticket: '8', from: 'new', to } });
  expect(await set('hold')).toEqual([{ type: 'ticket.state', person: '1', ticket: '8', from: 'new', to: 'hold' }]);
  expect(await set('new')).toEqual([]);
});

it('A resolved ticket is undone', async () => {
  const { before, after, undone } = await ranAndUndone(async ({ session, ref }) => {
    const ticket = (await session.reads.tickets?.(ref.id, 'open', { limit: 1 }))?.items[0];
    return { action: 'set-ticket-state', input: { ticket: ticket?.id ?? '', from: 'new', to: 'resolved' } };
  });
  expect([after.open?.length, after.resolved?.length]).toEqual([0, 1]);
  expect(undone).toEqual(before);
});
