// A merge in Zammad, and its undo, stopped at any call: nothing is lost, nothing is made twice.
import { expect, it } from 'vitest';
import { memoryDisk } from '@/test/journal/memory';
import { freshMemory } from '@/test/support/open';
import { connection, dump } from './desk';
import { merging, type Stop, startLife } from './lives';
import type { FakeZammad } from './server';
import { ANNA, addTicket } from './store';
import { goesOf, ID, twice } from './twice';

/** Of the one who is merged in. */
function withTickets(count: number): FakeZammad {
  const server = twice();
  const { id } = goesOf(server);
  for (let index = 3; index < count; index += 1) {
    addTicket(server.store, { customer_id: id, organization_id: 8, state_id: index % 3 === 0 ? 4 : 2 });
  }
  Object.assign(goesOf(server), {
    preferences: { locale: 'en-gb', tickets_open: count, tickets_closed: 0 },
  });
  return server;
}

/** How it looks when nothing is stopped, and how many calls it takes. */
async function undisturbed(count: number) {
  const server = withTickets(count);
  const [disk, memory] = [memoryDisk(), freshMemory()];
  const before = dump(server.store);
  const forth = startLife(server, disk, memory);
  const entry = await merging(forth, ID, String(goesOf(server).id));
  const merged = dump(server.store);
  expect(merged).not.toEqual(before);
  const back = startLife(server, disk, memory);
  await back.journal.undo(entry.id);
  expect(dump(server.store)).toEqual(before);
  return { before, merged, forth: forth.life.calls, back: back.life.calls };
}

/** How often each ticket changed hands. */
function movesOf({ store }: FakeZammad): readonly number[] {
  const times = new Map<number, number>();
  for (const [ticket] of store.moved) times.set(ticket, (times.get(ticket) ?? 0) + 1);
  return [...new Set(times.values())];
}

/** The merge, then its undo, each with one stop. Gives whether the merge had been begun by then. */
async function stoppedAt(count: number, so: Awaited<ReturnType<typeof undisturbed>>, forth: Stop, back: Stop) {
  const name = JSON.stringify([forth, back]);
  const server = withTickets(count);
  const goes = String(goesOf(server).id);
  const [disk, memory] = [memoryDisk(), freshMemory()];
  const first = startLife(server, disk, memory, forth);
  await first.until(merging(first, ID, goes));
  const second = startLife(server, disk, memory);
  await second.journal.settle();
  const [entry] = await second.journal.entries({ connection: connection.id, id: goes }, 5);
  if (entry === undefined) {
    expect(dump(server.store), name).toEqual(so.before);
    expect(server.store.moved, name).toEqual([]);
    return false;
  }
  expect(entry.state, name).toBe('done');
  expect(dump(server.store), name).toEqual(so.merged);
  expect(movesOf(server), name).toEqual([1]);
  expect(server.store.moved, name).toHaveLength(count);
  const third = startLife(server, disk, memory, back);
  await third.until(third.journal.undo(entry.id));
  const last = startLife(server, disk, memory);
  await last.journal.settle();
  const entries = await last.journal.entries({ connection: connection.id, id: ID }, 5);
  // Stopped before it was written down, it was never begun.
  if (entries.length === 1) await last.journal.undo(entry.id);
  expect(dump(server.store), name).toEqual(so.before);
  expect(movesOf(server), name).toEqual([2]);
  const states = (await last.journal.entries({ connection: connection.id, id: goes }, 5)).map(({ state }) => state);
  expect(states, name).toEqual(['done', 'undone']);
  return true;
}

it('A merge of a person with 1,200 tickets, and its undo, stopped at every 50th call end whole: nothing lost, nothing twice', async () => {
  const so = await undisturbed(1_200);
  const ends = new Set<boolean>();
  for (let at = 50; at <= Math.max(so.forth, so.back); at += 50) {
    for (const heard of [false, true]) {
      const last = { at: Math.min(at, so.forth), heard };
      ends.add(await stoppedAt(1_200, so, last, { at: Math.min(at, so.back), heard }));
    }
  }
  expect(ends).toContain(true);
}, 120_000);

it('A merge of a person with 1,200 tickets comes to its end in lives of 50 calls each', async () => {
  const so = await undisturbed(1_200);
  const server = withTickets(1_200);
  const goes = String(goesOf(server).id);
  const [disk, memory] = [memoryDisk(), freshMemory()];
  const lives = { count: 0 };
  const live = async (work: (life: ReturnType<typeof startLife>) => Promise<unknown>): Promise<void> => {
    lives.count += 1;
    const life = startLife(server, disk, memory, { at: 50, heard: lives.count % 2 === 0 });
    await life.until(work(life));
  };
  const open = () => disk.all().some(({ state }) => state === 'sending' || state === 'queued' || state === 'waiting');
  await live((life) => merging(life, ID, goes));
  while (open() && lives.count < 50) await live(({ journal }) => journal.settle());
  expect(dump(server.store)).toEqual(so.merged);
  expect(movesOf(server)).toEqual([1]);
  const merged = disk.all().find(({ state, action }) => action === 'merge' && state === 'done');
  const forth = lives.count;
  await live(({ journal }) => journal.undo(merged?.id ?? ''));
  while (open() && lives.count < 100) await live(({ journal }) => journal.settle());
  expect(dump(server.store)).toEqual(so.before);
  expect(movesOf(server)).toEqual([2]);
  expect([forth, lives.count - forth].every((count) => count > 1)).toBe(true);
}, 60_000);

it('A merge of a person with a few tickets, and its undo, stopped at any single call end whole', async () => {
  const so = await undisturbed(6);
  const ends = new Set<boolean>();
  for (let at = 1; at <= Math.max(so.forth, so.back); at += 1) {
    for (const heard of [false, true]) {
      const last = { at: Math.min(at, so.forth), heard };
      ends.add(await stoppedAt(6, so, last, { at: Math.min(at, so.back), heard }));
    }
  }
  expect([...ends].toSorted()).toEqual([false, true]);
}, 60_000);

it('A merge that is refused in its middle, and stopped while it is taken back, leaves both as they were', async () => {
  const so = await undisturbed(6);
  for (let at = 1; at <= so.forth + so.back; at += 1) {
    const server = withTickets(6);
    // In Sales nothing may be changed.
    server.writable = new Set([1]);
    const [disk, memory] = [memoryDisk(), freshMemory()];
    const life = startLife(server, disk, memory, { at, heard: at % 2 === 0 });
    await life.until(merging(life, ID, String(goesOf(server).id)));
    await startLife(server, disk, memory).journal.settle();
    expect(dump(server.store), `${at}`).toEqual(so.before);
    expect(server.store.tickets.every(({ customer_id: of }) => of === ANNA || of === goesOf(server).id)).toBe(true);
  }
}, 60_000);
