import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { person } from '@/test/support/people';

it('A ticket is made urgent', async () => {
  const set = (to: boolean) =>
    planned(person(), { action: 'set-ticket-urgent', input: { ticket: '8', from: false, to } });
  expect(await set(true)).toEqual([{ type: 'ticket.urgent', person: '1', ticket: '8', from: false, to: true }]);
  expect(await set(false)).toEqual([]);
});

it('An urgent ticket is undone', async () => {
  const { before, after, undone } = await ranAndUndone(async ({ session, ref }) => {
    const ticket = (await session.reads.tickets?.(ref.id, 'open', { limit: 1 }))?.items[0];
    return { action: 'set-ticket-urgent', input: { ticket: ticket?.id ?? '', from: false, to: true } };
  });
  expect(after.open?.[0]?.urgent).toBe(true);
  expect(undone).toEqual(before);
});
