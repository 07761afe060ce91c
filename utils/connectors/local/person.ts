import type { FieldValue, Membership, Person } from '@/utils/people/types';
import type { BookDatabase } from './database';
import type { CustomFieldRow, PersonRow } from './schema';
import { countOrganisationTickets } from './tickets';

/**
 * The rows as people, in the same order, with the names of what they point at. `counting`: the tickets of their
 * organisations too, which takes a while for many.
 */
export async function toPeople(
  database: BookDatabase,
  connection: string,
  rows: readonly PersonRow[],
  counting = true,
): Promise<Person[]> {
  const [memberships, groups, definitions] = await Promise.all([
    membershipNames(database, rows, counting),
    names(rows.some((row) => row.groups !== undefined) ? database.groups.toArray() : []),
    rows.some((row) => row.custom !== undefined) ? database.customFields.orderBy(':id').toArray() : [],
  ]);
  return rows.map((row) => ({
    ref: { connection, id: String(row.id) },
    name: row.name,
    emails: row.emails.map((email) => ({ ...email, primary: email.primary === true })),
    status: row.status ?? 'active',
    kind: row.kind ?? 'person',
    memberships: (row.memberships ?? []).flatMap((membership): Membership[] => {
      const found = memberships.get(membership.organisation);
      if (found === undefined) return [];
      const { organisation, ...rest } = membership;
      return [{ ...rest, organisation: String(organisation), ...found }];
    }),
    labels: row.labels ?? [],
    groups: (row.groups ?? []).flatMap((id) => {
      const name = groups.get(id);
      return name === undefined ? [] : [{ id: String(id), name }];
    }),
    summary: row.summary ?? '',
    fields: [...(row.fields ?? []), ...customValues(row, definitions)],
    ...(row.timezone === undefined ? {} : { timezone: row.timezone }),
    ...(row.language === undefined ? {} : { language: row.language }),
    ...(row.autoReplies === undefined ? {} : { autoReplies: row.autoReplies }),
    ...(row.picture === undefined ? {} : { picture: row.picture }),
    createdAt: row.facts.createdAt,
    ...seen(row),
    version: String(row.revision),
  }));
}

/** A person's id in the database; null for text that never was one. */
export function toId(id: string): number | null {
  return /^[1-9]\d{0,15}$/.test(id) ? Number(id) : null;
}

async function names(
  rows: PromiseLike<readonly { id: number; name: string }[]> | readonly { id: number; name: string }[],
) {
  return new Map((await rows).map((row) => [row.id, row.name]));
}

async function membershipNames(database: BookDatabase, rows: readonly PersonRow[], counting: boolean) {
  const ids = [...new Set(rows.flatMap((row) => row.orgs ?? []))];
  if (ids.length === 0) return new Map<number, { name: string; tickets?: number }>();
  const [organisations, tickets] = await Promise.all([
    database.organisations.bulkGet(ids),
    Promise.all(counting ? ids.map((id) => countOrganisationTickets(database, id)) : []),
  ]);
  return new Map(
    ids.flatMap((id, index) => {
      const organisation = organisations[index];
      const count = tickets[index];
      return organisation === undefined
        ? []
        : [[id, { name: organisation.name, ...(count === undefined ? {} : { tickets: count }) }] as const];
    }),
  );
}

/** Custom fields in the order of their definitions; a value whose definition is gone is not shown. */
function customValues(row: PersonRow, definitions: readonly CustomFieldRow[]): FieldValue[] {
  const values = row.custom;
  if (values === undefined) return [];
  return [...definitions]
    .sort((a, b) => a.order - b.order)
    .flatMap(({ id, title, type }) => {
      const value = values[id];
      if (value === undefined) return [];
      return [
        {
          type,
          label: title,
          value: typeof value === 'string' ? value : value.join('\n'),
          custom: true,
          id: String(id),
        },
      ];
    });
}

function seen({ facts }: PersonRow): { readonly seenAt?: string } {
  const last = [facts.lastSeenAt, facts.lastLoginAt]
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);
  return last === undefined ? {} : { seenAt: last };
}
