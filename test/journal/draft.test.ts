// What is shown before it is done waits as a draft: what is shown is what runs.
import { describe, expect, it } from 'vitest';
import { desk, label, must, OFFLINE, summary } from './desk';
import { refused } from './server';

const DAY = 24 * 60 * 60 * 1000;

function planning() {
  const made = desk();
  const run = made.edit('p1', summary('old', 'new'), label('vip'));
  return { ...made, run, wanted: { ...run, chosen: [summary('old', 'new'), label('vip')] } };
}

describe('a draft', () => {
  it('is written down with its changes, and nothing is done', async () => {
    const { start, wanted, server, disk } = planning();
    const draft = await start().plan(wanted);
    expect(draft.steps.map(({ change }) => change.type)).toEqual(['person.set', 'label.set']);
    expect(server.state.written).toEqual([]);
    expect(disk.all()).toMatchObject([{ id: draft.id, state: 'draft', chosen: wanted.chosen }]);
    expect(await start().entries({ connection: 'book', id: 'p1' }, 5)).toEqual([]);
  });

  it('runs as it was shown, once, also after the background was stopped', async () => {
    const { start, wanted, run, server, disk } = planning();
    const { id } = await start().plan(wanted);
    const journal = start();
    const both = await Promise.allSettled([journal.confirm(id, () => run), journal.confirm(id, () => run)]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(both[1]).toMatchObject({ reason: { problem: { kind: 'missing', call: 'action.confirm' } } });
    expect(server.person('p1')).toMatchObject({ summary: 'new', labels: ['vip'] });
    expect(disk.all()).toMatchObject([{ state: 'done' }]);
  });

  it('is not run where it would come to something else by now', async () => {
    const { start, wanted, run, server, edit } = planning();
    const journal = start();
    const { id } = await journal.plan(wanted);
    await journal.run(edit('p1', label('late')));
    await expect(journal.confirm(id, () => run)).rejects.toMatchObject({ problem: { kind: 'conflict' } });
    expect(server.person('p1').summary).toBe('old');
  });

  it('that cannot be planned anew is refused as the plan is', async () => {
    const { start, wanted, run, server } = planning();
    const journal = start();
    const { id } = await journal.plan(wanted);
    const plan = async () => Promise.reject(refused('conflict', '2'));
    await expect(journal.confirm(id, () => ({ ...run, plan }))).rejects.toMatchObject({ problem: { theirs: '2' } });
    expect(server.state.written).toEqual([]);
  });

  it('waits for a network once it is confirmed, if it may', async () => {
    const { start, wanted, run, server, net } = planning();
    const journal = start();
    const { id } = await journal.plan(wanted);
    net.away = OFFLINE;
    expect((await journal.confirm(id, () => run)).state).toBe('queued');
    net.away = null;
    await journal.send();
    expect(server.person('p1').summary).toBe('new');
  });

  it('is forgotten when it is dropped, and after a day', async () => {
    const { start, wanted, run, disk, clock } = planning();
    const journal = start();
    const { id } = await journal.plan(wanted);
    await journal.drop(id);
    await expect(journal.confirm(id, () => run)).rejects.toMatchObject({ problem: { kind: 'missing' } });
    await journal.plan(wanted);
    clock.now += DAY - 1;
    await start().settle();
    expect(disk.all()).toHaveLength(1);
    clock.now += 2;
    await start().settle();
    expect(disk.all()).toEqual([]);
  });

  it('holds nothing up', async () => {
    const { start, wanted, edit, server } = planning();
    const journal = start();
    await journal.plan(wanted);
    expect(must(await journal.run(edit('p1', label('late')))).state).toBe('done');
    expect(server.person('p1').labels).toEqual(['late']);
  });
});
