// A value that was changed here and there: base, mine and theirs, and what the agent makes of it.
import { describe, expect, it } from 'vitest';
import { address } from '@/test/support/people';
import { disputedIn } from '@/utils/journal';
import { desk, label, must, OFFLINE, summary } from './desk';
import { type Life, mortal } from './stopped';

const phone = (from: string, to: string) =>
  ({
    action: 'edit-contact',
    input: { from: { type: 'phone', value: from }, to: { type: 'phone', value: to } },
  }) as const;

/** Three values are edited without a network; two of them somebody else has changed by the time it is back. */
async function disputed() {
  const made = desk([{ fields: [{ type: 'phone', value: '1' }] }]);
  made.net.away = OFFLINE;
  const journal = made.start();
  const { id } = must(await journal.run(made.edit('p1', summary('old', 'mine'), label('vip'), phone('1', '2'))));
  made.server.other('p1', (one) => ({ ...one, summary: 'theirs', fields: [{ type: 'phone', value: '3' }] }));
  made.net.away = null;
  await journal.send();
  return { ...made, journal, id };
}

describe('an edit whose values were changed while it waited', () => {
  it('stops with every conflict, and nothing of it is made', async () => {
    const { told, server, id } = await disputed();
    expect(server.state.written).toEqual([]);
    expect(told.live).toMatchObject([{ id, state: 'conflict', listed: true, problem: { kind: 'conflict' } }]);
    expect(disputedIn(must(told.live[0] ?? null))).toMatchObject([
      { step: 0, change: { from: 'old', to: 'mine' }, theirs: 'theirs' },
      { step: 2, change: { from: { value: '1' }, to: { value: '2' } }, theirs: { value: '3' } },
    ]);
  });

  it('is made over theirs where the agent says so; its undo brings theirs back', async () => {
    const { journal, server, told, id } = await disputed();
    const done = must(await journal.resolve(id, [0]));
    expect(server.person('p1')).toMatchObject({ summary: 'mine', labels: ['vip'], fields: [{ value: '3' }] });
    expect(told.live).toEqual([]);
    expect((await journal.entries({ connection: 'book', id: 'p1' }, 5)).map((one) => one.id)).toEqual([done.id]);
    await journal.undo(done.id);
    expect(server.person('p1')).toMatchObject({ summary: 'theirs', labels: [], fields: [{ value: '3' }] });
  });

  it('keeps theirs where the agent says so, and makes what nobody disputes', async () => {
    const { journal, server, id } = await disputed();
    await journal.resolve(id, []);
    expect(server.person('p1')).toMatchObject({ summary: 'theirs', labels: ['vip'], fields: [{ value: '3' }] });
  });

  it('is made with the words that the agent writes instead; what cannot be is refused, and nothing of it is made', async () => {
    const { journal, server, told, id } = await disputed();
    const both = [0, 2];
    const done = must(await journal.resolve(id, both, { 0: 'mine and theirs', 2: '3' }));
    expect(server.person('p1')).toMatchObject({
      summary: 'mine and theirs',
      labels: ['vip'],
      fields: [{ value: '3' }],
    });
    expect(server.state.written.map(({ change }) => change.type)).toEqual(['person.set', 'label.set']);
    expect(told.live).toEqual([]);
    await journal.undo(done.id);
    expect(server.person('p1')).toMatchObject({ summary: 'theirs', labels: [] });
    const other = desk([{ emails: [{ address: address('a@b.example'), primary: true }] }]);
    other.net.away = OFFLINE;
    const mail = (name: string) => ({ address: address(`${name}@b.example`) });
    const entry = must(
      await other
        .start()
        .run(
          other.made([{ type: 'email.set', person: 'p1', at: 0, from: mail('a'), to: mail('mine') }], { waits: true }),
        ),
    );
    const late = other.start();
    other.server.other('p1', (one) => ({
      ...one,
      emails: [{ address: address('a@b.example'), label: 'Work', primary: true }],
    }));
    other.net.away = null;
    await late.send();
    await expect(late.resolve(entry.id, [0], { 0: 'no address' })).rejects.toMatchObject({
      problem: { kind: 'invalid' },
    });
    expect(other.server.state.written).toEqual([]);
    await late.resolve(entry.id, [0], { 0: 'other@b.example' });
    expect(other.server.person('p1').emails[0]?.address).toBe('other@b.example');
  });

  it('stops again where it was changed again', async () => {
    const { journal, server, id } = await disputed();
    server.other('p1', (one) => ({ ...one, summary: 'theirs again' }));
    await expect(journal.resolve(id, [0])).rejects.toMatchObject({
      problem: { kind: 'conflict', theirs: 'theirs again' },
    });
    expect(server.person('p1')).toMatchObject({ summary: 'theirs again', labels: [] });
  });

  it('can be resolved once, and be taken out instead', async () => {
    const { journal, told, id, server } = await disputed();
    await journal.drop(id);
    expect(told.live).toEqual([]);
    await expect(journal.resolve(id, [0])).rejects.toMatchObject({ problem: { kind: 'missing' } });
    expect(server.state.written).toEqual([]);
  });

  it('is in dispute or made, wherever the background is stopped in between', async () => {
    const ends = new Set<string>();
    for (let left = 1; left < 12; left += 1) {
      const { start, disk, server, id } = await disputed();
      const life: Life = { left };
      const stopped = new Promise<null>((done) => {
        life.stop = () => done(null);
      });
      const journal = start(mortal(disk, life));
      await Promise.race([stopped, journal.resolve(id, [0])]);
      life.left = 0;
      await start().settle();
      const made = server.person('p1').summary === 'mine';
      const open = disk.all().flatMap((entry) => (entry.listed ? [entry.id] : []));
      expect(open, `${left}`).toEqual(made ? [] : [id]);
      ends.add(made ? 'made' : 'open');
    }
    expect([...ends].sort()).toEqual(['made', 'open']);
  });

  it('that waits once more when the network is gone again', async () => {
    const { journal, server, net, id } = await disputed();
    net.away = OFFLINE;
    expect((await journal.resolve(id, [0, 2]))?.state).toBe('queued');
    net.away = null;
    await journal.send();
    expect(server.person('p1')).toMatchObject({ summary: 'mine', fields: [{ value: '2' }] });
  });
});

