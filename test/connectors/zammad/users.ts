// Users of the fake Zammad: what is searched, shown, changed and refused.
import { broken, type Call, given, isOn, noRecord, paged, refused, says, sortedBy } from './answers';
import { wrongWith } from './attributes';
import { isFound } from './index-words';
import { selected } from './selector';
import { addUser, ME, now, ROLES, type Row, type Store } from './store';

const LENGTHS: Readonly<Record<string, number>> = {
  firstname: 100,
  lastname: 100,
  phone: 100,
  mobile: 100,
  fax: 100,
  web: 100,
  zip: 100,
  city: 100,
  country: 100,
  street: 120,
  department: 200,
  email: 255,
  login: 255,
  address: 500,
  note: 5000,
};
/** Not in the log. */
const UNLOGGED = new Set(['password', 'last_login', 'image', 'preferences', 'updated_at']);

export const nameOf = (store: Store, id: unknown): string =>
  String(store.organizations.find((one) => one.id === id)?.['name'] ?? '');

export function shown(store: Store, row: Row, expand: boolean): object {
  const { password: _, ...kept } = row;
  // In no order: their names come from another question than the ids.
  const others = (Array.isArray(row['organization_ids']) ? row['organization_ids'] : []).toSorted((a, b) => a - b);
  const user = { ...kept, organization_ids: others };
  if (!expand) return user;
  return {
    ...user,
    organization: nameOf(store, row['organization_id']),
    organizations: others.map((id) => nameOf(store, id)).reverse(),
    roles: ROLES.filter(({ id }) => Array.isArray(row['role_ids']) && row['role_ids'].includes(id)).map(
      ({ name }) => name,
    ),
  };
}

/** `rights` of both the token and its owner. */
export function searchUsers(store: Store, call: Call, rights: ReadonlySet<string>): Response {
  if (!rights.has('ticket.agent') && !rights.has('admin.user')) return refused(call);
  const query = String(given(call, 'query') ?? '');
  const byWords = store.elastic && query !== '' && query !== '*';
  // User 1 is in no list.
  const all = (byWords ? (store.indexed ?? store).users : store.users).filter(({ id }) => id !== 1);
  const old = call.dialect === '6.4';
  if (old && query === '') return broken();
  const condition = old ? null : call.json['condition'];
  const fit = selected(all, condition, (user, name) => under(store, user, name));
  const answers = fit?.map((user) =>
    byWords ? isFound(user, [nameOf(store, user['organization_id'])], query) : matches(user, query, old),
  ) ?? [null];
  if (answers.includes(null)) return broken();
  const roles = call.json['role_ids'];
  const has = ({ role_ids: mine }: Row): boolean =>
    !Array.isArray(roles) || (Array.isArray(mine) && roles.some((role) => mine.includes(role)));
  const left = sortedBy(fit?.filter((user, at) => answers[at] === true && has(user)) ?? [], call);
  if (left === null) return broken();
  if (isOn(call, 'only_total_count') && !old) return Response.json({ total_count: left.length });
  const some = old ? paged(left, call, 100, 1000) : paged(left, call, 50, 200);
  if (isOn(call, 'full')) {
    const ids = some.map(({ id }) => id);
    const assets = { User: Object.fromEntries(some.map((user) => [user.id, shown(store, user, false)])) };
    return Response.json(old ? { user_ids: ids, assets } : { record_ids: ids, assets, total_count: left.length });
  }
  return Response.json(some.map((user) => shown(store, user, isOn(call, 'expand'))));
}

function under(store: Store, user: Row, name: string): unknown {
  if (name === 'organization.name') return nameOf(store, user['organization_id']);
  const [kind, column = ''] = name.split('.');
  return kind === 'user' && column in user ? (user[column] ?? null) : undefined;
}

/** Without an index: a part of one column; before 6.5 of four of them, and by the case of letters. */
function matches(user: Row, query: string, old: boolean): boolean {
  if (query === '' || query === '*') return true;
  if (old) return ['firstname', 'lastname', 'email', 'login'].some((column) => String(user[column]).includes(query));
  return Object.values(user).some(
    (value) => typeof value === 'string' && value.toLowerCase().includes(query.toLowerCase()),
  );
}

