// A merge in the own book, stopped anywhere: both records are as they were or merged, and come back by Undo.
import { expect, it } from 'vitest';
import { allOf, ownBook, someoneIn } from '@/test/support/own-book';
import { othersOf, planAll, sightOf } from '@/utils/actions';
import type { Chosen } from '@/utils/actions/inputs';
import type { Session } from '@/utils/connectors/types';
import { makeJournal, type Run } from '@/utils/journal';
import { memoryDisk } from './memory';
import { type Life, mortal, mortalSession, random } from './stopped';

const RUNS = 16;

it('A merge stopped anywhere ends as merged or not begun, and its undo, stopped anywhere, restores both records', async () => {
  const ends = { nothing: 0, merged: 0 };
  const { session } = await ownBook();
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const dice = random(40_000 + seed);
    const [stays, goes] = [(await someoneIn(session)).ref, (await someoneIn(session)).ref];
    const [one, other] = [await session.get(stays.id), await session.get(goes.id)];
    const chosen: Chosen = {
      action: 'merge',
      input: {
        goes: goes.id,
        keep: {},
        primary: other.emails[0]?.address ?? null,
        versions: { stays: one.version ?? null, goes: other.version ?? null },
      },
    };
    const run: Run = {
      connection: stays.connection,
      person: stays.id,
      others: othersOf([chosen]),
      action: 'merge',
      needs: [],
      plan: async (open) => planAll(await open.get(stays.id), [chosen], sightOf(open)),
    };
    const both = async () => [await allOf(session, stays.id), await allOf(session, goes.id)];
    const before = await both();
    const disk = memoryDisk();
    const start = (left: number) => startOn(session, disk, left);

    const first = start(1 + Math.floor(dice() * 45));
    const draft = await Promise.race([first.stopped, first.journal.plan({ ...run, chosen: [chosen] })]);
    if (draft) await Promise.race([first.stopped, first.journal.confirm(draft.id, () => run).catch(() => undefined)]);
    first.life.left = 0;
    const settled = start(Number.POSITIVE_INFINITY).journal;
    await settled.settle();
    const [entry] = await settled.entries(goes, 5);
    if (entry === undefined) {
      expect(await both(), `${seed}`).toEqual(before);
      ends.nothing += 1;
      continue;
    }
    expect(entry.state, `${seed}`).toBe('done');
    expect((await session.get(goes.id)).ref.id, `${seed}`).toBe(stays.id);
    const second = start(1 + Math.floor(dice() * 45));
    await Promise.race([second.stopped, second.journal.undo(entry.id).catch(() => undefined)]);
    second.life.left = 0;
    const last = start(Number.POSITIVE_INFINITY).journal;
    await last.settle();
    // Stopped before it was written down, it was never begun.
    if ((await last.entries(stays, 5)).length === 1) await last.undo(entry.id);
    expect(await both(), `${seed}`).toEqual(before);
    for (const ref of [stays, goes]) {
      expect((await last.entries(ref, 5)).map(({ state }) => state)).toEqual(['done', 'undone']);
    }
    ends.merged += 1;
  }
  expect(Math.min(ends.nothing, ends.merged)).toBeGreaterThan(0);
}, 60_000);

function startOn(session: Session, disk: ReturnType<typeof memoryDisk>, left: number) {
  const life: Life = { left };
  const stopped = new Promise<undefined>((done) => {
    life.stop = () => done(undefined);
  });
  const journal = makeJournal({
    store: mortal(disk, life),
    sessionOf: async () => mortalSession(session, life),
    changed: async () => undefined,
    now: () => new Date(),
  });
  return { journal, stopped, life };
}
