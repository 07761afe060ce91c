// What is read for the first page must not grow with what there is: rows are counted, not milliseconds.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Reads, Session } from '@/utils/connectors/types';
import { readProfile } from '@/utils/lookup/profile';
import { connection, emptyBooks, openBook } from './book';
import { fillHeavy } from './heavy';
import { countRows, own } from './rows';

const LIMIT = 5;
const all = { which: 'all', text: '' } as const;
const calls: Readonly<Record<string, (reads: Reads, id: string) => Promise<unknown> | undefined>> = {
  'open tickets': (reads, id) => reads.tickets?.(id, 'open', { limit: LIMIT }),
  'newest tickets': (reads, id) => reads.tickets?.(id, 'open', { limit: LIMIT, sort: 'newest' }),
  'oldest tickets': (reads, id) => reads.tickets?.(id, 'resolved', { limit: LIMIT, sort: 'oldest' }),
  'urgent tickets': (reads, id) => reads.tickets?.(id, 'open', { limit: LIMIT, sort: 'urgency' }),
  notes: (reads, id) => reads.notes?.(id, { limit: LIMIT }),
  files: (reads, id) => reads.files?.(id, { limit: LIMIT }),
  history: (reads, id) => reads.history?.(id, all, { limit: LIMIT }),
  changes: (reads, id) => reads.history?.(id, { ...all, which: 'changes' }, { limit: LIMIT }),
  activity: (reads, id) => reads.history?.(id, { ...all, which: 'activity' }, { limit: LIMIT }),
  mine: (reads, id) => reads.history?.(id, { ...all, which: 'mine' }, { limit: LIMIT }),
  details: (reads, id) => reads.details?.(id, { limit: LIMIT }),
};
const kept: { session?: Session; plain?: string; heavy?: string } = {};

beforeAll(async () => {
  await emptyBooks();
  const plain = await fillHeavy({ tickets: 5_000, notes: 0, history: 10_000 });
  await own()
    .tickets.where('[person+open+urgent+updatedAt]')
    .between([plain], [plain + 1])
    .delete();
  await own().changeLog.where('[person+by+at]').between([plain, ''], [plain, 'A']).delete();
  kept.plain = String(plain);
  kept.heavy = String(await fillHeavy({ tickets: 5_000, notes: 2_000, history: 10_000 }));
  kept.session = await openBook('own');
}, 60_000);

async function rowsFor(read: () => Promise<unknown> | undefined): Promise<number> {
  const counting = countRows();
  await read();
  counting.stop();
  return counting.rows();
}

describe('A person with 5,000 tickets, 2,000 notes and 10,000 history entries', () => {
  it.each(Object.entries(calls))('costs at most two rows for each one shown, for %s', async (_, call) => {
    const { session, heavy = '' } = kept;
    const rows = await rowsFor(() => session && call(session.reads, heavy));
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThanOrEqual(2 * LIMIT);
  });

  it.each(['mine', 'urgent tickets'])('costs no more where there are none, for %s', async (name) => {
    const { session, plain = '' } = kept;
    const rows = await rowsFor(() => session && calls[name]?.(session.reads, plain));
    expect(rows).toBeLessThanOrEqual(LIMIT);
  });

  it('has honest totals all the same', async () => {
    const { session, heavy = '' } = kept;
    const total = async (name: string) => {
      const part = await calls[name]?.(session?.reads ?? {}, heavy);
      return typeof part === 'object' && part !== null && 'total' in part ? part.total : null;
    };
    expect(await total('open tickets')).toBe(1_000);
    expect(await total('oldest tickets')).toBe(4_000);
    expect(await total('notes')).toBe(2_000);
    expect(await total('files')).toBe(200);
    expect(await total('history')).toBe(10_000);
    expect(await total('changes')).toBe(5_000);
    expect(await total('mine')).toBe(2_500);
  });

  it('opens with fewer than 40 rows: record, tickets, notes, files and chats', async () => {
    const { session, heavy = '' } = kept;
    if (session === undefined) throw new Error('no session');
    const source = connection('own');
    const rows = await rowsFor(async () => {
      await session.get(heavy);
      await readProfile({
        place: { source, session },
        id: heavy,
        before: null,
        tell: () => undefined,
        signal: new AbortController().signal,
      });
    });
    expect(rows).toBeLessThan(40);
  });
});
