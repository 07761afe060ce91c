// What the fake Request Tracker keeps: users, custom fields, groups, queues, tickets, as RT 5.0.3 has them.

export interface UserRow {
  readonly id: number;
  readonly columns: Record<string, string>;
  readonly custom: Record<string, string[]>;
  readonly groups: Set<string>;
  disabled: boolean;
  readonly privileged: boolean;
}
export interface TicketRow {
  readonly id: number;
  Subject: string;
  Status: string;
  Priority: string;
  Queue: string;
  Requestor: number[];
  /** No login but root may see it. */
  hidden?: boolean;
  /** Number of the ticket that it was merged into. */
  merged?: number;
  readonly Created: string;
  LastUpdated: string;
}
export interface Entry {
  readonly id: number;
  readonly user: number;
  readonly by: number;
  readonly at: string;
  readonly type: string;
  readonly field: string;
  readonly from: string;
  readonly to: string;
}
/** Of a ticket. */
export interface Act {
  readonly id: number;
  readonly ticket: number;
  readonly by: number;
  readonly at: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
}
export interface Login {
  readonly user: number;
  readonly rights: ReadonlySet<string>;
}
export interface Store {
  readonly users: UserRow[];
  readonly tickets: TicketRow[];
  readonly log: Entry[];
  readonly acts: Act[];
  readonly next: { id: number; time: number };
}

export const FIELDS = [
  { id: '2', name: 'Customer ID', Type: 'Freeform', MaxValues: '1' },
  { id: '4', name: 'Plan', Type: 'Select', MaxValues: '1', Values: ['Enterprise', 'Free', 'Pro'] },
  { id: '5', name: 'Tags', Type: 'Freeform', MaxValues: '0' },
  { id: '6', name: 'Other addresses', Type: 'Freeform', MaxValues: '0' },
  { id: '7', name: 'Customer since', Type: 'Date', MaxValues: '1' },
] as const;
export const GROUPS = [
  { id: '30', Name: 'VIP customers' },
  { id: '31', Name: 'Newsletter' },
] as const;
/** RT's own. */
export const OWN_GROUPS = [
  { id: '3', Name: 'Everyone' },
  { id: '4', Name: 'Privileged' },
  { id: '5', Name: 'Unprivileged' },
] as const;
export const QUEUES = [
  { id: '1', Name: 'General' },
  { id: '3', Name: 'Support' },
] as const;

export const now = (store: Store): string => {
  store.next.time += 1_000;
  return new Date(store.next.time).toISOString().replace('.000Z', 'Z');
};

export function addUser(store: Store, columns: Readonly<Record<string, string>>, more: Partial<UserRow> = {}): UserRow {
  store.next.id += 1;
  const at = now(store);
  const row: UserRow = {
    id: store.next.id,
    columns: { ...columns, Created: at, LastUpdated: at },
    custom: {},
    groups: new Set(),
    disabled: false,
    privileged: false,
    ...more,
  };
  store.users.push(row);
  note(store, row, 1, 'Create');
  return row;
}

export function note(store: Store, { id, columns }: UserRow, by: number, type: string, field = '', from = '', to = '') {
  store.next.id += 1;
  const at = now(store);
  columns['LastUpdated'] = at;
  store.log.push({ id: store.next.id, user: id, by, at, type, field, from, to });
}

export function addTicket(store: Store, requestors: readonly number[], subject: string, status = 'new'): TicketRow {
  const at = now(store);
  const id = store.tickets.length + 1;
  const more = { Priority: '0', Queue: '3', Created: at, LastUpdated: at };
  const row: TicketRow = { id, Subject: subject, Status: status, Requestor: [...requestors], ...more };
  store.tickets.push(row);
  act(store, row, requestors[0] ?? 1, 'Create');
  act(store, row, 1, 'EmailRecord');
  return row;
}

export function act(store: Store, ticket: TicketRow, by: number, type: string, from = '', to = ''): void {
  store.next.id += 1;
  store.acts.push({ id: store.next.id, ticket: ticket.id, by, at: ticket.LastUpdated, type, from, to });
}

export const ALL_RIGHTS = [
  'AdminUsers',
  'AdminGroupMembership',
  'ModifyCustomField',
  'ModifyTicket',
  'CreateTicket',
  'DeleteTicket',
  'ShowUserHistory',
];

/** The people that the tests are about; number 1 is RT's own, 14 is root. */
export function seeded(): Store {
  const store: Store = { users: [], tickets: [], log: [], acts: [], next: { id: 0, time: Date.UTC(2026, 10, 21, 12) } };
  addUser(store, { Name: 'RT_System', RealName: 'The RT System itself' });
  store.next.id = 5;
  addUser(store, { Name: 'Nobody', RealName: 'Nobody in particular' });
  store.next.id = 13;
  addUser(store, { Name: 'root', RealName: 'Enoch Root', EmailAddress: 'root@localhost' }, { privileged: true });
  store.next.id = 44;
  addUser(store, { Name: 'lead', RealName: 'Lena Lead', EmailAddress: 'lead@helpdesk.test' }, { privileged: true });
  store.next.id = 52;
  const anna = addUser(
    store,
    {
      Name: 'Anna.Keller@example.com',
      EmailAddress: 'Anna.Keller@example.com',
      RealName: 'Anna Keller',
      WorkPhone: '+44 1632 960101',
      MobilePhone: '+44 7700 900101',
      Address1: '14 Quay Street',
      Zip: 'HU1 1AA',
      City: 'Hull',
      Country: 'United Kingdom',
      Comments: 'Prefers e-mail over phone.',
      Timezone: 'Europe/London',
      Lang: 'en_GB',
    },
    {
      custom: { 2: ['C-1001'], 4: ['Enterprise'], 5: ['vip', 'renewal'], 6: ['anna@home.example'] },
      groups: new Set(['30']),
    },
  );
  store.next.id = 66;
  const pat = addUser(store, {
    Name: 'pat.oneil@kestrel.test',
    EmailAddress: 'pat.oneil@kestrel.test',
    RealName: "Pat O'Neil",
    Organization: 'Kestrel Logistics',
  });
  addUser(
    store,
    { Name: 'olga.ivers@example.org', EmailAddress: 'olga.ivers@example.org', RealName: 'Olga Ivers' },
    { disabled: true },
  );
  addUser(store, { Name: 'ben+shop@example.org', EmailAddress: 'ben+shop@example.org', RealName: 'Ben Shop' });
  // Whose name is an address that is somebody else's by now.
  addUser(store, { Name: 'moved@example.org', EmailAddress: 'new-home@example.org', RealName: 'Moved Away' });
  addUser(store, { Name: 'taker', EmailAddress: 'moved@example.org', RealName: 'Took It' });
  addTicket(store, [anna.id], 'Cannot sign in');
  addTicket(store, [anna.id, pat.id], 'Joint purchase', 'open');
  addTicket(store, [anna.id], 'Invoice', 'resolved');
  addTicket(store, [pat.id], 'Pallets', 'stalled');
  return store;
}
