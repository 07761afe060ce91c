import type { ActivityItem, ChangedField, ChangedItem } from '@/utils/people/record';
import type { ActivityRow, LogRow } from './schema';

const FIELDS: { readonly [F in ChangedField]: true } = {
  name: true,
  summary: true,
  timezone: true,
  language: true,
  'auto-replies': true,
  address: true,
  primary: true,
  contact: true,
  label: true,
  group: true,
  organisation: true,
  note: true,
  file: true,
  ticket: true,
  custom: true,
  status: true,
  person: true,
  picture: true,
  merged: true,
  moved: true,
  banned: true,
};

/** A row of the change log; a field that we have no word for is told by the row's own. */
export function toChanged({ id, at, by, field, which, from, to, entry }: LogRow): ChangedItem {
  const item = {
    kind: 'change',
    id: `c${id}`,
    at,
    by,
    from,
    to,
    ...(entry === undefined ? {} : { entry }),
  } as const;
  if (!isField(field)) return { ...item, field: 'other', which: which ?? field };
  return { ...item, field, ...(which === undefined ? {} : { which }) };
}

/** `numbers`: of the tickets, by id; a ticket that is gone is not named. */
export function toActivity(
  { id, at, what, ticket, detail }: ActivityRow,
  numbers: ReadonlyMap<number, string>,
): ActivityItem {
  const number = ticket === undefined ? undefined : numbers.get(ticket);
  return {
    kind: 'activity',
    id: `a${id}`,
    at,
    what,
    ...(number === undefined ? {} : { ticket: { id: String(ticket), number } }),
    ...(detail === undefined ? {} : { detail }),
  };
}

const isField = (field: string): field is ChangedField => Object.hasOwn(FIELDS, field);
