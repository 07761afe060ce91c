import { Dexie } from 'dexie';
import type { Range } from '@/utils/connectors/types';
import type { Chat } from '@/utils/people/record';
import type { Part } from '@/utils/people/types';
import type { BookDatabase } from './database';
import type { ChatRow } from './schema';

/** Of one person, newest first, each with the name of the agent who spoke. */
export async function readChats(database: BookDatabase, person: number, range: Range): Promise<Part<Chat>> {
  const chats = () => database.chats.where('[person+at]').between([person, Dexie.minKey], [person, Dexie.maxKey]);
  return database.transaction('r', database.chats, database.people, async () => {
    const [total, rows] = await Promise.all([chats().count(), chats().reverse().limit(range.limit).toArray()]);
    const names = await personNames(
      database,
      rows.flatMap(({ agent }) => agent ?? []),
    );
    return { items: rows.map((row) => toChat(row, names)), total };
  });
}

/** Id → name, of those who are still there. */
export async function personNames(
  database: BookDatabase,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const some = [...new Set(ids)];
  if (some.length === 0) return new Map();
  const rows = await database.people.bulkGet(some);
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row.name] as const])));
}

function toChat({ id, at, endedAt, agent, subject, lines }: ChatRow, names: ReadonlyMap<number, string>): Chat {
  return {
    id: String(id),
    at,
    ...(endedAt === undefined ? {} : { endedAt }),
    agent: (agent === undefined ? undefined : names.get(agent)) ?? null,
    subject,
    lines: lines.map((line) => ({ ...line, by: line.by === 'agent' ? 'agent' : 'person' })),
  };
}
