import { chats } from './sample/chats';
import { activity, signIns } from './sample/history';
import { when } from './sample/when';
import { personId } from './sample-people';
import type { ActivityRow, TicketRow } from './schema';

/** What each did: opened their tickets, chatted, signed in, and what stands in a list of its own. Oldest first. */
export function sampleActivity(now: Date, tickets: readonly TicketRow[]): ActivityRow[] {
  const numbered = new Map(tickets.map(({ id, number }) => [number, id]));
  const rows: Omit<ActivityRow, 'id'>[] = [
    ...tickets.map((row) => ({ person: row.person, at: row.createdAt, what: 'wrote' as const, ticket: row.id })),
    ...chats.map(({ person, at, subject }) => ({
      person: personId(person),
      at: when(at, now),
      what: 'chatted' as const,
      detail: subject,
    })),
    ...signIns
      .filter(({ ok }) => ok)
      .map(({ person, at, browser }) => ({
        person: personId(person),
        at: when(at, now),
        what: 'signed-in' as const,
        detail: browser,
      })),
    ...activity.map(({ person, at, ticket: number, ...rest }) => {
      const ticket = numbered.get(String(number));
      return { person: personId(person), at: when(at, now), ...rest, ...(ticket === undefined ? {} : { ticket }) };
    }),
  ];
  return rows.sort((a, b) => a.at.localeCompare(b.at)).map((row, index) => ({ id: index + 1, ...row }));
}
