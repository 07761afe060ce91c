// What nothing can take back is held for ten seconds, with a way out.
import { describe, expect, it } from 'vitest';
import { address } from '@/test/support/people';
import { isFinal } from '@/utils/journal';
import { desk, label, must, OFFLINE } from './desk';

const erase = { type: 'person.erase', person: 'p1', version: '1' } as const;
const ban = { type: 'address.ban', person: 'p1', address: address('anna@example.com'), from: false, to: true } as const;

function held() {
  const made = desk();
  return { ...made, run: made.made([ban, erase], { action: 'delete-and-ban' }) };
}

describe('an entry with a step that nothing can take back', () => {
  it('is held for ten seconds before anything of it is sent', async () => {
    const { start, run, clock, server, told } = held();
    const journal = start();
    const entry = must(await journal.run(run));
    expect(entry).toMatchObject({ state: 'held', heldUntil: clock.now + 10_000 });
    expect(told.dueAt).toBe(clock.now + 10_000);
    clock.now += 9_999;
    await journal.due();
    await journal.send();
    expect(server.state.written).toEqual([]);
    clock.now += 1;
    await journal.due();
    expect(server.state.people.has('p1')).toBe(false);
    expect(told.dueAt).toBeNull();
  });

  it('is simply gone after Undo, and after it was dropped', async () => {
    for (const how of ['undo', 'drop'] as const) {
      const { start, run, clock, server, disk } = held();
      const journal = start();
      const { id } = must(await journal.run(run));
      if (how === 'undo') expect(await journal.undo(id)).toBeNull();
      else await journal.drop(id);
      clock.now += 60_000;
      await journal.due();
      expect([server.state.written, disk.all()]).toEqual([[], []]);
    }
  });

  it('goes at the next start when its time is over by then, and waits on when it is not', async () => {
    const { start, run, clock, server } = held();
    await start().run(run);
    clock.now += 5000;
    await start().settle();
    expect(server.state.written).toEqual([]);
    clock.now += 5000;
    await start().settle();
    expect(server.state.written.map(({ change }) => change.type)).toEqual(['address.ban', 'person.erase']);
  });

  it('is held for no longer than that by a clock that was turned back', async () => {
    const { start, run, clock, server, told } = held();
    await start().run(run);
    clock.now -= 365 * 24 * 60 * 60_000;
    const journal = start();
    await journal.settle();
    expect(told.dueAt).toBe(clock.now + 10_000);
    expect(server.state.written).toEqual([]);
    clock.now += 10_000;
    await journal.due();
    expect(server.state.people.has('p1')).toBe(false);
  });

  it('is not done late where the server was away: it is told, and can be tried again, which holds it again', async () => {
    const { start, run, clock, server, net, told } = held();
    const journal = start();
    const { id } = must(await journal.run(run));
    net.away = OFFLINE;
    clock.now += 10_000;
    await journal.due();
    net.away = null;
    await journal.send();
    expect(told.live).toMatchObject([{ id, state: 'failed', listed: true, problem: { kind: 'offline' } }]);
    expect(server.state.written).toEqual([]);
    expect(await journal.again(id)).toMatchObject({ state: 'held' });
    expect(told.live).toHaveLength(1);
  });

  it('does not hold up what is done to the person meanwhile', async () => {
    const { start, run, edit, server } = held();
    const journal = start();
    await journal.run(run);
    await journal.run(edit('p1', label('vip')));
    expect(server.person('p1').labels).toContain('vip');
  });
});

it('Deleting, a reset link and a removed method are final; hiding, moving and banning are not', () => {
  const final = [
    erase,
    { type: 'login.reset', person: 'p1', address: address('anna@example.com') },
    { type: 'factor.remove', person: 'p1', factor: null },
    { type: 'person.merge', person: 'p1', other: 'p2' },
  ] as const;
  expect(final.map(isFinal)).toEqual([true, true, true, true]);
  const not = [
    ban,
    { type: 'person.hide', person: 'p1', into: 'p2', from: false, to: true },
    { type: 'ticket.move', person: 'p1', items: [], from: 'p1', to: 'p2' },
    { type: 'login.view', person: 'p1' },
  ] as const;
  expect(not.map(isFinal)).toEqual([false, false, false, false]);
});
