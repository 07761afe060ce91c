// What the fake Deskpro answers to a GET of API v2.
import { type Call, listIn, many, notFound, one, ordered } from './answers';
import type { FakeDeskpro } from './fake';
import { linkedOfPeople, linkedPeople, shownNote, shownOrganization, shownPerson } from './shown';
import {
  AGENT_GROUPS,
  DEFINITIONS,
  DEPARTMENTS,
  GROUPS,
  LANGUAGES,
  ME,
  type NoteRow,
  type PersonRow,
  STATUSES,
  TEAMS,
} from './store';
import { ticket, tickets } from './ticket-routes';

export function read(fake: FakeDeskpro, call: Call): Response {
  const [kind = '', id = '', part = '', more = ''] = call.path;
  switch (kind) {
    case 'helpdesk':
      return one({
        is_deskpro: true,
        helpdesk_url: 'https://help.example.test/',
        base_api_url: 'https://help.example.test/api/v2/',
        build: fake.build.id,
        build_name: fake.build.name,
      });
    case 'me':
      return me(fake);
    case 'people':
      return id === '' ? people(fake, call) : aboutPerson(fake, call, id, part, more);
    case 'search':
      return searchAll(fake, call, id);
    case 'tickets':
      return id === '' ? tickets(fake, call, fake.store.tickets) : ticket(fake, call, id, part);
    case 'organizations':
      return id === '' ? organizations(fake, call) : organization(fake, call, id, part);
    case 'person_custom_fields':
      return many(DEFINITIONS, call, (row) => row);
    case 'user_groups':
      return many(GROUPS, call, (row) => row);
    case 'agent_groups':
      return many(AGENT_GROUPS, call, (row) => row);
    case 'languages':
      return many(LANGUAGES, call, (row) => row);
    case 'timezones':
      return one(['UTC', 'Europe/London', 'Europe/Berlin']);
    case 'ticket_departments':
      return many(DEPARTMENTS, call, (row) => row);
    case 'ticket_statuses':
      return many(STATUSES, call, (row) => row);
    case 'agents':
      return peopleOut(
        fake,
        call,
        fake.store.people.filter((row) => row.is_agent && !row.is_deleted),
      );
    case 'agent_teams':
      return teams(fake, call, id, part);
    case 'person_labels':
    case 'people_labels':
      return kind === `${fake.labelWord}_labels` ? labels(fake, call) : notFound();
    default:
      return notFound();
  }
}

function me(fake: FakeDeskpro): Response {
  const row = fake.store.people.find((person) => person.id === ME);
  if (row === undefined) return notFound();
  return one({
    auth_method: 'api_key',
    app_id: null,
    person_id: ME,
    person: shownPerson(fake.store, fake.dialect, row),
  });
}

/** Parameters that the server knows; what it does not know it ignores. */
function people(fake: FakeDeskpro, call: Call): Response {
  const ids = listIn(call, 'ids');
  const deleted = call.search.get('is_deleted') === '1';
  const agent = call.search.get('is_agent');
  const primary = call.search.get('primary_email')?.toLowerCase();
  const typed = fake.nameFilter ? call.search.get('search')?.toLowerCase() : undefined;
  const [organization, team, group, label] = ['organization', 'agent_team', 'user_group', 'label'].map((name) =>
    listIn(call, name),
  );
  const placed = (row: PersonRow): readonly number[] =>
    fake.store.members.filter(({ person }) => person === row.id).map((member) => member.organization);
  const fits = fake.store.people.filter(
    (row) =>
      row.is_deleted === deleted &&
      (ids === null || ids.includes(String(row.id))) &&
      (agent === null || row.is_agent === (agent === '1')) &&
      (primary === undefined || row.primary_email?.toLowerCase() === primary) &&
      (typed === undefined || row.name.toLowerCase().includes(typed)) &&
      (!organization || placed(row).some((id) => organization.includes(String(id)))) &&
      (!team || numbers(row['teams']).some((id) => team.includes(String(id)))) &&
      (!group || row.user_groups.some((id) => group.includes(String(id)))) &&
      (!label || row.labels.some((one) => label.includes(one))),
  );
  return peopleOut(fake, call, ordered(fits, call));
}

const numbers = (given: unknown): readonly number[] => (Array.isArray(given) ? given.map(Number) : []);

const peopleOut = (fake: FakeDeskpro, call: Call, rows: readonly PersonRow[]): Response =>
  many(
    rows,
    call,
    (row) => shownPerson(fake.store, fake.dialect, row),
    (some) => linkedOfPeople(fake.store, fake.dialect, some, listIn(call, 'include') ?? []),
  );