const permissionsOf = (user: Row): readonly string[] =>
  ROLES.filter(({ id }) => Array.isArray(user['role_ids']) && user['role_ids'].includes(id)).flatMap(
    ({ permissions }) => [...permissions],
  );

export function userCall(store: Store, call: Call, rights: ReadonlySet<string>, id: string): Response {
  const row = store.users.find((user) => String(user.id) === id);
  if (row === undefined) return noRecord('User', id);
  const expand = isOn(call, 'expand');
  if (call.method === 'GET') return Response.json(shown(store, row, expand));
  if (call.method === 'DELETE') return says(422, "Can't delete, object has references.");
  const isStaff = permissionsOf(row).some((one) => one === 'ticket.agent' || one.startsWith('admin'));
  if (!rights.has('admin.user') && (isStaff || !rights.has('ticket.agent'))) return says(403, 'Not authorized');
  const wrong = wrongIn(store, call.json, row);
  if (wrong !== null) return says(422, wrong);
  change(store, row, call.json, rights);
  return Response.json(shown(store, row, expand));
}

export function newUser(store: Store, call: Call): Response {
  const { json } = call;
  const named = ['firstname', 'lastname', 'phone', 'mobile', 'email', 'login'].some(
    (key) => String(json[key] ?? '') !== '',
  );
  if (!named)
    return says(
      422,
      'At least one identifier (firstname, lastname, phone, mobile, email or login) for user is required.',
    );
  const wrong = wrongIn(store, json, null);
  if (wrong !== null) return says(422, wrong);
  // What a mere agent says of roles is dropped without a word.
  const { role_ids: _, group_ids: __, ...rest } = json;
  const made = cutOff(store, rest);
  for (const key of ['email', 'login']) if (typeof made[key] === 'string') made[key] = made[key].toLowerCase();
  const row = addUser(store, { ...made, ...names(made), ...assigned(store, made), role_ids: [3] });
  row['login'] = freeLogin(store, row);
  return Response.json(shown(store, row, isOn(call, 'expand')), { status: 201 });
}

/** A lone name is taken apart, and one that is all small or all capital letters is written anew. */
function names(made: Record<string, unknown>): Record<string, string> {
  const [first, last] = [String(made['firstname'] ?? ''), String(made['lastname'] ?? '')];
  const [one = '', ...rest] = last === '' ? first.split(' ') : [first, last];
  const whole = { firstname: one, lastname: rest.join(' ') };
  const text = whole.firstname + whole.lastname;
  const isOdd = text === text.toLowerCase() || text === text.toUpperCase();
  return isOdd ? { firstname: capital(whole.firstname), lastname: capital(whole.lastname) } : whole;
}

/** Who is in no organisation gets the one that has the domain of their address. */
function assigned(store: Store, { organization_id: given, email }: Record<string, unknown>): object {
  if (given !== undefined && given !== null) return {};
  const domain = String(email ?? '').split('@')[1];
  const found = store.organizations.find((one) => one['domain_assignment'] === true && one['domain'] === domain);
  return found === undefined ? {} : { organization_id: found.id };
}

/** A login that somebody has gets a number. */
function freeLogin(store: Store, { id, login }: Row): string {
  const isTaken = (text: string): boolean => store.users.some((user) => user.id !== id && user['login'] === text);
  const numbered = ['', ...Array.from({ length: 20 }, (_, at) => String(at + 1))].map(
    (number) => `${String(login)}${number}`,
  );
  return numbered.find((text) => !isTaken(text)) ?? '';
}

/** Whoever is left without anybody who may everything is refused. */
const isLastAdmin = (store: Store, row: Row): boolean =>
  permissionsOf(row).includes('admin') &&
  !store.users.some((user) => user.id !== row.id && user['active'] === true && permissionsOf(user).includes('admin'));

