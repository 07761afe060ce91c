import { expect, it } from 'vitest';
import { planned, ranAndUndone } from '@/test/support/acted';
import { address, person } from '@/test/support/people';

const notify = (to: string | null) =>
  planned(person(), {
    action: 'notify-address',
    input: { ticket: '8', from: null, to: to === null ? null : address(to) },
  });

it('The mails of a ticket go to another address of the person, to no other', async () => {
  expect(await notify('anna@example.com')).toEqual([
    { type: 'ticket.notify', person: '1', ticket: '8', from: null, to: 'anna@example.com' },
  ]);
  expect(await notify('ben@example.com')).toEqual(['invalid', undefined]);
  expect(await notify(null)).toEqual([]);
});

it('Another address for a ticket is undone', async () => {
  const { domain, before, after, undone } = await ranAndUndone(async ({ session, ref, domain: own }) => {
    const ticket = (await session.reads.tickets?.(ref.id, 'open', { limit: 1 }))?.items[0];
    return {
      action: 'notify-address',
      input: { ticket: ticket?.id ?? '', from: null, to: address(`home@${own}`) },
    };
  });
  expect(after.open?.[0]?.notifies).toBe(`home@${domain}`);
  expect(undone).toEqual(before);
});
