// The fake's users as RT shows, searches and changes them, with the ways in which it does so badly.
import { type Entry, FIELDS, GROUPS, type Login, note, type Store, type UserRow } from './store';

const SEARCHED_BY_ALL = ['RealName', 'EmailAddress', 'Name'];
const SEARCHED_BY_ADMINS = [
  ...SEARCHED_BY_ALL,
  'NickName',
  'Organization',
  'City',
  'Country',
  'Lang',
  'Timezone',
  'Gecos',
];
const WRITABLE = [
  ...[
    'Name',
    'EmailAddress',
    'RealName',
    'NickName',
    'Organization',
    'Address1',
    'Address2',
    'City',
    'State',
    'Zip',
    'Country',
  ],
  ...['HomePhone', 'WorkPhone', 'MobilePhone', 'PagerPhone', 'Lang', 'Timezone', 'Comments', 'FreeformContactInfo'],
];
/** What a list tells whoever may not see users. */
const OPEN_COLUMNS = ['Name', 'EmailAddress', 'RealName', 'Organization', 'Lang', 'Timezone'];

export const isAdmin = ({ rights }: Login): boolean => rights.has('AdminUsers');

const lower = (text: string | undefined): string => (text ?? '').toLowerCase();

/** By number, by name, by address, in this order. */
export function userOf(store: Store, key: string): UserRow | undefined {
  if (/^\d+$/u.test(key)) return store.users.find(({ id }) => String(id) === key);
  const by = (column: string) => store.users.find(({ columns }) => lower(columns[column]) === lower(key));
  return by('Name') ?? by('EmailAddress');
}

const custom = (row: UserRow, more: readonly string[] = []) =>
  FIELDS.toReversed().map((field) => ({
    type: 'customfield',
    id: field.id,
    name: field.name,
    values: row.custom[field.id] ?? [],
    ...Object.fromEntries(more.map((key) => [key, Reflect.get(field, key) ?? ''])),
  }));

const mayAlso = (login: Login): object[] => [
  ...(isAdmin(login) || login.rights.has('ShowUserHistory') ? [{ ref: 'history' }] : []),
  ...(login.rights.has('AdminGroupMembership') ? [{ ref: 'memberships' }] : []),
];

export function shownUser(store: Store, row: UserRow, login: Login): object {
  const links = [{ ref: 'self', type: 'user', id: row.id }, ...mayAlso(login)];
  const privileged = row.privileged ? 1 : 0;
  if (!isAdmin(login) && login.user !== row.id) {
    const { Name, EmailAddress, RealName } = row.columns;
    return { Name, EmailAddress, RealName, Privileged: privileged, _hyperlinks: links };
  }
  return {
    id: row.id,
    ...row.columns,
    Privileged: privileged,
    Disabled: row.disabled ? '1' : '0',
    Memberships: [...row.groups].map((id) => ({ type: 'group', id })),
    CustomFields: custom(row),
    Creator: { type: 'user', id: store.users[2]?.columns['Name'] },
    _hyperlinks: links,
  };
}

/** By their names: whoever may see a group is told them, whatever else they may do. */
export function membersOf(store: Store, group: string): object[] {
  const fits = (row: UserRow): boolean => (group === '4' ? row.privileged : row.groups.has(group));
  return store.users.filter(fits).map(({ columns }) => ({ type: 'user', id: columns['Name'] }));
}

/** The number of the newest entry that the login may see; the beginning of time for whoever sees none. */
export function etagOf(store: Store, { id }: UserRow, login: Login): string {
  const seen = isAdmin(login) ? store.log.filter(({ user }) => user === id) : [];
  return `"${seen.at(-1)?.id ?? '1970-01-01T00:00:00Z'}"`;
}

interface Condition {
  readonly field: string;
  readonly operator?: string;
  readonly value: string | readonly string[];
}

/** As SQL has it: any letters, one letter; ASCII letters alone have no case. */
function isLike(text: string, value: string): boolean {
  const plain = (some: string) => some.replaceAll(/[A-Z]/gu, (letter) => letter.toLowerCase());
  const parts = plain(value)
    .replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
    .replaceAll('%', '.*')
    .replaceAll('_', '.');
  return new RegExp(parts, 'su').test(plain(text));
}

/** A condition on a field that may not be searched is left out, without a word. */
export function listed(
  store: Store,
  conditions: readonly Condition[],
  search: URLSearchParams,
  login: Login,
): UserRow[] {
  const by = search.get('orderby') ?? 'Name';
  const may = isAdmin(login) ? SEARCHED_BY_ADMINS : SEARCHED_BY_ALL;
  const known = conditions.filter(({ field }) => field.startsWith('CustomField.{') || may.includes(field));
  const valuesOf = (row: UserRow, name: string): readonly string[] => {
    const inner = /^CustomField\.\{(.*)\}$/u.exec(name)?.[1];
    if (inner === undefined) return [row.columns[name] ?? ''];
    return row.custom[FIELDS.find((field) => field.name === inner)?.id ?? ''] ?? [];
  };
  const fits = (row: UserRow, { field, operator = '=', value: given }: Condition): boolean =>
    valuesOf(row, field).some((text) => {
      if (operator === 'IN') return [given].flat().some((one) => one === text);
      const value = String(given);
      if (operator === 'LIKE') return isLike(text, value);
      if (operator === 'STARTSWITH') return lower(text).startsWith(lower(value));
      return operator === '=' && lower(text) === lower(value);
    });
  return store.users
    .filter(({ disabled }) => !disabled || search.get('find_disabled_rows') === '1')
    .filter((row) =>
      // Two upon one field are joined by "or", those upon different fields by "and".
      known.every((one) => known.some((other) => other.field === one.field && fits(row, other))),
    )
    .sort((a, b) =>
      search.get('orderby') === 'id' ? a.id - b.id : lower(a.columns[by]).localeCompare(lower(b.columns[by])),
    );
}

