// How the fake shows what it keeps: legacy with one organisation at the person, Horizon with memberships beside it.
import { type Dialect, emptied } from './answers';
import {
  AGENT_GROUPS,
  DEFINITIONS,
  GROUPS,
  IMPLIED,
  type MemberRow,
  type NoteRow,
  type PersonRow,
  type Row,
  type Store,
  TEAMS,
  type TicketRow,
} from './store';

const SITE_PATTERN = 'https://help.example.test/file.php/avatar/{{IMG_SIZE}}/';

export const membersOf = (store: Store, person: number): readonly MemberRow[] =>
  store.members.filter((one) => one.person === person);

export function shownPerson(store: Store, dialect: Dialect, row: PersonRow): Record<string, unknown> {
  const { unfindable: _, password: __, fields, user_groups: groups, ...person } = row;
  const [first = '', ...last] = row.name.split(' ');
  const members = membersOf(store, row.id);
  const [own] = members;
  const shown = {
    ...person,
    first_name: first,
    last_name: last.join(' '),
    display_name: row['override_display_name'] || row.name,
    user_groups: groups,
    fields: shownFields(fields),
    contact_data: row.contact_data,
    preferences: [],
    avatar: row['avatar'] ?? {
      default_url_pattern: `${SITE_PATTERN}default`,
      url_pattern: null,
      base_gravatar_url: 'https://www.gravatar.com/avatar/0',
    },
    gravatar_url: 'https://www.gravatar.com/avatar/0',
    tickets_count: store.tickets.filter((ticket) => ticket.person === row.id && !ticket.status.startsWith('hidden'))
      .length,
  };
  if (dialect === 'legacy')
    return {
      ...shown,
      organization: own?.organization ?? null,
      organization_position: own?.position ?? '',
      organization_manager: own?.is_manager === true ? 1 : 0,
    };
  return {
    ...shown,
    organization: null,
    organization_position: null,
    organization_manager: false,
    organization_members: members.map(({ id }) => id),
    all_user_groups: [...new Set([...IMPLIED, ...groups])],
    contextual_options: [],
  };
}

/** A choice's titles stand in `detail`; who has none has an empty list in place of the object. */
function shownFields(fields: PersonRow['fields']): unknown {
  const shown = Object.entries(fields).map(([id, value]) => {
    const choices = DEFINITIONS.find((one) => String(one.id) === id)?.choices ?? [];
    const chosen = choices.filter((choice) => Array.isArray(value) && value.map(Number).includes(choice.id));
    const detail = Object.fromEntries(chosen.map((choice) => [choice.id, choice]));
    return [id, { value, aliases: [`field${id}`], detail: emptied(detail) }] as const;
  });
  return emptied(Object.fromEntries(shown));
}

export const shownOrganization = (store: Store, row: Row): Record<string, unknown> => ({
  ...row,
  tickets_count: store.tickets.filter(({ organization }) => organization === row.id).length,
  chats_count: 0,
});

export function shownTicket(dialect: Dialect, { unseen: _, ...row }: TicketRow): Record<string, unknown> {
  const [base = ''] = row.status.split('.');
  const shown = { ...row, fields: [], followers: '', is_hold: 0, cc: [] };
  if (dialect === 'legacy') return shown;
  return { ...shown, status: base === 'hidden' ? row.status : base, ticket_status: row.status, brand: 1 };
}

export const shownNote = (row: NoteRow): Record<string, unknown> => ({ ...row });

const byId = <Item extends { readonly id: number }>(rows: readonly Item[], shown: (row: Item) => unknown): object =>
  Object.fromEntries(rows.map((row) => [row.id, shown(row)]));

/** What comes along by `include=` with these people. */
export function linkedOfPeople(
  store: Store,
  dialect: Dialect,
  some: readonly PersonRow[],
  include: readonly string[],
): object {
  const ids = new Set(some.map(({ id }) => id));
  const members = store.members.filter(({ person }) => ids.has(person));
  const organizations = store.organizations.filter(({ id }) => members.some((one) => one.organization === id));
  const all: Record<string, object> = {
    ...(dialect === 'horizon' ? { organization_member: byId(members, (row) => row) } : {}),
    organization: byId(organizations, (row) => shownOrganization(store, row)),
    usergroup: byId(GROUPS, (row) => row),
    agent_team: byId(TEAMS, (row) => row),
    agent_group: byId(AGENT_GROUPS, (row) => row),
  };
  return Object.fromEntries(
    Object.entries(all).filter(([name, rows]) => include.includes(name) && Object.keys(rows).length > 0),
  );
}

export function linkedPeople(
  store: Store,
  dialect: Dialect,
  ids: readonly number[],
  include: readonly string[],
): object {
  if (!include.includes('person') && !include.includes('agent')) return {};
  const people = store.people.filter(({ id }) => ids.includes(id));
  return people.length === 0 ? {} : { person: byId(people, (row) => shownPerson(store, dialect, row)) };
}
