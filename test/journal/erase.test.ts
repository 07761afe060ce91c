// Of somebody who was deleted for good the journal keeps that it was done, and nothing about them.
import { expect, it } from 'vitest';
import { address } from '@/test/support/people';
import { canTryAgain, canUndo } from '@/utils/journal';
import { desk, label, must, OFFLINE, summary } from './desk';

const erase = { type: 'person.erase', person: 'p1', version: '1' } as const;
const ban = { type: 'address.ban', person: 'p1', address: address('anna@example.com'), from: false, to: true } as const;

it('What was written down about somebody goes with them, in every entry; none of it can be undone or tried again', async () => {
  const { start, edit, made, clock, disk, server } = desk([{}, {}, {}]);
  const journal = start();
  const edited = must(await journal.run(edit('p1', summary('old', 'A private word'))));
  await journal.run(edit('p1', label('vip')));
  const undone = must(await journal.run(edit('p1', label('late'))));
  await journal.undo(undone.id);
  const taken = { action: 'edit-address', input: { from: null, to: { address: 'taken@example.com' } } } as never;
  await journal.run(edit('p1', taken)).catch(() => null);
  const other = must(await journal.run(edit('p3', summary('old', 'of somebody else'))));
  await journal.run(edit('p2', summary('old', 'A private word of who was merged in')));
  const hide = { type: 'person.hide', person: 'p2', into: 'p1', from: false, to: true } as const;
  await journal.run(made([hide], { action: 'merge', others: ['p2'] }));
  await journal.plan({ ...edit('p1', summary('A private word', 'x')), chosen: [summary('A private word', 'x')] });
  const { id } = must(await journal.run(made([ban, erase], { action: 'delete-and-ban' })));
  clock.now += 10_000;
  await journal.due();
  expect(server.state.people.has('p1')).toBe(false);
  const about = disk.all().filter(({ person, others }) => person !== 'p3' || others?.includes('p1'));
  expect(about).toHaveLength(8);
  expect(about.filter((entry) => canUndo(entry) || canTryAgain(entry))).toEqual([]);
  expect(about.filter((entry) => entry.id !== id).flatMap(({ steps }) => steps)).toEqual([]);
  expect(JSON.stringify(about)).not.toMatch(/private|Keller|anna@|taken@|vip/);
  expect(about.find((entry) => entry.id === id)).toMatchObject({ state: 'done', action: 'delete-and-ban' });
  expect((await disk.get(other.id))?.steps[0]?.change).toMatchObject({ to: 'of somebody else' });
  await expect(journal.undo(edited.id)).rejects.toMatchObject({ problem: { kind: 'missing' } });
});

it('What still waited for somebody who is gone is not sent any more', async () => {
  const { start, edit, made, clock, net, server, told } = desk();
  const journal = start();
  await journal.run(made([erase], { action: 'delete' }));
  clock.now += 10_000;
  const reads = server.state.hooks;
  // The edit is asked for in the very moment in which the deletion runs.
  server.state.hooks = {
    ...reads,
    at: async (when, change) => {
      if (change.type === 'person.erase' && when === 'before') net.away = null;
      await reads.at?.(when, change);
    },
  };
  const due = journal.due();
  const late = journal.run(edit('p1', label('late'))).catch(({ problem }) => problem.kind);
  await due;
  expect(await late).toBe('missing');
  net.away = OFFLINE;
  expect(told.live).toEqual([]);
});

it('Where the disk cannot be read at that moment, it is looked through later; nobody is told that the deletion failed', async () => {
  const { start, edit, made, clock, disk, server } = desk();
  const full: { broken: boolean } = { broken: false };
  const journal = start({
    ...disk,
    about: async (...who) => {
      if (full.broken) throw new Error('unreadable');
      return disk.about(...who);
    },
  });
  await journal.run(edit('p1', summary('old', 'A private word')));
  const { id } = must(await journal.run(made([erase], { action: 'delete' })));
  full.broken = true;
  clock.now += 10_000;
  await journal.due();
  expect(server.state.people.has('p1')).toBe(false);
  expect(JSON.stringify(disk.all())).toContain('private');
  full.broken = false;
  await start().settle();
  expect(JSON.stringify(disk.all())).not.toContain('private');
  expect(await disk.get(id)).toMatchObject({ state: 'done' });
});
