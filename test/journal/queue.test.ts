// Without a network edits wait in this browser, and go in order when there is one.
import { describe, expect, it } from 'vitest';
import { desk, label, must, OFFLINE, summary } from './desk';
import { refused } from './server';

describe('an edit without a network', () => {
  it('is written down, told as queued, and made when the network is back', async () => {
    const { start, edit, net, server, told, clock } = desk();
    net.away = OFFLINE;
    const journal = start();
    const entry = must(await journal.run(edit('p1', summary('old', 'new'))));
    expect(entry.state).toBe('queued');
    expect(told.live).toMatchObject([
      { id: entry.id, name: 'Anna Keller', listed: true, trouble: { kind: 'offline' } },
    ]);
    expect(told.dueAt).toBe(clock.now + 30_000);
    net.away = null;
    await journal.send();
    expect(server.person('p1').summary).toBe('new');
    expect(told.live).toEqual([]);
    expect(await journal.entries({ connection: 'book', id: 'p1' }, 5)).toMatchObject([{ id: entry.id, state: 'done' }]);
  });

  it('is planned upon what waits already, and all of it goes in order', async () => {
    const { start, edit, net, server } = desk();
    net.away = OFFLINE;
    const journal = start();
    await journal.run(edit('p1', summary('old', 'one')));
    await journal.run(edit('p1', summary('one', 'two')));
    await journal.run(edit('p1', label('vip')));
    net.away = null;
    await start().settle();
    expect(server.person('p1')).toMatchObject({ summary: 'two', labels: ['vip'] });
    expect(server.state.written.map(({ change }) => 'to' in change && change.to)).toEqual(['one', 'two', true]);
  });

  it('waits behind one that waits, though the network is back by now, and takes that along', async () => {
    const { start, edit, net, server } = desk();
    net.away = OFFLINE;
    const journal = start();
    await journal.run(edit('p1', summary('old', 'one')));
    net.away = null;
    await journal.run(edit('p1', summary('one', 'two')));
    await journal.send();
    expect(server.person('p1').summary).toBe('two');
  });

  it('waits the same while it is locked here, and goes when it is unlocked', async () => {
    const { start, edit, net, server, told } = desk();
    net.away = { kind: 'locked' };
    const journal = start();
    expect(must(await journal.run(edit('p1', summary('old', 'new')))).state).toBe('queued');
    await journal.send();
    expect(told.live).toMatchObject([{ state: 'queued', trouble: { kind: 'locked' } }]);
    net.away = null;
    await journal.send();
    expect(server.person('p1').summary).toBe('new');
    expect(told.live).toEqual([]);
  });

  it('that cannot be planned, since nobody has seen the person, is refused as the network is', async () => {
    const { start, edit, net, disk } = desk();
    net.away = OFFLINE;
    await expect(start().run(edit('p9', summary('old', 'new')))).rejects.toMatchObject({
      problem: { kind: 'offline' },
    });
    expect(disk.all()).toEqual([]);
  });

  it('is tried after a pause that doubles, or when the server says', async () => {
    const { start, edit, net, clock, told } = desk();
    net.away = OFFLINE;
    const journal = start();
    await journal.run(edit('p1', summary('old', 'new')));
    for (const pause of [60_000, 120_000, 240_000]) {
      clock.now = told.dueAt ?? 0;
      await journal.due();
      expect((told.dueAt ?? 0) - clock.now).toBe(pause);
    }
    net.away = { kind: 'rate-limited', retryAt: clock.now + 7_000_000 };
    clock.now = told.dueAt ?? 0;
    await journal.due();
    expect(told.dueAt).toBe(net.away.retryAt);
  });

  it('is not asked for before its pause is over', async () => {
    const { start, edit, net, clock, server } = desk();
    net.away = OFFLINE;
    const journal = start();
    await journal.run(edit('p1', summary('old', 'new')));
    net.away = null;
    clock.now += 29_000;
    await journal.due();
    expect(server.state.written).toEqual([]);
    clock.now += 1000;
    await journal.due();
    expect(server.state.written).toHaveLength(1);
  });

  it('takes those along that wait for the same server, as soon as one was made', async () => {
    const { start, edit, net, clock, server } = desk([{}, {}]);
    net.away = OFFLINE;
    const journal = start();
    await journal.run(edit('p1', summary('old', 'new')));
    clock.now += 20_000;
    await journal.run(edit('p2', summary('old', 'new')));
    net.away = null;
    clock.now += 10_000;
    await journal.due();
    await journal.send('nothing: what was begun has ended');
    await journal.run(edit('p2', label('vip')));
    expect(server.person('p2')).toMatchObject({ summary: 'new', labels: ['vip'] });
  });

  it('does not come before its time to a server that asked for a pause, though another was made', async () => {
    const { start, edit, net, server, clock } = desk([{}, {}]);
    const journal = start();
    net.away = { kind: 'rate-limited', retryAt: clock.now + 60_000 };
    await journal.run(edit('p1', summary('old', 'new')));
    net.away = OFFLINE;
    const { id } = must(await journal.run(edit('p2', summary('old', 'new'))));
    net.away = null;
    await journal.send(id);
    expect(server.person('p2').summary).toBe('new');
    // Whatever was begun for the other has ended by then.
    const { id: late } = must(await journal.run(edit('p2', label('vip'))));
    await journal.undo(late);
    expect(server.person('p1').summary).toBe('old');
    clock.now += 60_000;
    await journal.due();
    expect(server.person('p1').summary).toBe('new');
  });

  it('that may not wait is refused at once', async () => {
    const { start, made, net, disk } = desk();
    net.away = OFFLINE;
    const disable = made([{ type: 'account.enable', person: 'p1', from: true, to: false }]);
    await expect(start().run(disable)).rejects.toMatchObject({ problem: { kind: 'offline' } });
    expect(disk.all()).toEqual([]);
  });

  it('that the server refuses on return stops, and is told', async () => {
    const { start, edit, net, told } = desk();
    net.away = OFFLINE;
    const journal = start();
    const taken = { action: 'edit-address', input: { from: null, to: { address: 'taken@example.com' } } } as never;
    await journal.run(edit('p1', label('vip'), taken));
    net.away = null;
    await journal.send();
    expect(told.live).toMatchObject([
      { state: 'conflict', listed: true, steps: [{ state: 'returned' }, { state: 'refused' }] },
    ]);
  });

  it('can be taken out: nothing of it is sent, and what comes after goes', async () => {
    const { start, edit, net, server, told } = desk();
    net.away = OFFLINE;
    const journal = start();
    const first = must(await journal.run(edit('p1', label('vip'))));
    const second = must(await journal.run(edit('p1', label('late'))));
    await journal.run(edit('p1', label('paid')));
    await journal.drop(first.id);
    expect(await journal.undo(second.id)).toBeNull();
    net.away = null;
    await journal.send();
    expect(server.person('p1').labels).toEqual(['paid']);
    expect(told.live).toEqual([]);
  });

  it('is sent alone when that is asked for, with what stands before it', async () => {
    const { start, edit, net, server } = desk([{}, {}]);
    net.away = OFFLINE;
    const journal = start();
    await journal.run(edit('p2', label('other')));
    await journal.run(edit('p1', label('one')));
    const { id } = must(await journal.run(edit('p1', label('two'))));
    server.sessionOf.mockImplementation(async () => {
      throw refused('offline');
    });
    await journal.send(id);
    expect(server.sessionOf).toHaveBeenCalled();
    server.sessionOf.mockImplementation(async () => server.session);
    net.away = null;
    await journal.send(id);
    expect(server.person('p1').labels).toEqual(['one', 'two']);
  });
});