/** A row of a list: what is not there, and what lists never tell, is an empty text. */
export function listRow(row: UserRow, search: URLSearchParams, login: Login): object {
  const more = search.get('fields[CustomFields]')?.split(',') ?? [];
  const field = (name: string): unknown => {
    if (name === 'CustomFields') return custom(row, more);
    if (name === 'id') return row.id;
    if (name === '_hyperlinks') return [{ ref: 'self', id: row.id }, ...mayAlso(login)];
    if (name === 'Created' && !isAdmin(login)) return '1970-01-01T00:00:00Z';
    if (!isAdmin(login) && !OPEN_COLUMNS.includes(name)) return '';
    return row.columns[name] ?? '';
  };
  const fields = (search.get('fields') ?? '').split(',').filter((name) => name !== '');
  return { type: 'user', id: row.columns['Name'], ...Object.fromEntries(fields.map((name) => [name, field(name)])) };
}

type Json = Readonly<Record<string, unknown>>;

/** One sentence for each thing done or refused; the answer is 200 either way. */
export function changeUser(store: Store, row: UserRow, json: Json, login: Login): string[] {
  const said: string[] = [];
  const name = `User ${row.columns['Name']}`;
  for (const [column, given] of Object.entries(json)) {
    if (!WRITABLE.includes(column) || typeof given !== 'string') continue;
    const value = given.replaceAll('\r\n', '\n');
    const before = row.columns[column] ?? '';
    if (before === value) continue;
    if (!isAdmin(login)) said.push(`${name}: Permission Denied`);
    else if (column === 'EmailAddress' && taken(store, row, value)) said.push(`${name}: Email address in use`);
    else if (column === 'EmailAddress' && value !== '' && !value.includes('@')) said.push(`${name}: Invalid syntax`);
    else {
      row.columns[column] = value;
      note(store, row, login.user, 'Set', column, before, value);
      said.push(`${name}: ${column} changed from '${before}' to '${value}'`);
    }
  }
  const fields = json['CustomFields'];
  if (typeof fields === 'object' && fields !== null) {
    for (const [key, value] of Object.entries(fields)) said.push(...changeField(store, row, key, value, login));
  }
  // JSON's true and false are no flags.
  const flag = json['Disabled'];
  if (flag === 0 || flag === 1) {
    if (!isAdmin(login)) said.push('Permission Denied');
    else if (row.disabled === (flag === 1)) said.push('That is already the current value');
    else {
      row.disabled = flag === 1;
      note(store, row, login.user, flag === 1 ? 'Disabled' : 'Enabled');
      said.push(flag === 1 ? 'User disabled' : 'User enabled');
    }
  }
  return said;
}

const taken = (store: Store, row: UserRow | null, address: string): boolean =>
  address !== '' && store.users.some((one) => one !== row && lower(one.columns['EmailAddress']) === lower(address));

function changeField(store: Store, row: UserRow, key: string, value: unknown, login: Login): string[] {
  const field = FIELDS.find(({ id, name }) => id === key || name === key);
  if (field === undefined) return [];
  if (!login.rights.has('ModifyCustomField'))
    return [`Could not add a new value to custom field '${field.name}': Permission Denied`];
  const wanted = (Array.isArray(value) ? value : value === null ? [] : [value]).map(String);
  if ('Values' in field && wanted.some((one) => one !== '' && !field.Values.some((choice) => choice === one))) {
    return ['Invalid value for custom field'];
  }
  // A day is made of anything.
  const kept =
    field.Type === 'Date' ? wanted.map((one) => (/^\d{4}-\d\d-\d\d$/u.test(one) ? one : '1970-01-01')) : wanted;
  const before = row.custom[field.id] ?? [];
  const rest = before.filter((one) => kept.includes(one));
  row.custom[field.id] =
    field.MaxValues === '0' ? [...rest, ...kept.filter((one) => !rest.includes(one))] : kept.slice(0, 1);
  note(store, row, login.user, 'CustomField', field.id, before.join(), kept.join());
  return [`${field.name} changed`];
}

export function createUser(store: Store, json: Json, login: Login): string | Record<string, string> {
  if (!isAdmin(login)) return 'Permission Denied';
  const text = (key: string): string => (typeof json[key] === 'string' ? json[key] : '');
  const Name = text('Name') || text('EmailAddress');
  if (store.users.some(({ columns }) => lower(columns['Name']) === lower(Name))) return 'Name in use';
  if (taken(store, null, text('EmailAddress'))) return 'Email address in use';
  return { ...Object.fromEntries(WRITABLE.map((column) => [column, text(column)])), Name };
}

export const historyRow = (store: Store, { id, by, at, type, field, from, to }: Entry) => {
  const { Name = '', RealName = '' } = store.users.find((user) => user.id === by)?.columns ?? {};
  return {
    type: 'transaction',
    id: String(id),
    Type: type,
    Field: field,
    OldValue: from,
    NewValue: to,
    Created: at,
    Creator: { type: 'user', id: by, Name, RealName },
  };
};

export function setGroups(store: Store, row: UserRow, groups: readonly unknown[], login: Login): unknown[] {
  return groups.flatMap((group) => {
    const id = String(group);
    if (!GROUPS.some((one) => one.id === id)) return [0, 'Group not found'];
    if (row.groups.has(id)) return [0, `Group already has member: ${row.columns['Name']}`];
    row.groups.add(id);
    note(store, row, login.user, 'AddMembership', id);
    return [1, `Member added: ${row.columns['Name']}`];
  });
}
