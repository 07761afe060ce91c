// A background that is stopped at one of its calls to a Zammad, before the server hears it or before the answer comes.
import type { MemoryDisk } from '@/test/journal/memory';
import { othersOf, planAll, sightOf } from '@/utils/actions';
import type { Chosen } from '@/utils/actions/inputs';
import type { Memory, Session } from '@/utils/connectors/types';
import { zammad } from '@/utils/connectors/zammad';
import { makeJournal, type Run } from '@/utils/journal';
import { connection, way } from './desk';
import type { FakeZammad } from './server';

export interface Stop {
  /** The call that is the last one, from 1. */
  readonly at: number;
  /** Whether the server heard it. */
  readonly heard: boolean;
}

const NEVER = new Promise<never>(() => undefined);

/** One life of the background: what is on disk and in the browser's memory outlives it. */
export function startLife(server: FakeZammad, disk: MemoryDisk, memory: Memory, stop: Stop | null = null) {
  const life = { calls: 0, over: false, end: (): void => undefined };
  const stopped = new Promise<'stopped'>((done) => {
    life.end = () => {
      life.over = true;
      done('stopped');
    };
  });
  const whileAlive = <Value>(work: () => Promise<Value>): Promise<Value> => (life.over ? NEVER : work());
  const fetch: FakeZammad['fetch'] = (input, init) =>
    whileAlive(async () => {
      life.calls += 1;
      if (life.calls !== stop?.at) return server.fetch(input, init);
      life.over = true;
      if (stop.heard) await server.fetch(input, init);
      life.end();
      return NEVER;
    });
  const opening: { session?: Promise<Session> } = {};
  const session = (): Promise<Session> => {
    opening.session ??= zammad.open(connection, way({ fetch }), memory).then((opened) => ({ ...opened, denied: [] }));
    return opening.session;
  };
  const journal = makeJournal({
    store: { ...disk, put: (entries, gone) => whileAlive(() => disk.put(entries, gone)) },
    sessionOf: session,
    changed: async () => undefined,
    now: () => new Date(server.store.clock),
  });
  /** Work of this life, as far as it comes; what fails has failed. */
  const until = async (work: Promise<unknown>): Promise<void> => {
    await Promise.race([stopped, work.catch(() => undefined)]);
    life.over = true;
  };
  return { journal, session, life, until };
}

/** Merges as the page does: planned, shown, confirmed. */
export async function merging({ journal, session }: ReturnType<typeof startLife>, stays: string, goes: string) {
  const open = await session();
  const [one, other] = [await open.get(stays), await open.get(goes)];
  const versions = { stays: one.version ?? null, goes: other.version ?? null };
  const chosen: Chosen = { action: 'merge', input: { goes, keep: {}, primary: null, versions } };
  const run: Run = {
    connection: connection.id,
    person: stays,
    others: othersOf([chosen]),
    action: 'merge',
    needs: [],
    plan: async (now) => planAll(await now.get(stays), [chosen], sightOf(now)),
  };
  const draft = await journal.plan({ ...run, chosen: [chosen] });
  return journal.confirm(draft.id, () => run);
}