describe('several steps that the network interrupts', () => {
  const moves = [
    { type: 'person.hide', person: 'p2', into: 'p1', from: false, to: true },
    { type: 'ticket.move', person: 'p2', items: ['t1'], from: 'p2', to: 'p1' },
  ] as const;
  const interrupted = async () => {
    const made = desk([{}, {}]);
    made.server.state.tickets.set('p2', ['t1']);
    const { hooks } = made.server.state;
    made.server.state.hooks = {
      ...hooks,
      at: async (when, change) => {
        if (change.type === 'ticket.move' && when === 'before' && made.net.away === null) made.net.away = OFFLINE;
        await hooks.at?.(when, change);
      },
    };
    const journal = made.start();
    const entry = must(await journal.run(made.made(moves, { action: 'merge', others: ['p2'] })));
    made.server.state.hooks = hooks;
    return { ...made, journal, entry };
  };

  it('wait half done, and go on where they stopped', async () => {
    const { journal, entry, net, server } = await interrupted();
    expect(entry).toMatchObject({ state: 'queued', steps: [{ state: 'done' }, { state: 'sent' }] });
    net.away = null;
    await journal.send();
    expect(server.state.tickets.get('p1')).toEqual(['t1']);
    expect(server.state.written).toHaveLength(2);
  });

  it('and are taken out of the queue: what was made is taken back', async () => {
    const { journal, entry, net, server, disk } = await interrupted();
    await journal.drop(entry.id);
    expect(server.state.hidden.size).toBe(1);
    net.away = null;
    await journal.send();
    expect([server.state.hidden.size, server.state.tickets.get('p2')]).toEqual([0, ['t1']]);
    expect(disk.all()).toMatchObject([{ state: 'undone', steps: [{ state: 'returned' }, { state: 'given' }] }]);
  });

  it('hold up what is asked for either person', async () => {
    const { journal, edit, made, net, server } = await interrupted();
    await expect(journal.run(made([moves[0]], { person: 'p2' }))).rejects.toMatchObject({
      problem: { kind: 'offline' },
    });
    expect(must(await journal.run(edit('p2', label('vip')))).state).toBe('queued');
    net.away = null;
    await journal.send();
    expect(server.state.written.map(({ change }) => change.type)).toEqual(['person.hide', 'ticket.move', 'label.set']);
  });
});

it('An undo without a network waits, too, and is asked for once', async () => {
  const { start, edit, net, server } = desk();
  const journal = start();
  const { id } = must(await journal.run(edit('p1', summary('old', 'new'))));
  net.away = OFFLINE;
  const undo = await journal.undo(id);
  expect(undo?.state).toBe('queued');
  await expect(journal.undo(id)).rejects.toMatchObject({ problem: { kind: 'missing' } });
  net.away = null;
  await journal.send();
  expect(server.person('p1').summary).toBe('old');
});
