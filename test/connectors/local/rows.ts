// People and rows for tests of what is read.
import { bookDatabase } from '@/utils/connectors/local/database';
import type { TicketRow } from '@/utils/connectors/local/schema';

export const own = () => bookDatabase('own');

/** ISO, so many minutes after the first of January 2026. */
export const minute = (count: number): string => new Date(Date.UTC(2026, 0, 1) + count * 60_000).toISOString();

/** Adds somebody to the own book, with nothing but a name. Gives the id. */
export async function addPerson(name: string, more: object = {}): Promise<number> {
  return own().people.add({
    name,
    keys: [],
    names: [],
    emails: [],
    facts: { createdAt: minute(0), creationSystem: 'panel' },
    revision: 1,
    ...more,
  });
}

export const ticket = (person: number, more: Partial<TicketRow> = {}): Omit<TicketRow, 'id'> => ({
  person,
  number: '1',
  title: 'A ticket',
  state: more.open === 0 ? 'resolved' : 'new',
  open: 1,
  createdAt: minute(0),
  updatedAt: minute(0),
  ...more,
});

/** Counts the rows that are read out of the own book until `stop`; what is only counted in an index is not read. */
export function countRows(): { readonly rows: () => number; readonly stop: () => void } {
  const count = { rows: 0 };
  // A number that is kept is no row of a list.
  const tables = own().tables.filter(({ name }) => name !== 'counts');
  const read = (row: unknown) => {
    if (row !== undefined) count.rows += 1;
    return row;
  };
  for (const table of tables) table.hook('reading', read);
  return {
    rows: () => count.rows,
    stop: () => {
      for (const table of tables) table.hook('reading').unsubscribe(read);
    },
  };
}
