import { billingOf } from '@/utils/people/billing';
import type { Billing, Charge } from '@/utils/people/record';
import type { ChargeRow } from './schema';

/** Charges of a person or a ticket, `rows` oldest first; see `billingOf`. */
export const toBilling = (
  rows: readonly ChargeRow[],
  numbers: ReadonlyMap<number, string>,
  range: { readonly limit: number; readonly now: string },
): Billing =>
  billingOf(
    rows.map((row) => toCharge(row, numbers)),
    range,
  );

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