function aboutPerson(fake: FakeDeskpro, call: Call, id: string, part: string, more: string): Response {
  const { store, dialect } = fake;
  const row = store.people.find((person) => String(person.id) === id);
  if (row === undefined) return notFound();
  const notes = store.notes.filter(({ person }) => person === row.id);
  switch (part) {
    case '':
      return one(
        shownPerson(store, dialect, row),
        linkedOfPeople(store, dialect, [row], listIn(call, 'include') ?? []),
      );
    case 'notes':
      if (more === 'counts') return one({ total: notes.length });
      if (more !== '') {
        const note = notes.find((each) => String(each.id) === more);
        return note === undefined ? notFound() : one(shownNote(note), noteLinks(fake, call, [note]));
      }
      return many(notes, call, shownNote, (some) => noteLinks(fake, call, some));
    case 'contact_data':
      return many(row.contact_data, call, (datum) => datum);
    case 'tickets':
      return tickets(
        fake,
        call,
        store.tickets.filter(({ person }) => person === row.id),
      );
    default:
      return notFound();
  }
}

const noteLinks = ({ store, dialect }: FakeDeskpro, call: Call, some: readonly NoteRow[]): object =>
  linkedPeople(
    store,
    dialect,
    some.map(({ agent }) => agent),
    listIn(call, 'include') ?? [],
  );

/** Text search: the index knows names, summaries, and additional addresses where it is told so. */
function searchAll(fake: FakeDeskpro, call: Call, type: string): Response {
  const { store, dialect } = fake;
  const asked = (call.search.get('q') ?? '').toLowerCase();
  const people = store.people.filter((row) => {
    if (row.is_deleted || asked === '') return false;
    const words = [row.name, row['summary'], row.primary_email, ...(fake.findsOthers.text ? row.emails : [])];
    // As indexes do, each part of an address is a word of its own.
    const parts = asked.split(/[\s@]+/u);
    return parts.some((word) =>
      words.some((text) =>
        String(text ?? '')
          .toLowerCase()
          .includes(word),
      ),
    );
  });
  const organizations = store.organizations.filter(({ name }) => String(name).toLowerCase().includes(asked));
  const shownPeople = people.map((row) => shownPerson(store, dialect, row));
  const shownAll = organizations.map((row) => shownOrganization(store, row));
  if (type === 'people_and_orgs' || type === '')
    return one({
      grouped_results: [
        { type: 'person', results: shownPeople },
        { type: 'organization', results: shownAll },
      ],
    });
  return type === 'person' ? one(shownPeople) : notFound();
}

function organizations(fake: FakeDeskpro, call: Call): Response {
  const typed = (call.search.get('search') ?? call.search.get('name'))?.toLowerCase();
  const ids = listIn(call, 'ids');
  const fits = fake.store.organizations.filter(
    (row) =>
      (typed === undefined || String(row['name']).toLowerCase().includes(typed)) &&
      (ids === null || ids.includes(String(row.id))),
  );
  return many(ordered(fits, call), call, (row) => shownOrganization(fake.store, row));
}

function organization(fake: FakeDeskpro, call: Call, id: string, part: string): Response {
  const row = fake.store.organizations.find((each) => String(each.id) === id);
  if (row === undefined) return notFound();
  switch (part) {
    case '':
      return one(shownOrganization(fake.store, row));
    case 'members':
      return many(
        fake.store.members.filter((member) => member.organization === row.id),
        call,
        (member) => member,
      );
    case 'tickets':
      return tickets(
        fake,
        call,
        fake.store.tickets.filter((each) => each.organization === row.id),
      );
    default:
      return notFound();
  }
}

function teams(fake: FakeDeskpro, call: Call, id: string, part: string): Response {
  if (id === '') return many(TEAMS, call, (row) => row);
  const row = TEAMS.find((team) => String(team.id) === id);
  if (row === undefined) return notFound();
  const agents = fake.store.people.filter(
    (person) => person.is_agent && !person.is_deleted && numbers(person['teams']).includes(row.id),
  );
  return part === 'agents' ? peopleOut(fake, call, agents) : one(row);
}

function labels(fake: FakeDeskpro, call: Call): Response {
  const term = (call.search.get('term') ?? '').toLowerCase();
  const all = [...new Set(fake.store.people.flatMap((row) => row.labels))].toSorted();
  return many(
    all.filter((label) => label.toLowerCase().startsWith(term)),
    call,
    (label) => ({ label }),
  );
}
