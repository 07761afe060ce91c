// What the fake Deskpro keeps, in one form for both dialects: how each shows it is in shown.ts.

export type Row = Record<string, unknown> & { id: number };

export interface PersonRow extends Row {
  name: string;
  primary_email: string | null;
  emails: string[];
  /** Found by no search and no filter (held by somebody who is deleted): it is only in the way of others. */
  unfindable: string[];
  is_agent: boolean;
  is_deleted: boolean;
  is_disabled: boolean;
  labels: string[];
  user_groups: number[];
  /** By the id of the definition. */
  fields: Record<string, unknown>;
  contact_data: Record<string, unknown>[];
  phone_numbers: Record<string, unknown>[];
  password: string | null;
  date_created: string;
}

export interface MemberRow extends Row {
  person: number;
  organization: number;
  is_manager: boolean;
  position: string;
}

export interface TicketRow extends Row {
  ref: string;
  subject: string;
  status: string;
  person: number;
  person_email: string | null;
  organization: number | null;
  urgency: number;
  date_created: string;
  date_status: string;
  /** The key's agent does not see it. */
  unseen: boolean;
}

export interface NoteRow extends Row {
  person: number;
  agent: number;
  note: string;
  date_created: string;
}

export interface Store {
  people: PersonRow[];
  members: MemberRow[];
  organizations: Row[];
  tickets: TicketRow[];
  messages: Row[];
  notes: NoteRow[];
  /** Of API v1: what belongs to people there. */
  charges: Row[];
  chats: Row[];
  /** Admin lists that only a call of one's own reaches. */
  bans: string[];
  clock: number;
}

/** Each moment is a second after the one before, as Deskpro writes it: without a colon in the offset. */
export function now(store: Store): string {
  store.clock += 1_000;
  return written(store.clock);
}
export const written = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/u, '+0000');

export const nextId = (rows: readonly { readonly id: number }[]): number =>
  Math.max(0, ...rows.map(({ id }) => id)) + 1;

export function addPerson(store: Store, given: Partial<PersonRow>): PersonRow {
  const row: PersonRow = {
    name: '',
    title_prefix: '',
    override_display_name: '',
    primary_email: given.emails?.[0] ?? null,
    emails: [],
    unfindable: [],
    is_agent: false,
    is_confirmed: true,
    is_deleted: false,
    is_disabled: false,
    summary: '',
    labels: [],
    user_groups: [],
    agent_groups: [],
    teams: [],
    primary_team: null,
    fields: {},
    contact_data: [],
    phone_numbers: [],
    timezone: 'UTC',
    language: null,
    disable_autoresponses: false,
    disable_autoresponses_log: '',
    avatar: null,
    browser: '',
    creation_system: 'web.person',
    date_last_login: null,
    last_seen: null,
    password: null,
    chats_count: 0,
    date_created: now(store),
    ...given,
    id: given.id ?? nextId(store.people),
  };
  store.people.push(row);
  return row;
}

export function addMember(
  store: Store,
  given: Pick<MemberRow, 'person' | 'organization'> & Partial<MemberRow>,
): MemberRow {
  const row: MemberRow = {
    is_manager: false,
    position: '',
    created_at: now(store),
    ...given,
    id: nextId(store.members),
  };
  store.members.push(row);
  return row;
}

export function addOrganization(store: Store, name: string, given: Partial<Row> = {}): Row {
  const row: Row = {
    name,
    summary: '',
    importance: 0,
    parent: null,
    labels: [],
    user_groups: [],
    fields: [],
    contact_data: [],
    phone_numbers: [],
    email_domains: [],
    date_created: now(store),
    ...given,
    id: nextId(store.organizations),
  };
  store.organizations.push(row);
  return row;
}

export function addTicket(store: Store, given: Partial<TicketRow> & Pick<TicketRow, 'person'>): TicketRow {
  const id = nextId(store.tickets);
  const at = now(store);
  const row: TicketRow = {
    ref: `DPRO-${String(4_000 + id)}`,
    subject: `Ticket ${id}`,
    status: 'awaiting_agent',
    person_email: null,
    organization: store.members.find((one) => one.person === given.person)?.organization ?? null,
    department: 1,
    agent: null,
    urgency: 1,
    labels: null,
    date_created: at,
    date_status: at,
    unseen: false,
    ...given,
    id,
  };
  store.tickets.push(row);
  return row;
}

export function addNote(store: Store, given: Pick<NoteRow, 'person' | 'note'> & Partial<NoteRow>): NoteRow {
  const row: NoteRow = { agent: ME, date_created: now(store), ...given, id: nextId(store.notes) };
  store.notes.push(row);
  return row;
}

/** The agent whom the key belongs to. */
export const ME = 1;
export const ANNA = 10;

export const GROUPS = [
  { id: 1, title: 'Everyone', is_enabled: true },
  { id: 2, title: 'Registered', is_enabled: true },
  { id: 5, title: 'Gold customers', is_enabled: true },
  { id: 6, title: 'Beta testers', is_enabled: true },
] as const;
/** Everybody who has an account is in these without being put there. */
export const IMPLIED: readonly number[] = [1, 2];
export const TEAMS = [
  { id: 1, name: 'Support' },
  { id: 2, name: 'Billing' },
] as const;
export const AGENT_GROUPS = [{ id: 3, title: 'All permissions' }] as const;
export const LANGUAGES = [
  { id: 1, title: 'English', locale: 'en_US', lang_code: 'en' },
  { id: 2, title: 'Deutsch', locale: 'de_DE', lang_code: 'de' },
] as const;
export const DEPARTMENTS = [{ id: 1, title: 'Support', parent: null, is_tickets_enabled: true }] as const;
export const STATUSES = [
  { id: 5, status_type: 'pending', status_code: 'pending.5', title: 'Waiting for parts' },
  { id: 6, status_type: 'awaiting_agent', status_code: 'awaiting_agent.6', title: 'Escalated' },
] as const;

const field = (id: number, title: string, widget_type: string, choices: readonly string[] = []) => ({
  id,
  title,
  description: '',
  widget_type,
  choices: choices.map((choice, at) => ({ id: id * 10 + at + 1, title: choice })),
  default_value: null,
  is_enabled: true,
});
export const DEFINITIONS = [
  field(3, 'Customer number', 'text'),
  field(4, 'Plan', 'choice', ['Free of charge', 'Professional']),
  field(5, 'Areas', 'multichoice', ['North', 'South']),
  field(6, 'Newsletter', 'toggle'),
  field(7, 'Contract until', 'date'),
  field(8, 'About', 'display'),
  field(9, 'Internal', 'hidden'),
  { ...field(11, 'Gone', 'text'), is_enabled: false },
] as const;
