import { describe, expect, it } from 'vitest';
import { freshMemory } from '@/test/support/open';
import { zammad } from '@/utils/connectors/zammad';
import { secondsOf } from '@/utils/connectors/zammad/billing';
import { connection, open, way } from './desk';
import { fakeZammad } from './server';
import { ANNA, addTicket } from './store';
import { addTime } from './times';

const ID = String(ANNA);
const RANGE = { limit: 3, now: '2026-01-20T12:00:00.000Z' };

function spent() {
  const server = fakeZammad();
  addTime(server.store, 1, 30, '2026-01-10T12:00:00.000Z');
  addTime(server.store, 1, 1.5, '2025-12-10T12:00:00.000Z');
  addTime(server.store, 4, 15, '2025-12-11T12:00:00.000Z');
  addTicket(server.store, { customer_id: 5, title: 'Of Ben' });
  addTime(server.store, 5, 99, '2026-01-11T12:00:00.000Z');
  return server;
}

describe('Time spent for somebody in Zammad', () => {
  it('is listed entry by entry, newest first, summed, and by months; decimals come as texts', async () => {
    const billing = await (await open(spent())).reads.billing?.(ID, RANGE);
    expect(billing).toMatchObject({
      total: 3,
      totals: { seconds: 46.5 * 60, money: [] },
      items: [
        { at: '2026-01-10T12:00:00.000Z', seconds: 1_800, text: 'Printer', ticket: { id: '1', number: '67001' } },
        { at: '2025-12-11T12:00:00.000Z', seconds: 900, text: 'Phone' },
        { at: '2025-12-10T12:00:00.000Z', seconds: 90 },
      ],
    });
    expect(billing?.months.slice(-2)).toMatchObject([
      { month: '2025-12', seconds: 990 },
      { month: '2026-01', seconds: 1_800 },
    ]);
  });

  it('on tickets that this login may not change is told by their sums', async () => {
    const server = spent();
    server.writable = new Set();
    const billing = await (await open(server)).reads.billing?.(ID, RANGE);
    expect(billing).toMatchObject({ total: 2, totals: { seconds: 46.5 * 60 } });
  });

  it('is by months as in Zammad’s own report, for who may read that', async () => {
    const server = spent();
    server.writable = new Set();
    server.rights = new Set([...server.rights, 'admin.time_accounting']);
    const billing = await (await open(server)).reads.billing?.(ID, RANGE);
    expect(billing?.months.slice(-2)).toMatchObject([
      { month: '2025-12', seconds: 990 },
      { month: '2026-01', seconds: 1_800 },
    ]);
    expect(server.calls.filter((call) => call.includes('by_customer'))).toHaveLength(12);
  });

  it('of many tickets is asked for the newest one by one, and summed for the others', async () => {
    const server = spent();
    for (let index = 0; index < 30; index += 1) {
      addTime(server.store, addTicket(server.store, { customer_id: ANNA }).id, 1, '2026-01-09T12:00:00.000Z');
    }
    const billing = await (await open(server)).reads.billing?.(ID, RANGE);
    expect(billing?.totals.seconds).toBe(76.5 * 60);
    expect(server.calls.filter((call) => call.endsWith('/time_accountings'))).toHaveLength(20);
  });

  it('that nobody counted is nothing, and nothing more is asked', async () => {
    const server = fakeZammad();
    const session = await open(server);
    server.calls.length = 0;
    expect(await session.reads.billing?.(ID, RANGE)).toMatchObject({ total: 0, totals: { seconds: null } });
    expect(server.calls).toEqual(['POST /tickets/search']);
  });

  it('is no section where the setting is known to be off, and nothing where it turns out to be', async () => {
    const server = spent();
    server.store.config['time_accounting'] = false;
    expect(await (await open(server)).reads.billing?.(ID, RANGE)).toMatchObject({ total: 0 });
    const memory = freshMemory();
    const opened = await zammad.open(connection, way(server), memory);
    expect(await opened.proof?.()).toEqual({ unproven: [], without: [] });
    await opened.login?.();
    expect(await opened.proof?.()).toEqual({ unproven: [], without: ['billing'] });
  });

  it.each([
    ['', 120],
    ['minute', 120],
    ['quarter', 1_800],
    ['hour', 7_200],
    ['custom', 120],
  ])('is in minutes unless the setting says otherwise: "%s"', (unit, seconds) => {
    expect(secondsOf(2, unit)).toBe(seconds);
  });
});
