import type { Range } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import type { Organisation, OrganisationTicket } from '@/utils/people/record';
import type { Part, Person } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';
import { personNames } from './chats';
import type { BookDatabase } from './database';
import { toPeople } from './person';
import { countOrganisation, ofOrganisation, toTicket } from './tickets';

/** Of so many people, those who lead the organisation stand first; of more, the newest: that needs not read them all. */
const SORTED = 300;

/** An organisation with its people and tickets; `range` is of each list. Fails with `missing`. */
export async function readOrganisation(
  database: BookDatabase,
  connection: string,
  id: number,
  range: Range,
): Promise<Organisation> {
  const { people, organisations, groups, customFields, tickets, counts } = database;
  return database.transaction('r', [people, organisations, groups, customFields, tickets, counts], async () => {
    const row = await organisations.get(id);
    if (row === undefined) throw new ProblemError({ kind: 'missing', connection, call: 'organisation' });
    const [members, open, resolved] = await Promise.all([
      peopleOf(database, connection, id, range),
      ticketsOf(database, id, 1, range),
      ticketsOf(database, id, 0, range),
    ]);
    return {
      id: String(id),
      name: row.name,
      summary: row.summary ?? '',
      labels: row.labels ?? [],
      domains: row.domains ?? [],
      fields: row.fields ?? [],
      people: members,
      open,
      resolved,
    };
  });
}

async function peopleOf(
  database: BookDatabase,
  connection: string,
  organisation: number,
  { limit }: Range,
): Promise<Part<Person>> {
  const members = () => database.people.where('orgs').equals(organisation);
  const total = await members().count();
  if (total > SORTED) {
    const rows = await members().reverse().limit(limit).toArray();
    return { items: await toPeople(database, connection, rows), total };
  }
  const leads = (row: { readonly memberships?: readonly { organisation: number; manager?: true }[] }) =>
    row.memberships?.some((one) => one.organisation === organisation && one.manager === true) === true ? 0 : 1;
  const rows = (await members().toArray())
    .map((row) => ({ row, leads: leads(row), name: foldName(row.name) }))
    .sort((a, b) => a.leads - b.leads || a.name.localeCompare(b.name))
    .slice(0, limit)
    .map(({ row }) => row);
  return { items: await toPeople(database, connection, rows), total };
}

async function ticketsOf(
  database: BookDatabase,
  organisation: number,
  open: 0 | 1,
  { limit }: Range,
): Promise<Part<OrganisationTicket>> {
  const [total, rows] = await Promise.all([
    countOrganisation(database, organisation, open),
    ofOrganisation(database, organisation, open).reverse().limit(limit).toArray(),
  ]);
  const names = await personNames(
    database,
    rows.map(({ person }) => person),
  );
  const items = rows.map((row) => {
    const name = names.get(row.person);
    return { ...toTicket(row), person: name === undefined ? null : { id: String(row.person), name } };
  });
  return { items, total };
}
