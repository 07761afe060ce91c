// The fake's tickets as RT shows, searches and changes them.
import { type Call, made, missing, paged, says } from './answers';
import { act, addTicket, type Login, now, type Store, type TicketRow } from './store';
import { userOf } from './users';

/** Whatever cannot be used is left out: the ticket is opened all the same. */
export function newTicket(store: Store, call: Call): Response {
  const json = Object.fromEntries(Object.entries(call.json ?? {}));
  const asked = Array.isArray(json['Requestor']) ? json['Requestor'] : [];
  const known = asked.flatMap((one) => userOf(store, String(one))?.id ?? []);
  const row = addTicket(store, known, String(json['Subject']));
  row.Priority = String(json['Priority'] ?? '0');
  row.Queue = String(json['Queue']);
  return made(`ticket/${row.id}`, String(row.id));
}

const STATUSES = ['new', 'open', 'stalled', 'resolved', 'rejected', 'deleted'];

export function ticket(store: Store, call: Call, login: Login, id: string): Response {
  const { rights } = login;
  const row = store.tickets.find((one) => String(one.id) === id);
  if (row === undefined) return missing();
  if (row.merged !== undefined) return ticket(store, call, login, String(row.merged));
  if (row.hidden === true && login.user !== 14) return says(403, 'Forbidden');
  if (call.method === 'GET') {
    // Whatever fields are asked for: people are names here.
    const names = row.Requestor.map((one) => ({ type: 'user', id: userOf(store, String(one))?.columns['Name'] }));
    return Response.json({ ...row, Requestor: names });
  }
  if (call.method === 'DELETE' && !rights.has('DeleteTicket')) return says(500, 'Internal Server Error');
  if (!rights.has('ModifyTicket')) return Response.json([`Ticket ${id}: Permission Denied`]);
  const json = Object.fromEntries(Object.entries(call.json ?? {}));
  const status = json['Status'];
  if (typeof status === 'string') {
    if (!STATUSES.includes(status))
      return Response.json([`Ticket ${id}: Status '${status}' isn't a valid status for this ticket.`]);
    if (status === 'deleted' && !rights.has('DeleteTicket')) return Response.json([`Ticket ${id}: Permission Denied`]);
    act(store, row, 45, 'Status', row.Status, status);
    row.Status = status;
  }
  const requestors = json['Requestor'];
  if (Array.isArray(requestors)) row.Requestor = requestors.flatMap((one) => userOf(store, String(one))?.id ?? []);
  row.LastUpdated = now(store);
  return Response.json([`Ticket ${id} changed`]);
}

export function tickets(store: Store, { search }: Call, { rights, user }: Login): Response {
  const query = search.get('query') ?? '';
  const number = /(?:^|\s)id = (\d+)/u.exec(query)?.[1];
  const requestor = /Requestor\.id = (\d+)/u.exec(query)?.[1];
  // Up to the first quote that is not marked: what follows it is obeyed.
  const of = /Requestor\.Organization = '((?:[^'\\]|\\.)*)'/u.exec(query)?.[1]?.replaceAll(/\\(.)/gu, '$1');
  const isOf = (id: number): boolean =>
    userOf(store, String(id))?.columns['Organization']?.toLowerCase() === of?.toLowerCase();
  const active = ['new', 'open', 'stalled'];
  const fits = (row: TicketRow): boolean =>
    row.Status !== 'deleted' &&
    row.merged === undefined &&
    (row.hidden !== true || user === 14) &&
    (number === undefined || String(row.id) === number) &&
    (requestor === undefined || row.Requestor.includes(Number(requestor))) &&
    (of === undefined || row.Requestor.some(isOf)) &&
    (!query.includes('__Active__') || active.includes(row.Status)) &&
    (!query.includes('__Inactive__') || !active.includes(row.Status));
  const links = [
    ...(rights.has('ModifyTicket') ? [{ ref: 'lifecycle', from: 'new', to: 'open' }] : []),
    ...(rights.has('ModifyTicket') && rights.has('DeleteTicket')
      ? [{ ref: 'lifecycle', from: 'new', to: 'deleted' }]
      : []),
  ];
  const column = search.get('orderby') ?? 'id';
  const rows = store.tickets
    .filter(fits)
    .sort((a, b) => String(Reflect.get(a, column)).localeCompare(String(Reflect.get(b, column))));
  if (search.get('order') === 'DESC') rows.reverse();
  const wanted = search.get('fields[Requestor]')?.split(',') ?? [];
  const person = (id: number) => {
    const columns = userOf(store, String(id))?.columns ?? {};
    const more = wanted.filter((field) => field !== 'id').map((field) => [field, columns[field] ?? '']);
    return { type: 'user', id: wanted.includes('id') ? id : columns['Name'], ...Object.fromEntries(more) };
  };
  return paged(
    rows.map((row) => ({
      ...row,
      type: 'ticket',
      id: String(row.id),
      Requestor: row.Requestor.map(person),
      _hyperlinks: links,
    })),
    search,
  );
}
