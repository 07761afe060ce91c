// What the fake Zammad keeps.
import { type Attribute, attributes } from './attributes';

export type Row = Record<string, unknown> & { id: number; updated_at: string };

export interface Ticket {
  id: number;
  number: string;
  title: string;
  group_id: number;
  state_id: number;
  priority_id: number;
  customer_id: number;
  organization_id: number | null;
  pending_time: string | null;
  /** A decimal. */
  time_unit: string | null;
  created_at: string;
  updated_at: string;
}

/** Time spent on a ticket. */
export interface Time {
  readonly id: number;
  readonly ticket_id: number;
  readonly time_unit: string;
  readonly created_at: string;
}

export interface Entry {
  readonly id: number;
  readonly o_id: number;
  readonly object: 'User';
  readonly type: string;
  readonly attribute: string;
  readonly value_from: unknown;
  readonly value_to: unknown;
  readonly created_at: string;
  readonly created_by_id: number;
}

export interface Store {
  users: Row[];
  organizations: Row[];
  tickets: Ticket[];
  times: Time[];
  /** Each change of a ticket's customer: id of the ticket, of the old and of the new one. */
  moved: (readonly [ticket: number, from: number, to: number])[];
  log: Entry[];
  tasks: Row[];
  /** Ways of proving who they are, by user. */
  factors: Record<number, string[]>;
  passwords: Record<number, string>;
  /** Whether there is an index of words, and what it knows; null: all that there is. */
  elastic: boolean;
  indexed: { users: Row[]; organizations: Row[] } | null;
  /** Definitions of people's fields. */
  attributes: Attribute[];
  /** Characters of columns that are shorter than in any Zammad known. */
  lengths: Record<string, number>;
  /** Settings that Zammad's own pages are told. */
  config: Record<string, unknown>;
  clock: number;
}

export const ROLES = [
  { id: 1, name: 'Admin', active: true, permissions: ['admin'], group_ids: {} },
  { id: 2, name: 'Agent', active: true, permissions: ['ticket.agent', 'user_preferences'], group_ids: {} },
  { id: 3, name: 'Kunde', active: true, permissions: ['ticket.customer'], group_ids: {} },
  { id: 4, name: 'Sales desk', active: true, permissions: ['ticket.agent'], group_ids: { 2: ['full'] } },
] as const;
export const GROUPS = [
  { id: 1, name: 'Users', active: true },
  { id: 2, name: 'Sales', active: true },
  { id: 3, name: 'Old', active: false },
] as const;
export const STATES = [
  { id: 1, name: 'new', state_type: 'new', active: true },
  { id: 2, name: 'offen', state_type: 'open', active: true },
  { id: 3, name: 'pending reminder', state_type: 'pending reminder', active: true },
  { id: 4, name: 'closed', state_type: 'closed', active: true },
  { id: 5, name: 'merged', state_type: 'merged', active: true },
  { id: 7, name: 'pending close', state_type: 'pending action', active: true },
] as const;
/** All of them as Zammad's own pages are told: roles name their permissions by ids. */
export function assets(): object {
  const names = [...new Set(ROLES.flatMap(({ permissions }) => [...permissions]))];
  const keyed = (all: readonly { readonly id: number }[]) => Object.fromEntries(all.map((one) => [one.id, one]));
  return {
    Permission: keyed(names.map((name, at) => ({ id: at + 20, name }))),
    Group: keyed(GROUPS),
    Role: keyed(
      ROLES.map(({ permissions, ...role }) => ({
        ...role,
        permission_ids: permissions.map((name) => names.indexOf(name) + 20),
      })),
    ),
  };
}

/** Each moment is a second after the one before. */
export function now(store: Store): string {
  store.clock += 1_000;
  return new Date(store.clock).toISOString();
}

