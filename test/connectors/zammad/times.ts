// Time spent on tickets of the fake Zammad.
import { type Call, noRecord, refused, says } from './answers';
import type { Store } from './store';

/** `at`: ISO. */
export function addTime(store: Store, ticket: number, units: number, at: string): void {
  store.times.push({ id: store.times.length + 1, ticket_id: ticket, time_unit: units.toFixed(1), created_at: at });
  const row = store.tickets.find(({ id }) => id === ticket);
  const all = store.times.filter(({ ticket_id: of }) => of === ticket).map(({ time_unit: one }) => Number(one));
  if (row !== undefined) row.time_unit = all.reduce((sum, one) => sum + one, 0).toFixed(1);
}

/** For who may change the ticket. */
export function timesOf(store: Store, ticket: number, writable: ReadonlySet<number>): Response {
  const row = store.tickets.find(({ id }) => id === ticket);
  if (row === undefined) return noRecord('Ticket', ticket);
  if (!writable.has(row.group_id)) return says(403, 'Not authorized');
  return Response.json(store.times.filter(({ ticket_id: of }) => of === ticket));
}

/** One month, all customers. */
export function report(store: Store, call: Call, rights: ReadonlySet<string>): Response {
  if (!rights.has('admin.time_accounting')) return refused(call);
  const [, , , year = '', month = ''] = call.path;
  const begun = `${year}-${month.padStart(2, '0')}-`;
  const sums = new Map<number, number>();
  for (const { ticket_id: ticket, time_unit: units, created_at: at } of store.times) {
    const of = store.tickets.find(({ id }) => id === ticket)?.customer_id ?? 0;
    if (at.startsWith(begun)) sums.set(of, (sums.get(of) ?? 0) + Number(units));
  }
  const rows = [...sums].map(([id, sum]) => ({ customer: { id }, organization: null, time_unit: sum.toFixed(1) }));
  return Response.json(rows);
}
