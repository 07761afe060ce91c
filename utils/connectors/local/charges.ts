import type { Billing, Charge, Money, Totals } from '@/utils/people/record';
import type { ChargeRow } from './schema';

const MONTHS = 12;

/**
 * Charges of a person or a ticket, `rows` oldest first. Sums are of all of them; the months are those of the
 * reader's own clock, as the days beside the entries are, and end with the one that `now` (ISO) is in.
 */
export function toBilling(
  rows: readonly ChargeRow[],
  numbers: ReadonlyMap<number, string>,
  { limit, now }: { readonly limit: number; readonly now: string },
): Billing {
  const byMonth = new Map<string, ChargeRow[]>(lastMonths(now).map((month) => [month, []]));
  for (const row of rows) byMonth.get(monthOf(new Date(row.at)))?.push(row);
  return {
    items: rows
      .slice(Math.max(0, rows.length - limit))
      .reverse()
      .map((row) => toCharge(row, numbers)),
    total: rows.length,
    totals: sums(rows),
    months: [...byMonth].map(([month, of]) => ({ month, ...sums(of) })),
  };
}

function sums(rows: readonly ChargeRow[]): Totals {
  const timed = rows.flatMap(({ seconds }) => seconds ?? []);
  const money = new Map<string, number>();
  for (const { amount, currency = '' } of rows) {
    if (amount !== undefined) money.set(currency, (money.get(currency) ?? 0) + amount);
  }
  return {
    seconds: timed.length === 0 ? null : timed.reduce((sum, seconds) => sum + seconds, 0),
    money: [...money]
      .map(([currency, amount]): Money => ({ amount, currency }))
      .sort((a, b) => b.amount - a.amount || a.currency.localeCompare(b.currency)),
  };
}

function toCharge(row: ChargeRow, numbers: ReadonlyMap<number, string>): Charge {
  const { id, at, text, seconds, amount, currency = '', ticket } = row;
  const number = ticket === undefined ? undefined : numbers.get(ticket);
  return {
    id: String(id),
    at,
    text,
    ...(seconds === undefined ? {} : { seconds }),
    ...(amount === undefined ? {} : { money: { amount, currency } }),
    ...(number === undefined ? {} : { ticket: { id: String(ticket), number } }),
  };
}

function lastMonths(now: string): readonly string[] {
  const today = new Date(now);
  return Array.from({ length: MONTHS }, (_, index) =>
    monthOf(new Date(today.getFullYear(), today.getMonth() - (MONTHS - 1 - index), 1)),
  );
}

const monthOf = (at: Date): string => `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}`;
