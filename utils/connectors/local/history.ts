import { Dexie } from 'dexie';
import type { Range } from '@/utils/connectors/types';
import { foldName } from '@/utils/people/fold';
import { historyFits } from '@/utils/people/history-fits';
import type { HistoryItem, HistoryQuery } from '@/utils/people/record';
import { ME, type Part } from '@/utils/people/types';
import { ticketNumbers } from './billing';
import { counted } from './counted';
import { listKey } from './counts';
import type { BookDatabase } from './database';
import { toActivity, toChanged } from './history-items';
import type { ActivityRow, LogRow } from './schema';

interface Rows {
  readonly changes: readonly LogRow[];
  readonly activity: readonly ActivityRow[];
}

/**
 * What was changed of a person and what the person did, newest first, with the honest total. Without a text no more
 * rows are read than are asked for; a text looks through all of them.
 */
export async function readHistory(
  database: BookDatabase,
  person: number,
  query: HistoryQuery,
  { limit }: Range,
): Promise<Part<HistoryItem>> {
  const { changeLog, activity, tickets, counts } = database;
  const typed = foldName(query.text);
  return database.transaction('r', changeLog, activity, tickets, counts, async () => {
    const lists = listsOf(database, person, query.which);
    const most = typed === '' ? limit : Number.POSITIVE_INFINITY;
    const [changes, done] = await Promise.all([lists.changes?.read(most) ?? [], lists.activity?.read(most) ?? []]);
    const items = await merged(database, { changes, activity: done }, most);
    if (typed !== '') {
      const found = items.filter(historyFits(query));
      return { items: found.slice(0, limit), total: found.length };
    }
    const totals = await Promise.all([lists.changes?.count() ?? 0, lists.activity?.count() ?? 0]);
    return { items, total: totals[0] + totals[1] };
  });
}

/** The two lists in the order of time; of two at the same moment the change comes first. */
async function merged(database: BookDatabase, rows: Rows, most: number): Promise<readonly HistoryItem[]> {
  const all = [...rows.changes, ...rows.activity].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
  const shown = Number.isFinite(most) ? all.slice(0, most) : all;
  const numbers = await ticketNumbers(
    database,
    shown.filter((row) => 'what' in row),
  );
  return shown.map((row) => ('what' in row ? toActivity(row, numbers) : toChanged(row)));
}

function listsOf(database: BookDatabase, person: number, which: HistoryQuery['which']) {
  const whole = { lower: [person, Dexie.minKey], upper: [person, Dexie.maxKey] };
  const mine = { lower: [person, ME, Dexie.minKey], upper: [person, ME, Dexie.maxKey] };
  const changes = () =>
    which === 'mine'
      ? database.changeLog.where('[person+by+at]').between(mine.lower, mine.upper)
      : database.changeLog.where('[person+at]').between(whole.lower, whole.upper);
  const activity = () => database.activity.where('[person+at]').between(whole.lower, whole.upper);
  return {
    changes:
      which === 'activity'
        ? null
        : {
            read: (most: number) => changes().reverse().limit(most).toArray(),
            count: () => counted(database, which === 'mine' ? listKey.mine(person) : listKey.changes(person), changes),
          },
    activity:
      which === 'changes' || which === 'mine'
        ? null
        : {
            read: (most: number) => activity().reverse().limit(most).toArray(),
            count: () => counted(database, listKey.activity(person), activity),
          },
  };
}