it('What was made as wanted by somebody else meanwhile is no conflict, and is not taken back by Undo', async () => {
  const { start, edit, net, server } = desk();
  net.away = OFFLINE;
  const journal = start();
  const { id } = must(await journal.run(edit('p1', summary('old', 'new'), label('vip'))));
  server.other('p1', (one) => ({ ...one, summary: 'new' }));
  net.away = null;
  await journal.send();
  expect(server.person('p1')).toMatchObject({ summary: 'new', labels: ['vip'] });
  await journal.undo(id);
  expect(server.person('p1')).toMatchObject({ summary: 'new', labels: [] });
});

describe('an undo that left something', () => {
  const left = async () => {
    const made = desk();
    const journal = made.start();
    const { id } = must(await journal.run(made.edit('p1', summary('old', 'new'), label('vip'))));
    made.server.other('p1', (one) => ({ ...one, summary: 'theirs' }));
    await expect(journal.undo(id)).rejects.toMatchObject({ problem: { left: { count: 1, of: 2 } } });
    return { ...made, journal, id, undo: must(made.told.live[0] ?? null) };
  };

  it('lists what it left, and restores it over theirs where the agent says so', async () => {
    const { journal, undo, server, told, id, disk } = await left();
    expect(disputedIn(undo)).toMatchObject([{ change: { from: 'new', to: 'old' }, theirs: 'theirs' }]);
    await journal.resolve(undo.id, [disputedIn(undo)[0]?.step ?? -1]);
    expect(server.person('p1')).toMatchObject({ summary: 'old', labels: [] });
    expect(told.live).toEqual([]);
    expect((await disk.get(id))?.state).toBe('undone');
  });

  it('leaves it where the agent says so', async () => {
    const { journal, undo, server, told } = await left();
    expect(await journal.resolve(undo.id, [])).toBeNull();
    expect(server.person('p1').summary).toBe('theirs');
    expect(told.live).toEqual([]);
  });

  it('is in dispute no more when it was asked for again and went', async () => {
    const { journal, server, told, id } = await left();
    server.other('p1', (one) => ({ ...one, summary: 'new' }));
    await journal.undo(id);
    expect(told.live).toEqual([]);
  });
});

it('What an undo did not try, since whoever was merged could not come back, is in no dispute, and goes when that is settled', async () => {
  const { start, made, server, told } = desk([{}, {}]);
  server.state.tickets.set('p2', ['t1']);
  const journal = start();
  const { id } = must(
    await journal.run(
      made(
        [
          { type: 'person.hide', person: 'p2', into: 'p1', from: false, to: true },
          { type: 'ticket.move', person: 'p2', items: ['t1'], from: 'p2', to: 'p1' },
        ],
        { action: 'merge', others: ['p2'] },
      ),
    ),
  );
  server.state.hidden.clear();
  await expect(journal.undo(id)).rejects.toMatchObject({ problem: { left: { count: 2, of: 2 } } });
  const undo = must(told.live[0] ?? null);
  expect(disputedIn(undo).map(({ change }) => change.type)).toEqual(['person.hide']);
  server.state.hidden.set('p2', 'p1');
  await journal.undo(id);
  expect([server.state.hidden.size, server.state.tickets.get('p2')]).toEqual([0, ['t1']]);
  expect(told.live).toEqual([]);
});