export function addUser(store: Store, given: Record<string, unknown>): Row {
  const id = Math.max(0, ...store.users.map((user) => user.id)) + 1;
  const at = now(store);
  const row: Row = {
    login: '',
    firstname: '',
    lastname: '',
    email: '',
    web: '',
    phone: '',
    fax: '',
    mobile: '',
    department: '',
    street: '',
    zip: '',
    city: '',
    country: '',
    address: '',
    note: '',
    source: null,
    vip: false,
    verified: false,
    active: true,
    login_failed: 0,
    last_login: null,
    out_of_office: false,
    out_of_office_start_at: null,
    out_of_office_end_at: null,
    out_of_office_replacement_id: null,
    image: null,
    preferences: { locale: 'en-us', tickets_open: 0, tickets_closed: 0 },
    organization_id: null,
    organization_ids: [],
    role_ids: [3],
    group_ids: {},
    created_at: at,
    plan: null,
    code: null,
    areas: null,
    region: null,
    topics: null,
    seats: null,
    since: null,
    called: null,
    about: null,
    terms: null,
    shop: null,
    desk: null,
    crm: null,
    keeper: null,
    ...given,
    id,
    updated_at: at,
  };
  if (row['login'] === '') row['login'] = row['email'] === '' ? `auto-${id}` : row['email'];
  store.users.push(row);
  return row;
}

export function addTicket(store: Store, given: Partial<Ticket> & Pick<Ticket, 'customer_id'>): Ticket {
  const id = Math.max(0, ...store.tickets.map((ticket) => ticket.id)) + 1;
  const at = now(store);
  const ticket: Ticket = {
    title: `Ticket ${id}`,
    group_id: 1,
    state_id: 2,
    priority_id: 2,
    organization_id: null,
    pending_time: null,
    time_unit: null,
    created_at: at,
    ...given,
    id,
    number: String(67_000 + id),
    updated_at: at,
  };
  store.tickets.push(ticket);
  return ticket;
}

export const ME = 3;
export const ANNA = 4;

export function seeded(): Store {
  const store: Store = {
    users: [],
    organizations: [],
    tickets: [],
    times: [],
    moved: [],
    log: [],
    tasks: [],
    factors: { [ANNA]: ['authenticator_app'] },
    passwords: {},
    elastic: false,
    indexed: null,
    attributes: attributes(),
    lengths: {},
    config: { fqdn: 'support.example.test', http_type: 'https', password_max_login_failed: 5 },
    clock: Date.parse('2026-01-05T08:00:00.000Z'),
  };
  const company = (name: string) => {
    const at = now(store);
    store.organizations.push({
      id: store.organizations.length + 7,
      name,
      domain: '',
      note: '',
      created_at: at,
      updated_at: at,
    });
  };
  company('Acme');
  company('Kestrel Logistics');
  addUser(store, { login: '-', firstname: '-', role_ids: [] });
  addUser(store, { email: 'root@desk.test', firstname: 'Rita', lastname: 'Root', role_ids: [1, 2] });
  addUser(store, {
    email: 'lena@desk.test',
    firstname: 'Lena',
    lastname: 'Lead',
    role_ids: [2],
    group_ids: { 1: ['full'] },
  });
  addUser(store, {
    email: 'anna.keller@example.com',
    firstname: 'Anna',
    lastname: 'Keller',
    phone: '+44 1632 960101',
    mobile: '+44 7700 900101',
    street: '14 Quay Street',
    zip: 'HU1 1AA',
    city: 'Hull',
    country: 'United Kingdom',
    note: '<div>Prefers <b>e-mail</b> &amp; letters.</div><div>Pays late.</div>',
    plan: 'pro',
    code: 'C-1001',
    login_failed: 7,
    organization_id: 7,
    organization_ids: [8],
    last_login: '2026-01-04T08:00:00.000Z',
    preferences: { locale: 'en-gb', tickets_open: 3, tickets_closed: 1 },
  });
  addUser(store, { email: 'ben+shop@example.org', firstname: 'Ben', lastname: 'Shop' });
  addUser(store, { email: 'olga.ivers@example.org', firstname: 'Olga', lastname: 'Ivers', active: false });
  addUser(store, { email: 'post@bücher.test', firstname: 'Bea', lastname: 'Book' });
  addUser(store, { email: 'new@example.org', login: 'old@example.org', firstname: 'Nora', lastname: 'New' });
  addTicket(store, { customer_id: ANNA, title: 'Printer', organization_id: 7 });
  addTicket(store, { customer_id: ANNA, title: 'Invoice', organization_id: 7, state_id: 4 });
  addTicket(store, { customer_id: ANNA, title: 'Twice', organization_id: 7, state_id: 5 });
  addTicket(store, { customer_id: ANNA, title: 'Phone', organization_id: 7, priority_id: 3 });
  return store;
}
