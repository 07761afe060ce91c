import type { Billing, Charge, Money, Totals } from './record';

const MONTHS = 12;

/**
 * Charges of a person or a ticket, given oldest first. Sums are of all of them; the months are those of the reader's
 * own clock, as the days beside the entries are, and end with the one that `now` (ISO) is in.
 */
export function billingOf(
  charges: readonly Charge[],
  { limit, now }: { readonly limit: number; readonly now: string },
): Billing {
  const byMonth = new Map<string, Charge[]>(lastMonths(now).map((month) => [month, []]));
  for (const charge of charges) byMonth.get(monthOf(new Date(charge.at)))?.push(charge);
  return {
    items: charges.slice(Math.max(0, charges.length - limit)).reverse(),
    total: charges.length,
    totals: sums(charges),
    months: [...byMonth].map(([month, of]) => ({ month, ...sums(of) })),
  };
}

function sums(charges: readonly Charge[]): Totals {
  const timed = charges.flatMap(({ seconds }) => seconds ?? []);
  const byCurrency = new Map<string, number>();
  for (const { money } of charges) {
    if (money !== undefined) byCurrency.set(money.currency, (byCurrency.get(money.currency) ?? 0) + money.amount);
  }
  return {
    seconds: timed.length === 0 ? null : timed.reduce((sum, seconds) => sum + seconds, 0),
    money: [...byCurrency]
      .map(([currency, amount]): Money => ({ amount, currency }))
      .sort((a, b) => b.amount - a.amount || a.currency.localeCompare(b.currency)),
  };
}

function lastMonths(now: string): readonly string[] {
  const today = new Date(now);
  return Array.from({ length: MONTHS }, (_, index) =>
    monthOf(new Date(today.getFullYear(), today.getMonth() - (MONTHS - 1 - index), 1)),
  );
}

const monthOf = (at: Date): string => `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}`;
