// Tickets of the fake Zammad.
import { broken, type Call, isOn, noRecord, paged, refused, says, sortedBy } from './answers';
import { selected } from './selector';
import { addTicket, GROUPS, now, STATES, type Store, type Ticket } from './store';

/** `groups`: ids of the groups that the agent may read. */
export function searchTickets(store: Store, call: Call, groups: ReadonlySet<number>): Response {
  const seen = store.tickets.filter(({ group_id: group }) => groups.has(group));
  const fit = selected(seen, call.json['condition'], (ticket, name) => {
    const [kind, column = ''] = name.split('.');
    return kind === 'ticket' && column in ticket ? Reflect.get(ticket, column) : undefined;
  });
  const left = fit === null ? null : sortedBy(fit, call);
  if (left === null) return broken();
  const old = call.dialect === '6.4';
  if (isOn(call, 'only_total_count') && !old) return Response.json({ total_count: left.length });
  const some = paged(left, call, 50, 200);
  if (old && !isOn(call, 'expand')) {
    return Response.json({ tickets: some.map(({ id }) => id), tickets_count: some.length, assets: {} });
  }
  return Response.json(some.map((ticket) => shown(store, ticket, isOn(call, 'expand'))));
}

const shown = (store: Store, ticket: Ticket, expand: boolean): object => ({
  ...ticket,
  ...(expand ? { customer: store.users.find(({ id }) => id === ticket.customer_id)?.['login'] } : {}),
});

/** The organisation follows, unless the new customer is in that of the ticket too; only the new one's are counted. */
function give(store: Store, ticket: Ticket, to: number): void {
  const customer = store.users.find(({ id }) => id === to);
  if (customer === undefined || ticket.customer_id === to) return;
  store.moved.push([ticket.id, ticket.customer_id, to]);
  ticket.customer_id = to;
  const { organization_id: first, organization_ids: more } = customer;
  const theirs = [first, ...(Array.isArray(more) ? more : [])];
  if (!theirs.includes(ticket.organization_id)) ticket.organization_id = typeof first === 'number' ? first : null;
  const all = store.tickets.filter(({ customer_id: of }) => of === to);
  const closed = all.filter(({ state_id: state }) => state === 4).length;
  const open = all.filter(({ state_id: state }) => state !== 4 && state !== 5).length;
  customer['preferences'] = { ...Object(customer['preferences']), tickets_open: open, tickets_closed: closed };
}

export function ticketCall(
  store: Store,
  call: Call,
  { readable: groups, writable }: { readonly readable: ReadonlySet<number>; readonly writable: ReadonlySet<number> },
  id: string,
): Response {
  const ticket = store.tickets.find((one) => String(one.id) === id);
  if (ticket === undefined) return noRecord('Ticket', id);
  if (!groups.has(ticket.group_id)) return says(403, 'Not authorized');
  if (call.method === 'PUT') {
    if (!writable.has(ticket.group_id)) return says(403, 'Not authorized');
    const state = STATES.find((one) => one.id === (call.json['state_id'] ?? ticket.state_id));
    const waits = state?.state_type.startsWith('pending') === true;
    if (waits && !call.json['pending_time'] && !ticket.pending_time)
      return says(422, "Missing required value for field 'pending_time'!");
    const { customer_id: customer, ...rest } = call.json;
    if (customer !== undefined) give(store, ticket, Number(customer));
    Object.assign(ticket, rest, { updated_at: now(store) }, waits ? {} : { pending_time: null });
  }
  return Response.json(shown(store, ticket, isOn(call, 'expand')));
}

export function newTicket(
  store: Store,
  call: Call,
  { rights, writable }: { readonly rights: ReadonlySet<string>; readonly writable: ReadonlySet<number> },
): Response {
  if (!rights.has('ticket.agent')) return refused(call);
  const { json } = call;
  const group = GROUPS.find(({ id }) => id === json['group_id']);
  const customer = store.users.find(({ id }) => id === json['customer_id']);
  if (group === undefined || customer === undefined) return says(422, 'No lookup value found');
  if (!writable.has(group.id)) return says(403, 'Not authorized');
  const ticket = addTicket(store, {
    customer_id: customer.id,
    title: String(json['title']),
    group_id: group.id,
    state_id: 1,
    priority_id: Number(json['priority_id'] ?? 2),
    organization_id: typeof customer['organization_id'] === 'number' ? customer['organization_id'] : null,
  });
  return Response.json(shown(store, ticket, false), { status: 201 });
}

/** One transaction: all or none. */
export function massUpdate(store: Store, call: Call, writable: ReadonlySet<number>): Response {
  const ids = Array.isArray(call.json['ticket_ids']) ? call.json['ticket_ids'].map(Number) : [];
  const tickets = ids.map((id) => store.tickets.find((one) => one.id === id));
  if (tickets.includes(undefined)) return noRecord('Ticket', ids[tickets.indexOf(undefined)]);
  const not = tickets.find((ticket) => ticket !== undefined && !writable.has(ticket.group_id));
  if (not !== undefined) return Response.json({ error: true, ticket_id: not.id }, { status: 422 });
  const attributes = Object.fromEntries(
    Object.entries(Object(call.json['attributes'])).filter(([, value]) => value !== '' && value !== null),
  );
  const { customer_id: customer, ...rest } = attributes;
  const at = now(store);
  for (const ticket of tickets) {
    if (ticket === undefined) continue;
    if (customer !== undefined) give(store, ticket, Number(customer));
    Object.assign(ticket, rest, { updated_at: at });
  }
  return Response.json({ ticket_ids: ids, assets: {} });
}
