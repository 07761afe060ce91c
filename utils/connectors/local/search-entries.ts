import type { Entry } from '@/utils/search/entry';
import { mark } from '@/utils/search/tokens';
import type { BookDatabase } from './database';
import type { PersonRow } from './schema';

/** Ids of organisations → their names. */
export type Names = ReadonlyMap<number, string>;

/** What a person's row is found by. */
export function entryOf(row: PersonRow, organisations: Names): Entry {
  const { facts, fields = [] } = row;
  return {
    id: row.id,
    name: row.name,
    addresses: row.emails.map(({ address }) => address),
    phones: fields.flatMap(({ type, value }) => (type === 'phone' ? [value] : [])),
    texts: [
      ...(row.memberships ?? []).flatMap(({ organisation, position = '' }) => [
        organisations.get(organisation) ?? '',
        position,
      ]),
      ...(row.labels ?? []),
      ...Object.values(row.custom ?? {}).flat(),
      ...fields.flatMap(({ type, value, parts }) => [type === 'phone' ? '' : value, ...Object.values(parts ?? {})]),
      row.summary ?? '',
    ].filter((text) => text !== ''),
    marks: [
      row.kind === 'agent' ? mark.agent : mark.customer,
      ...(row.groups ?? []).map((id) => mark.group(String(id))),
      ...(row.teams ?? []).map((id) => mark.team(String(id))),
      ...(row.labels ?? []).map(mark.label),
    ],
    created: seconds(facts.createdAt),
    seen: Math.max(seconds(facts.lastSeenAt), seconds(facts.lastLoginAt)),
  };
}

export async function readEntries(database: BookDatabase, rows: readonly PersonRow[]): Promise<readonly Entry[]> {
  const ids = [...new Set(rows.flatMap(({ orgs = [] }) => orgs))];
  const organisations = ids.length === 0 ? [] : await database.organisations.bulkGet(ids);
  const names = new Map(organisations.flatMap((row) => (row === undefined ? [] : [[row.id, row.name] as const])));
  return rows.map((row) => entryOf(row, names));
}

function seconds(iso: string | undefined): number {
  const at = iso === undefined ? 0 : Math.floor(Date.parse(iso) / 1000);
  return Number.isFinite(at) ? at : 0;
}
