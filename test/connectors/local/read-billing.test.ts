import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChargeRow } from '@/utils/connectors/local/schema';
import { emptyBooks, openBook } from './book';
import { addPerson, own, ticket } from './rows';

beforeEach(emptyBooks);
afterEach(() => vi.unstubAllEnvs());

const NOW = '2026-11-21T12:00:00Z';

async function billing(charges: readonly Omit<ChargeRow, 'id' | 'person'>[], limit = 5, now = NOW) {
  const person = await addPerson('Anna');
  await own().charges.bulkAdd(charges.map((charge) => ({ person, ...charge })));
  await own().charges.add({ person: person + 1, at: NOW, text: 'For somebody else', seconds: 1 });
  const read = await (await openBook('own')).reads.billing?.(String(person), { limit, now });
  if (read === undefined) throw new Error('no billing');
  return read;
}

describe('What was charged for a person', () => {
  it('is listed newest first, and summed up over all, not only over what is listed', async () => {
    const id = await own().tickets.add(ticket(1, { number: '1018' }));
    const { items, total, totals } = await billing(
      [
        { at: '2026-03-01T10:00:00Z', text: 'Call', seconds: 600, amount: 1_000, currency: 'EUR' },
        { at: '2026-11-20T10:00:00Z', text: 'Visit', seconds: 3_600, amount: 9_000, currency: 'EUR', ticket: id },
        { at: '2019-01-01T10:00:00Z', text: 'Set-up', seconds: 60, amount: 500, currency: 'EUR' },
      ],
      1,
    );
    expect(items).toMatchObject([
      {
        text: 'Visit',
        seconds: 3_600,
        money: { amount: 9_000, currency: 'EUR' },
        ticket: { id: String(id), number: '1018' },
      },
    ]);
    expect(total).toBe(3);
    expect(totals).toEqual({ seconds: 4_260, money: [{ amount: 10_500, currency: 'EUR' }] });
  });

  it('keeps currencies apart, the largest sum first, and names none where none is known', async () => {
    const { totals, items } = await billing([
      { at: '2026-11-01T10:00:00Z', text: 'a', amount: 200, currency: 'GBP' },
      { at: '2026-11-02T10:00:00Z', text: 'b', amount: 900, currency: 'EUR' },
      { at: '2026-11-03T10:00:00Z', text: 'c', amount: 300, currency: 'GBP' },
      { at: '2026-11-04T10:00:00Z', text: 'd', amount: 0, currency: 'USD' },
      { at: '2026-11-05T10:00:00Z', text: 'e', amount: 7 },
    ]);
    expect(totals).toEqual({
      seconds: null,
      money: [
        { amount: 900, currency: 'EUR' },
        { amount: 500, currency: 'GBP' },
        { amount: 7, currency: '' },
        { amount: 0, currency: 'USD' },
      ],
    });
    expect(items.some((item) => 'seconds' in item)).toBe(false);
  });

  it('has no money where only time is recorded', async () => {
    const { totals, items } = await billing([{ at: '2026-11-01T10:00:00Z', text: 'a', seconds: 60 }]);
    expect(totals).toEqual({ seconds: 60, money: [] });
    expect(items.some((item) => 'money' in item)).toBe(false);
  });

  it('is summed up for each of the last twelve months, the empty ones too', async () => {
    const { months } = await billing([
      { at: '2025-11-30T10:00:00Z', text: 'too old', seconds: 1, amount: 1, currency: 'EUR' },
      { at: '2025-12-01T10:00:00Z', text: 'first', seconds: 60, amount: 100, currency: 'EUR' },
      { at: '2026-11-01T10:00:00Z', text: 'this one', amount: 200, currency: 'EUR' },
      { at: '2026-11-30T10:00:00Z', text: 'this one', seconds: 120, amount: 300, currency: 'EUR' },
    ]);
    const none = { seconds: null, money: [] };
    expect(months).toHaveLength(12);
    expect(months[0]).toEqual({ month: '2025-12', seconds: 60, money: [{ amount: 100, currency: 'EUR' }] });
    expect(months[1]).toEqual({ month: '2026-01', ...none });
    expect(months[10]).toEqual({ month: '2026-10', ...none });
    expect(months[11]).toEqual({ month: '2026-11', seconds: 120, money: [{ amount: 500, currency: 'EUR' }] });
  });

  it.each([
    ['Asia/Ho_Chi_Minh', '2026-12', '2026-12'],
    ['UTC', '2026-11', '2026-11'],
    ['America/Chicago', '2026-11', '2026-11'],
  ])('falls, in %s, into the month that the reader’s clock showed', async (zone, present, charged) => {
    vi.stubEnv('TZ', zone);
    const { months } = await billing(
      [{ at: '2026-11-30T20:00:00Z', text: 'late', seconds: 5 }],
      5,
      '2026-11-30T22:00:00Z',
    );
    expect(months.at(-1)?.month).toBe(present);
    expect(months.filter(({ seconds }) => seconds !== null).map(({ month }) => month)).toEqual([charged]);
  });

  it('counts back from the 31st without leaving a short month out', async () => {
    const { months } = await billing([], 5, '2026-03-31T12:00:00Z');
    expect(months.map(({ month }) => month)).toEqual([
      '2025-04',
      '2025-05',
      '2025-06',
      '2025-07',
      '2025-08',
      '2025-09',
      '2025-10',
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
      '2026-03',
    ]);
  });

  it('of nobody is nothing', async () => {
    const session = await openBook('own');
    expect(await session.reads.billing?.('5', { limit: 5, now: NOW })).toMatchObject({
      items: [],
      total: 0,
      totals: { seconds: null, money: [] },
    });
  });
});
