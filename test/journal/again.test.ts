import { describe, expect, it, vi } from 'vitest';
import { NO_SIGHT } from '@/test/support/acted';
import { person } from '@/test/support/people';
import { planAll } from '@/utils/actions';
import type { Chosen } from '@/utils/actions/inputs';
import { canTryAgain, makeJournal, openStore } from '@/utils/journal';
import type { PersonRef } from '@/utils/people/types';
import { ProblemError, type ProblemKind } from '@/utils/problem';
import { fakeServer } from './server';

const store = openStore('again-test');
const ids = { count: 0 };

/** A server that refuses as long as `why` is set. */
function setUp() {
  ids.count += 1;
  const ref: PersonRef = { connection: 'book', id: `p${ids.count}` };
  const refusing: { why: ProblemKind | null } = { why: 'forbidden' };
  const server = fakeServer([person({ ref, summary: 'old' })], {
    at: async (when) => {
      if (when === 'before' && refusing.why !== null) throw new ProblemError({ kind: refusing.why });
    },
  });
  const journal = makeJournal({
    store,
    sessionOf: server.sessionOf,
    changed: vi.fn(async () => undefined),
    now: () => new Date(),
  });
  const run = (from: string, to: string) => {
    const chosen: Chosen = { action: 'set-summary', input: { from, to } };
    const plan = async (session: Parameters<Parameters<typeof journal.run>[0]['plan']>[0]) =>
      planAll(await session.get(ref.id), [chosen], NO_SIGHT);
    return journal.run({ connection: 'book', person: ref.id, action: 'set-summary', needs: [], plan });
  };
  return { ref, refusing, server, journal, run, entries: () => journal.entries(ref, 9) };
}

describe('What was refused', () => {
  it('is tried again as an entry of its own, which takes its place', async () => {
    const { ref, refusing, server, journal, run, entries } = setUp();
    await expect(run('old', 'new')).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
    const [failed] = await entries();
    if (failed === undefined) throw new Error('nothing was written down');
    expect(failed.state).toBe('failed');
    expect(canTryAgain(failed)).toBe(true);
    refusing.why = null;
    const done = await journal.again(failed.id);
    expect(server.person(ref.id).summary).toBe('new');
    expect((await entries()).map(({ id, state }) => [id, state])).toEqual([[done.id, 'done']]);
  });

  it('stays refused where it is refused again, and is told once', async () => {
    const { journal, run, entries } = setUp();
    await expect(run('old', 'new')).rejects.toBeInstanceOf(ProblemError);
    const [failed] = await entries();
    await expect(journal.again(failed?.id ?? '')).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
    const now = await entries();
    expect(now.map(({ state }) => state)).toEqual(['failed']);
    expect(now[0]?.id).not.toBe(failed?.id);
  });

  it('is not written over what somebody changed meanwhile', async () => {
    const { ref, refusing, server, journal, run, entries } = setUp();
    await expect(run('old', 'mine')).rejects.toBeInstanceOf(ProblemError);
    const [failed] = await entries();
    refusing.why = null;
    await run('old', 'theirs');
    await expect(journal.again(failed?.id ?? '')).rejects.toMatchObject({
      problem: { kind: 'conflict', theirs: 'theirs' },
    });
    expect(server.person(ref.id).summary).toBe('theirs');
  });

  it('cannot be tried twice, and what was done cannot be at all', async () => {
    const { refusing, journal, run, entries } = setUp();
    await expect(run('old', 'new')).rejects.toBeInstanceOf(ProblemError);
    const [failed] = await entries();
    refusing.why = null;
    const done = await journal.again(failed?.id ?? '');
    for (const id of [failed?.id ?? '', done.id, 'nobody']) {
      await expect(journal.again(id)).rejects.toMatchObject({ problem: { kind: 'missing' } });
    }
  });
});
