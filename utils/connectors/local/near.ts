import type { Near, NearReason } from '@/utils/connectors/types';
import { domainOf, localPart, withoutDots } from '@/utils/people/address';
import { domainDistance, EDITS } from '@/utils/people/domain-distance';
import { foldName } from '@/utils/people/fold';
import type { Address } from '@/utils/people/types';
import type { BookDatabase } from './database';
import { dotsKey } from './keys';
import { toPeople } from './person';
import type { PersonRow } from './schema';

/** More suggestions than this are noise. */
const MOST = 5;
/** `info@` stands at thousands of domains: this many are looked at. */
const SAME_LOCAL_PART = 300;
interface Query {
  readonly address: Address | null;
  readonly name: string;
}

/** Suggestions, best first: never people who have the address itself. At most five. */
export async function near(database: BookDatabase, connection: string, query: Query): Promise<Near[]> {
  const name = foldName(query.name);
  const [dots, similar, named] = await Promise.all([
    query.address === null ? [] : sameButDots(database, query.address),
    query.address === null ? [] : sameLocalPart(database, query.address),
    name === '' ? [] : database.people.where('names').equals(name).limit(20).toArray(),
  ]);
  const hits = new Map<number, { row: PersonRow; reason: NearReason; rank: number }>();
  const add = (row: PersonRow, reason: NearReason, rank: number) => {
    if (row.emails.some((email) => email.address === query.address)) return;
    const before = hits.get(row.id);
    if (before === undefined || rank < before.rank) hits.set(row.id, { row, reason, rank });
  };
  for (const { row, address, distance } of similar) {
    const sameName = name !== '' && row.names[0] === name;
    add(row, { kind: 'similar-address', address, sameName }, (sameName ? 0 : 10) + distance);
  }
  for (const { row, address } of dots) add(row, { kind: 'dots', address }, 5);
  for (const row of named) {
    if (row.names[0] === name) add(row, { kind: 'name', address: shownAddress(row) }, 8);
  }
  const best = [...hits.values()].sort((a, b) => a.rank - b.rank || a.row.id - b.row.id).slice(0, MOST);
  const people = await toPeople(
    database,
    connection,
    best.map(({ row }) => row),
  );
  return people.flatMap((person, index) => {
    const reason = best[index]?.reason;
    return reason === undefined ? [] : [{ person, reason }];
  });
}

async function sameButDots(database: BookDatabase, address: Address) {
  const dotless = withoutDots(address);
  if (dotless === null) return [];
  const rows = await database.people
    .where('keys')
    .equals(dotsKey(dotless))
    .limit(MOST + 1)
    .toArray();
  return rows.flatMap((row) => {
    const own = row.emails.find((email) => withoutDots(email.address) === dotless);
    return own === undefined ? [] : [{ row, address: own.address }];
  });
}

async function sameLocalPart(database: BookDatabase, address: Address) {
  const start = `${localPart(address)}@`;
  const domain = domainOf(address);
  const rows = await database.people.where('keys').startsWith(start).limit(SAME_LOCAL_PART).toArray();
  return rows.flatMap((row) => {
    const own = row.emails
      .filter((email) => email.address.startsWith(start) && email.address !== address)
      .map((email) => ({ row, address: email.address, distance: domainDistance(domain, domainOf(email.address)) }))
      .filter(({ distance }) => distance <= EDITS)
      .sort((a, b) => a.distance - b.distance)[0];
    return own === undefined ? [] : [own];
  });
}

function shownAddress(row: PersonRow): Address | null {
  return (row.emails.find((email) => email.primary) ?? row.emails[0])?.address ?? null;
}
