// People of the fake Deskpro, as they are written.
import { type Call, extraFields, invalid, notAllowed, notFound, one, wrong } from './answers';
import type { FakeDeskpro } from './fake';
import { bad, deleted, updated } from './fake-answers';
import { shownPerson } from './shown';
import { addMember, addPerson, DEFINITIONS, GROUPS, LANGUAGES, nextId, type PersonRow, type Store } from './store';

/** Of the published body of a person (2017); what else is sent is an extra field. */
const WRITABLE = [
  'name',
  'email',
  'primary_email',
  'emails',
  'password',
  'title_prefix',
  'first_name',
  'last_name',
  'override_display_name',
  'summary',
  'timezone',
  'organization',
  'organization_position',
  'language',
  'labels',
  'user_groups',
  'agent_groups',
  'fields',
  'contact_data',
  'teams',
  'primary_team',
  'agent_data',
  'phone_numbers',
];

export function writePeople(fake: FakeDeskpro, call: Call): Response {
  const { store, dialect } = fake;
  const [, id = '', part = ''] = call.path;
  if (part !== '') return notFound();
  if (id === '') return call.method === 'POST' ? newPerson(fake, call) : notAllowed();
  const row = store.people.find((person) => String(person.id) === id);
  if (row === undefined) return notFound();
  if (call.method === 'DELETE') return remove(fake, row);
  if (call.method !== 'PUT') return notAllowed();
  const refused = refusal(fake, call, row);
  if (refused !== null) return refused;
  write(fake, row, call.json);
  return updated(call, () => shownPerson(store, dialect, row));
}

function newPerson(fake: FakeDeskpro, call: Call): Response {
  const { store, dialect } = fake;
  const { name, first_name: first, primary_email: primary, email } = call.json;
  if ([name, first, primary, email].every((given) => String(given ?? '').trim() === '')) {
    return bad('name', 'required', 'This value is required.');
  }
  const refused = refusal(fake, call, null);
  if (refused !== null) return refused;
  const row = addPerson(store, { timezone: 'UTC' });
  write(fake, row, call.json);
  return one(shownPerson(store, dialect, row), {}, 201);
}

/** Their tickets go along. The newer generation still knows who is deleted. */
function remove(fake: FakeDeskpro, row: PersonRow): Response {
  const { store, dialect } = fake;
  store.tickets = store.tickets.filter(({ person }) => person !== row.id);
  store.members = store.members.filter(({ person }) => person !== row.id);
  store.notes = store.notes.filter(({ person }) => person !== row.id);
  if (dialect === 'horizon') Object.assign(row, { is_deleted: true, unfindable: row.emails });
  else store.people.splice(store.people.indexOf(row), 1);
  return deleted(fake);
}

function refusal(fake: FakeDeskpro, { json }: Call, row: PersonRow | null): Response | null {
  if (Object.keys(json).some((name) => !WRITABLE.includes(name) || fake.fixedFields.has(name))) return extraFields();
  const emails = emailsIn(json, row);
  const dupe = emails.findIndex((one) => isTaken(fake.store, one, row));
  if (dupe >= 0) {
    const message = 'This email address is already in use.';
    return invalid({ emails: { fields: { [`emails_${dupe}`]: wrong('dupe_email', message) } } });
  }
  const groups = listOf(json['user_groups']).map(Number);
  if (groups.some((id) => !GROUPS.some((group) => group.id === id))) {
    return bad('user_groups', 'invalid_choice', 'This value is not valid.');
  }
  const field = Object.keys(Object(json['fields'])).find((id) => !DEFINITIONS.some((one) => String(one.id) === id));
  if (field !== undefined) {
    return invalid({ fields: { fields: { [`fields_${field}`]: wrong('extra_fields', 'No such field.') } } });
  }
  const language = json['language'];
  if (language !== undefined && language !== null && !LANGUAGES.some(({ id }) => id === Number(language))) {
    return bad('language', 'invalid_choice', 'This value is not valid.');
  }
  const organization = json['organization'];
  const isKnown = fake.store.organizations.some(({ id }) => id === Number(organization));
  if (organization !== undefined && organization !== null && !isKnown) {
    return bad('organization', 'invalid_choice', 'This value is not valid.');
  }
  return null;
}

/** Also by whoever is deleted, and is found by nothing. */
const isTaken = ({ people }: Store, address: string, row: PersonRow | null): boolean =>
  people.some(
    (one) =>
      one !== row && [...one.emails, ...one.unfindable].some((mine) => mine.toLowerCase() === address.toLowerCase()),
  );

function emailsIn(json: Call['json'], row: PersonRow | null): string[] {
  const primary = String(json['primary_email'] ?? json['email'] ?? '');
  const given = json['emails'] === undefined ? (row?.emails ?? []) : listOf(json['emails']).map(String);
  return primary === '' || given.includes(primary) ? [...given] : [primary, ...given];
}

const listOf = (given: unknown): readonly unknown[] =>
  typeof given === 'object' && given !== null ? Object.values(given) : [];

function write(fake: FakeDeskpro, row: PersonRow, given: Call['json']): void {
  const json = Object.fromEntries(Object.entries(given).filter(([name]) => !fake.ignoredFields.has(name)));
  for (const name of ['name', 'title_prefix', 'override_display_name', 'summary', 'timezone', 'language', 'password']) {
    if (json[name] !== undefined) row[name] = json[name];
  }
  for (const name of ['labels', 'user_groups']) if (json[name] !== undefined) row[name] = listOf(json[name]);
  const emails = emailsIn(json, row);
  const primary = String(json['primary_email'] ?? json['email'] ?? row.primary_email ?? '');
  Object.assign(row, { emails, primary_email: emails.includes(primary) ? primary : (emails[0] ?? null) });
  if (json['fields'] !== undefined && fake.fields === 'replaced') row.fields = {};
  for (const [id, value] of Object.entries(Object(json['fields'] ?? {}))) {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) delete row.fields[id];
    else row.fields[id] = value;
  }
  if (json['contact_data'] !== undefined) row.contact_data = contacts(fake, row, json['contact_data']);
  if (json['phone_numbers'] !== undefined) {
    row.phone_numbers = listOf(json['phone_numbers']).map((number) => ({ ...Object(number), person: row.id }));
  }
  place(fake.store, row, json);
}

/** Written by type and then by number, read as a list. */
function contacts({ contacts: how }: FakeDeskpro, row: PersonRow, given: unknown): PersonRow['contact_data'] {
  const sent = Object.entries(Object(given)).flatMap(([type, items]) =>
    listOf(items).map((item) => ({ contact_type: type, comment: '', ...Object(item) })),
  );
  const before = how === 'added' ? row.contact_data.map((datum) => ({ ...datum, id: Number(datum['id']) })) : [];
  const first = nextId(row.contact_data.map((datum) => ({ id: Number(datum['id']) })));
  return [...before, ...sent.map((datum, at) => ({ ...datum, id: first + at }))];
}

/** The one organisation of the older generation; a first membership of the newer one. */
function place(store: Store, row: PersonRow, json: Call['json']): void {
  const own = store.members.find(({ person }) => person === row.id);
  const { organization, organization_position: position } = json;
  if (organization !== undefined && Number(organization ?? 0) !== (own?.organization ?? 0)) {
    store.members = store.members.filter(({ person }) => person !== row.id);
    if (organization !== null) addMember(store, { person: row.id, organization: Number(organization) });
  }
  const mine = store.members.find(({ person }) => person === row.id);
  if (position !== undefined && mine !== undefined) mine.position = String(position ?? '');
}
