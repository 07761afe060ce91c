// API v1 of the fake Deskpro, as far as it is known, and some calls that only an administrator would know of.
import { type Call, forbidden } from './answers';
import type { FakeDeskpro } from './fake';
import type { PersonRow, Store } from './store';

const wrong = (status: number, code: string, message: string): Response =>
  Response.json({ error_code: code, error_message: message }, { status });
const noRecord = (): Response => wrong(404, 'not_found', 'Unknown person');
const success = (): Response => Response.json({ success: true });

/** API v1, reading and writing. */
export function fakeOld(fake: FakeDeskpro, call: Call): Response {
  const { store } = fake;
  const [kind = '', id = '', part = '', other = ''] = call.path;
  const route = `${call.method} ${kind}/${part}`;
  if (kind === 'bans') return ban(store, call, id);
  if (kind === 'tickets') return notified(store, call, id);
  const row = personOf(store, id);
  if (kind !== 'people' || row === undefined) return noRecord();
  switch (route) {
    case 'GET people/':
      return Response.json({ person: { id: row.id, name: row.name } });
    case 'POST people/':
      return change(row, call);
    case 'POST people/merge':
      return merge(store, row, personOf(store, other));
    case 'POST people/reset-password':
      if (typeof call.json['password'] !== 'string') return wrong(400, 'invalid_argument', 'Missing password');
      row.password = call.json['password'];
      return success();
    case 'POST people/reset':
      if (!row.emails.includes(String(call.json['email']))) return forbidden();
      row['reset_sent_to'] = call.json['email'];
      return success();
    case 'GET people/login-token':
      return Response.json({ login_token: `view-${row.id}-0123456789` });
    case 'GET people/billing-charges':
      return paged(call, 'charges', store.charges, row.id);
    case 'GET people/chats':
      return paged(call, 'chats', store.chats, row.id);
    case 'GET people/activity-stream':
      return paged(call, 'activity', activity(store), row.id);
    default:
      return wrong(404, 'not_found', 'Unknown call');
  }
}

const personOf = ({ people }: Store, id: string): PersonRow | undefined =>
  people.find((person) => String(person.id) === id);

function change(row: PersonRow, { json }: Call): Response {
  for (const name of ['is_disabled', 'disable_autoresponses']) {
    if (json[name] !== undefined) row[name] = json[name] === true || json[name] === 1;
  }
  return success();
}

/** The target survives, the other one is gone with all that moved. */
function merge(store: Store, row: PersonRow, other: PersonRow | undefined): Response {
  if (other === undefined || other === row) return noRecord();
  for (const one of [...store.tickets, ...store.notes, ...store.charges, ...store.chats]) {
    if (one['person'] === other.id) one['person'] = row.id;
  }
  const organizations = store.members.filter(({ person }) => person === row.id);
  store.members = store.members.filter(({ person }) => person !== other.id || organizations.length === 0);
  for (const one of store.members) if (one.person === other.id) one.person = row.id;
  row.emails.push(...other.emails);
  row.primary_email ??= other.primary_email;
  row.labels = [...new Set([...row.labels, ...other.labels])];
  store.people.splice(store.people.indexOf(other), 1);
  return success();
}

const PER_PAGE = 2;

function paged(call: Call, name: string, rows: readonly Readonly<Record<string, unknown>>[], person: number): Response {
  const page = Math.max(1, Number(call.search.get('page') ?? 1));
  const mine = rows.filter((row) => row['person'] === person);
  const some = call.search.has('page') ? mine.slice((page - 1) * PER_PAGE, page * PER_PAGE) : mine;
  return Response.json({ page, per_page: PER_PAGE, total: mine.length, [name]: some });
}

const activity = ({ tickets }: Store): readonly Readonly<Record<string, unknown>>[] =>
  tickets.map((ticket) => ({
    id: ticket.id,
    person: ticket.person,
    action_type: 'ticket_created',
    title: `Submitted ${ticket.ref}`,
    date_created: ticket.date_created,
  }));

function ban(store: Store, call: Call, address: string): Response {
  if (call.method === 'POST') {
    store.bans.push(String(call.json['email']));
    return success();
  }
  store.bans = store.bans.filter((one) => one !== address);
  return success();
}

/** Which address hears of a ticket. */
function notified(store: Store, call: Call, id: string): Response {
  const ticket = store.tickets.find((one) => String(one.id) === id);
  if (ticket === undefined) return wrong(404, 'not_found', 'Unknown ticket');
  ticket.person_email = String(call.json['email']);
  return success();
}
