import { describe, expect, it } from 'vitest';
import type { Requestor } from '@/utils/connectors/types';
import { open } from './desk';
import { type FakeRt, fakeRt } from './server';

const requestors = async (rt: FakeRt, ticket: string, signal?: AbortSignal): Promise<readonly Requestor[]> => {
  const { reads } = await open(rt);
  const asked = reads.requestors?.(ticket, signal);
  if (asked === undefined) throw new Error('nobody tells who a ticket is from');
  return asked;
};

describe('who a ticket of Request Tracker is from', () => {
  it('is told with the numbers of all their records, in one call', async () => {
    const rt = fakeRt();
    const { reads } = await open(rt);
    const before = rt.calls.length;
    expect(await reads.requestors?.('2')).toEqual([
      { id: '53', name: 'Anna Keller', address: 'anna.keller@example.com' },
      { id: '67', name: "Pat O'Neil", address: 'pat.oneil@kestrel.test' },
    ]);
    expect(rt.calls.slice(before)).toEqual(['GET /tickets']);
  });

  it('is told without the name that RT made of an address itself', async () => {
    const rt = fakeRt();
    const anna = rt.store.users.find(({ id }) => id === 53);
    if (anna) anna.columns['RealName'] = '';
    expect(await requestors(rt, '1')).toEqual([{ id: '53', name: '', address: 'anna.keller@example.com' }]);
  });

  it('is nobody for a ticket that is from nobody', async () => {
    const rt = fakeRt();
    const [ticket] = rt.store.tickets;
    if (ticket) ticket.Requestor = [];
    expect(await requestors(rt, '1')).toEqual([]);
  });

  it('is told of a ticket that was merged into another by that one', async () => {
    const rt = fakeRt();
    const [, , third] = rt.store.tickets;
    if (third) third.merged = 4;
    expect(await requestors(rt, '3')).toMatchObject([{ id: '67' }]);
  });

  it('is not told of a ticket that this login may not see, and that is what it says', async () => {
    const rt = fakeRt();
    const [first] = rt.store.tickets;
    if (first) first.hidden = true;
    await expect(requestors(rt, '1')).rejects.toMatchObject({
      problem: { kind: 'forbidden', connection: 'desk', call: 'requestors' },
    });
  });

  it.each(['99', '0', '', '1 OR id > 0'])('is missing for the ticket "%s"', async (ticket) => {
    await expect(requestors(fakeRt(), ticket)).rejects.toMatchObject({
      problem: { kind: 'missing', connection: 'desk', call: 'requestors' },
    });
  });

  it('is asked no further once nobody waits for it', async () => {
    await expect(requestors(fakeRt(), '1', AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a record of Request Tracker', () => {
  it('stands where the pages of its server do, and counts its tickets by its number', async () => {
    const session = await open(fakeRt());
    expect(session.site).toBe('https://desk.example.test/rt');
    expect(await session.counts?.('53')).toEqual({ openTickets: 2, tickets: 3 });
  });
});