/** The tickets of the organisation that was left go along, so many of them. */
function reassign(store: Store, row: Row, from: unknown): void {
  const to = row['organization_id'];
  if (from === to || store.config['ticket_organization_reassignment'] === false) return;
  const mine = store.tickets.filter((one) => one.customer_id === row.id && one.organization_id === from);
  for (const ticket of mine.slice(0, 100)) ticket.organization_id = typeof to === 'number' ? to : null;
}

function wrongIn(store: Store, json: Call['json'], row: Row | null): string | null {
  const email = json['email'] === undefined ? '' : String(json['email']).toLowerCase();
  const taken = email !== '' && store.users.some((user) => user.id !== row?.id && user['email'] === email);
  if (taken) return `Email address '${email}' is already used for another user.`;
  if (email !== '' && !/^[^@\s]+@[^@\s]+$/u.test(email)) return `Invalid email '${email}'`;
  const login = json['login'] === undefined ? '' : String(json['login']).toLowerCase().trim();
  if (row !== null && login !== '' && store.users.some((user) => user.id !== row.id && user['login'] === login)) {
    return 'This object already exists.';
  }
  const others = json['organization_ids'];
  const first = 'organization_id' in json ? json['organization_id'] : row?.['organization_id'];
  if (Array.isArray(others) && others.length > 0 && !first)
    return 'Secondary organizations are only allowed when the primary organization is given.';
  // Others are looked at before the first one is taken.
  const firsts = [first, row?.['organization_id']];
  if (Array.isArray(others) && others.some((one) => firsts.includes(one)))
    return 'Secondary organizations cannot include the primary organization.';
  if (row !== null && json['active'] === false && isLastAdmin(store, row))
    return 'At least one user needs to have admin permissions.';
  if (row !== null && row['address'] === 'mandatory' && json['email'] === '')
    return "Missing required value for field 'email'!";
  return wrongWith(store.attributes, json, row);
}

/** What is too long is cut off, and all is said to be well. */
const cutOff = (store: Store, json: Call['json']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.slice(0, store.lengths[key] ?? LENGTHS[key] ?? 1e6) : value,
    ]),
  );

function change(store: Store, row: Row, json: Call['json'], rights: ReadonlySet<string>): void {
  const next = cutOff(store, json);
  // These an agent may not, and is not told.
  if (!rights.has('admin.user')) for (const key of ['role_ids', 'group_ids']) delete next[key];
  if (typeof next['email'] === 'string') next['email'] = next['email'].toLowerCase().trim();
  follow(row, next);
  const { firstname = row['firstname'], lastname = row['lastname'] } = next;
  const whole = `${String(firstname)}${String(lastname)}`;
  if ('firstname' in next && (whole === whole.toLowerCase() || whole === whole.toUpperCase())) {
    for (const key of ['firstname', 'lastname']) next[key] = capital(String(next[key] ?? row[key]));
  }
  if (typeof next['password'] === 'string') {
    store.passwords[row.id] = next['password'];
    next['login_failed'] = 0;
  }
  const at = now(store);
  for (const [key, value] of Object.entries(next)) {
    if (!(key in row) || JSON.stringify(row[key]) === JSON.stringify(value) || UNLOGGED.has(key)) continue;
    const id = store.log.length + 1;
    store.log.push({
      id,
      o_id: row.id,
      object: 'User',
      type: 'updated',
      attribute: key,
      value_from: row[key],
      value_to: value,
      created_at: at,
      created_by_id: ME,
    });
  }
  const before = row['organization_id'];
  // A time of change that is sent is not looked at.
  Object.assign(row, Object.fromEntries(Object.entries(next).filter(([key]) => key in row)), { updated_at: at });
  reassign(store, row, before);
}

/**
 * A login that is the old address follows the new one, also where it was sent so; that it is nothing else is looked at
 * before blanks are cut off. Whoever has none gets one.
 */
function follow(row: Row, next: Record<string, unknown>): void {
  if (next['email'] === undefined && next['login'] === undefined) return;
  const email = String(next['email'] ?? row['email']);
  const asked = String(next['login'] ?? row['login']);
  const login = asked === '' || (email !== row['email'] && asked === row['email']) ? email : asked;
  next['login'] = login === '' ? `auto-${row.id}` : login.toLowerCase().trim();
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
