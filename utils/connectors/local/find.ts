import type { Found, MatchReason } from '@/utils/connectors/types';
import { withoutTag } from '@/utils/people/address';
import type { Address } from '@/utils/people/types';
import type { BookDatabase } from './database';
import { taggedKey } from './keys';
import { toPeople } from './person';
import type { PersonRow } from './schema';
import { countTickets } from './tickets';

/**
 * Everybody who has this address among theirs, those whose primary it is first. Only if there is nobody: those
 * whose address is the same without the +tag of either side.
 */
export async function find(database: BookDatabase, connection: string, address: Address): Promise<Found[]> {
  const { people, organisations, groups, customFields, tickets, counts } = database;
  // One transaction for all that is read: to open one costs as much as to read from it.
  return database.transaction('r', [people, organisations, groups, customFields, tickets, counts], () =>
    findWithin(database, connection, address),
  );
}

async function findWithin(database: BookDatabase, connection: string, address: Address): Promise<Found[]> {
  const exact = await database.people.where('keys').equals(address).toArray();
  if (exact.length > 0) return found(database, connection, exact, (row) => exactReason(row, address));
  const bare = withoutTag(address);
  const near = await Promise.all(
    [taggedKey(bare), ...(bare === address ? [] : [bare])].map((key) =>
      database.people.where('keys').equals(key).toArray(),
    ),
  );
  const rows = new Map(near.flat().map((row) => [row.id, row]));
  return found(database, connection, [...rows.values()], (row) => ({
    kind: 'tag',
    address: sameWithoutTag(row, bare),
  }));
}

async function found(
  database: BookDatabase,
  connection: string,
  rows: readonly PersonRow[],
  reason: (row: PersonRow) => MatchReason,
): Promise<Found[]> {
  if (rows.length === 0) return [];
  const ordered = rows.map((row) => ({ row, reason: reason(row) })).sort((a, b) => rank(a.reason) - rank(b.reason));
  const [people, counts] = await Promise.all([
    toPeople(
      database,
      connection,
      ordered.map(({ row }) => row),
    ),
    Promise.all(ordered.map(({ row }) => countTickets(database, row.id))),
  ]);
  return people.map((person, index) => ({
    person,
    reason: ordered[index]?.reason ?? { kind: 'other-address' },
    ...(counts[index] ?? { openTickets: 0, tickets: 0 }),
  }));
}

function exactReason(row: PersonRow, address: Address): MatchReason {
  return row.emails.some((email) => email.address === address && email.primary)
    ? { kind: 'primary' }
    : { kind: 'other-address' };
}

const rank = (reason: MatchReason): number => (reason.kind === 'primary' ? 0 : 1);

function sameWithoutTag(row: PersonRow, bare: Address): Address {
  return row.emails.find((email) => withoutTag(email.address) === bare)?.address ?? bare;
}
