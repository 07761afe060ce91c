import { Dexie } from 'dexie';
import type { Range } from '@/utils/connectors/types';
import type { Details, SignIn } from '@/utils/people/record';
import { ProblemError } from '@/utils/problem';
import type { BookDatabase } from './database';
import type { SignInRow } from './schema';

/** How the record came to be, and the sign-ins, newest first. The browser is that of the last one that succeeded. */
export async function readDetails(
  database: BookDatabase,
  connection: string,
  person: number,
  range: Range,
): Promise<Details> {
  const { people, signIns } = database;
  const ofPerson = () => signIns.where('[person+at]').between([person, Dexie.minKey], [person, Dexie.maxKey]).reverse();
  return database.transaction('r', people, signIns, async () => {
    const [row, total, rows, last] = await Promise.all([
      people.get(person),
      ofPerson().count(),
      ofPerson().limit(range.limit).toArray(),
      ofPerson()
        .filter(({ ok }) => ok)
        .first(),
    ]);
    if (row === undefined) throw new ProblemError({ kind: 'missing', connection, call: 'details' });
    const { createdAt, creationSystem, confirmed, lastLoginAt, lastSeenAt } = row.facts;
    return {
      createdAt,
      creationSystem,
      confirmed: confirmed ?? null,
      lastLoginAt: lastLoginAt ?? null,
      lastSeenAt: lastSeenAt ?? null,
      browser: last?.browser ?? null,
      signIns: { items: rows.map(toSignIn), total },
    };
  });
}

function toSignIn({ id, at, browser, ip, ok }: SignInRow): SignIn {
  return { id: String(id), at, browser, ...(ip === undefined ? {} : { ip }), ok };
}
