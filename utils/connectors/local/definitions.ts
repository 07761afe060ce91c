import type { CustomField, Named } from '@/utils/people/types';
import type { BookDatabase } from './database';
import type { CustomFieldRow, NamedRow } from './schema';

/** Custom fields, in their order. */
export async function readDefinitions(database: BookDatabase): Promise<readonly CustomField[]> {
  const rows = await database.customFields.toArray();
  return rows.sort((a, b) => a.order - b.order || a.id - b.id).map(toField);
}

/** User groups, by name. */
export async function readGroups(database: BookDatabase): Promise<readonly Named[]> {
  return byName(await database.groups.toArray()).map(({ id, name }) => ({ id: String(id), name }));
}

export function byName(rows: readonly NamedRow[]): NamedRow[] {
  return [...rows].sort((a, b) => a.name.localeCompare(b.name));
}

function toField({ id, title, description, type, choices }: CustomFieldRow): CustomField {
  return {
    id: String(id),
    title,
    type,
    ...(description === undefined ? {} : { description }),
    ...(choices === undefined ? {} : { choices }),
  };
}
