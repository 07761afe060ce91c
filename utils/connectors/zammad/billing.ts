// Zammad counts no money, but the time that was spent on tickets, if that is switched on there.

import type { Range } from '@/utils/connectors/types';
import { billingOf } from '@/utils/people/billing';
import type { Billing, Charge } from '@/utils/people/record';
import type { Known } from './known';
import { TimeOfCustomersShape, TimesShape, type ZammadTicket } from './shapes';
import type { Tickets } from './tickets';
import { type Asking, ask, isProblem, type Zammad } from './zammad';

/** Each is a call: older tickets are listed with their sums. */
const MOST_TICKETS = 20;

/**
 * The time that was spent on the tickets of somebody that the login sees. The sums are of all of these; by months they
 * are exact where the login may read Zammad's own report, else older tickets count in the month they were last changed.
 */
export async function billing(
  zammad: Zammad,
  known: Known,
  tickets: Tickets,
  person: string,
  range: Range & { readonly now: string },
  signal?: AbortSignal,
): Promise<Billing> {
  const asking = { call: 'billing', signal };
  const timed = (await tickets.all(person, asking)).filter((ticket) => unitsOf(ticket) !== 0);
  // A big answer: not for whoever has nothing there.
  const told = timed.length === 0 ? null : await known.told.get(asking.call).catch(() => null);
  if (timed.length === 0 || told?.timed === false) return billingOf([], range);
  const seconds = (units: number): number => secondsOf(units, told?.unit ?? '');
  const newest = timed.toSorted((a, b) => b.updated_at.localeCompare(a.updated_at));
  const entries = await Promise.all(newest.slice(0, MOST_TICKETS).map((ticket) => entriesOf(zammad, ticket, asking)));
  const older = newest.slice(MOST_TICKETS).flatMap(sumOf);
  const charges = [...entries.flat(), ...older]
    .map(({ units, ...charge }): Charge => ({ ...charge, seconds: seconds(units) }))
    .toSorted((a, b) => a.at.localeCompare(b.at));
  const whole = billingOf(charges, range);
  const report = await monthsOf(zammad, person, whole, asking);
  signal?.throwIfAborted();
  if (report === null) return whole;
  const months = whole.months.map((one, at) => ({ ...one, seconds: timeOrNull(seconds(report[at] ?? 0)) }));
  return { ...whole, months };
}

type Entry = Charge & { readonly units: number };

const timeOrNull = (seconds: number): number | null => (seconds === 0 ? null : seconds);

/** Decimals come as texts; null where nobody counted any. */
const unitsOf = ({ time_unit: units }: ZammadTicket): number => Number(units ?? 0) || 0;

/**
 * † Assumption: where the setting time_accounting_unit says nothing else a unit is a minute, as in the interface of
 * Zammad as it comes.
 */
export const secondsOf = (units: number, unit: string): number => Math.round(units * (SECONDS[unit] ?? 60));
const SECONDS: Readonly<Record<string, number>> = { hour: 3_600, quarter: 900, minute: 60 };

const ticketOf = ({ id, number, title }: ZammadTicket) => ({ text: title, ticket: { id, number: number || id } });

const sumOf = (ticket: ZammadTicket): readonly Entry[] => [
  { ...ticketOf(ticket), id: `t${ticket.id}`, at: ticket.updated_at, units: unitsOf(ticket) },
];

/** One by one for who may change the ticket (6.1, time_accountings_controller_policy.rb); its sum for anybody else. */
async function entriesOf(zammad: Zammad, ticket: ZammadTicket, asking: Asking): Promise<readonly Entry[]> {
  const path = `tickets/${ticket.id}/time_accountings`;
  const times = await ask(zammad, TimesShape, { path, ...asking }).catch((error: unknown) => {
    if (isProblem(error, 'forbidden', 'missing')) return [];
    throw error;
  });
  if (times.length === 0) return sumOf(ticket);
  return times.map(({ id, time_unit: units, created_at: at }) => ({ ...ticketOf(ticket), id, at, units }));
}

/** Units by month, as Zammad's own report has them: of all groups, and for administrators of time only; null: not told. */
async function monthsOf(
  zammad: Zammad,
  person: string,
  { months }: Pick<Billing, 'months'>,
  asking: Asking,
): Promise<readonly number[] | null> {
  const unitsIn = async (month: string): Promise<number> => {
    const [year = '', number = ''] = month.split('-');
    const path = `time_accounting/log/by_customer/${year}/${Number(number)}`;
    const rows = await ask(zammad, TimeOfCustomersShape, { path, ...asking });
    return rows.reduce((sum, row) => sum + (row.customer.id === person ? row.time_unit : 0), 0);
  };
  const [last, ...others] = months.map(({ month }) => month).reverse();
  if (last === undefined) return null;
  try {
    // The others are asked for only by who may.
    const first = await unitsIn(last);
    return [first, ...(await Promise.all(others.map(unitsIn)))].reverse();
  } catch (error) {
    if (isProblem(error, 'forbidden', 'missing')) return null;
    throw error;
  }
}
