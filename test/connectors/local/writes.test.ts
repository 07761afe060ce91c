import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { address } from '@/test/connectors/contract';
import type { Change, Stamp } from '@/utils/changes/types';
import { loadSample } from '@/utils/connectors/local';
import { clearBin } from '@/utils/connectors/local/bin';
import { bookDatabase } from '@/utils/connectors/local/database';
import { connection, emptyBooks, everything, stage } from './book';
import { importFile } from './import-steps';
import { create, refused, run } from './writing';

beforeEach(emptyBooks);
afterAll(emptyBooks);

const own = () => bookDatabase('own');
const stamp: Stamp = { entry: 'entry', step: 2, at: '2026-11-21T08:00:00.000Z' };

describe('The change log', () => {
  it('says in words what was changed, when, by whom and in which run', async () => {
    const id = await create({ addresses: ['anna@example.com'] });
    await own().groups.add({ id: 1, name: 'Newsletter' });
    await own().customFields.add({ id: 1, title: 'Products', type: 'choices', choices: ['Shop', 'Labels'], order: 1 });
    const b = { address: address('b@example.com') };
    const { id: ticket } = await run({ type: 'ticket.create', person: id, title: 'Light', text: '', urgent: false });
    const { id: note } = await run({ type: 'note.add', person: id, text: 'Hello', files: [], again: null });
    await own().changeLog.clear();
    const nord = { id: null, name: 'Nord' };
    const chef = { position: 'Chef', manager: false };
    const changes: readonly Change[] = [
      { type: 'person.set', person: id, field: 'name', from: 'Anna', to: 'Änne' },
      { type: 'person.set', person: id, field: 'autoReplies', from: true, to: false },
      { type: 'person.set', person: id, field: 'language', from: null, to: 'vi' },
      { type: 'person.set', person: id, field: 'summary', from: '', to: 'x'.repeat(2_000) },
      { type: 'email.set', person: id, at: 1, from: null, to: b },
      { type: 'email.set', person: id, at: 1, from: b, to: { ...b, label: 'Shop' } },
      { type: 'email.primary', person: id, from: address('anna@example.com'), to: b.address },
      { type: 'contact.set', person: id, at: 0, from: null, to: { type: 'phone', label: 'Work', value: '123' } },
      {
        type: 'contact.set',
        person: id,
        at: 0,
        from: { type: 'phone', label: 'Work', value: '123' },
        to: { type: 'phone', label: 'Home', value: '123' },
      },
      { type: 'custom.set', person: id, field: '1', from: null, to: 'Shop\nLabels' },
      { type: 'label.set', person: id, label: 'vip', at: 0, from: false, to: true },
      { type: 'group.set', person: id, group: '1', from: false, to: true },
      { type: 'membership.set', person: id, organisation: nord, at: 0, from: null, to: chef },
      { type: 'membership.set', person: id, organisation: nord, at: 0, from: chef, to: { ...chef, position: 'Boss' } },
      {
        type: 'membership.set',
        person: id,
        organisation: nord,
        at: 0,
        from: { ...chef, position: 'Boss' },
        to: { position: 'Boss', manager: true },
      },
      { type: 'note.set', person: id, note, from: 'Hello', to: 'Bye' },
      { type: 'ticket.state', person: id, ticket, from: 'new', to: 'waiting-us' },
      { type: 'ticket.urgent', person: id, ticket, from: false, to: true },
      { type: 'ticket.notify', person: id, ticket, from: null, to: address('anna@example.com') },
    ];
    for (const change of changes) await run(change, stamp);
    const rows = await own().changeLog.toArray();
    expect(rows.map(({ field, which = '', from, to }) => [field, which, from, to])).toEqual([
      ['name', '', 'Anna', 'Änne'],
      ['auto-replies', '', 'true', 'false'],
      ['language', '', null, 'vi'],
      ['summary', '', null, `${'x'.repeat(1_000)}…`],
      ['address', '', null, 'b@example.com'],
      ['address', '', 'b@example.com', 'b@example.com (Shop)'],
      ['primary', '', 'anna@example.com', 'b@example.com'],
      ['contact', 'phone', null, '123'],
      ['contact', 'phone', '123 (Work)', '123 (Home)'],
      ['custom', 'Products', null, 'Shop\nLabels'],
      ['label', '', null, 'vip'],
      ['group', '', null, 'Newsletter'],
      ['organisation', '', null, 'Nord'],
      ['organisation', 'Nord', 'Chef', 'Boss'],
      ['organisation', 'Nord', null, 'true'],
      ['note', '', 'Hello', 'Bye'],
      ['ticket', '1', 'new', 'waiting-us'],
      ['ticket', '1', 'false', 'true'],
      ['ticket', '1', null, 'anna@example.com'],
    ]);
    for (const row of rows) expect(row).toMatchObject({ by: '', person: Number(id), ...stamp });
  });
});

describe('The list of those whom search has to read anew', () => {
  const touched = async () => (await own().touched.toArray()).map(({ seq: _, ...row }) => row);

  it('names who was made, changed in what search knows, or deleted', async () => {
    const id = await create();
    const person = Number(id);
    await run({ type: 'label.set', person: id, label: 'vip', at: 0, from: false, to: true });
    const made = await run({ type: 'ticket.create', person: id, title: 'Light', text: '', urgent: false });
    expect(await touched()).toEqual([{ person }, { person }, { person }]);
    await run({ type: 'note.add', person: id, text: 'Hello', files: [], again: null });
    await run({ type: 'ticket.state', person: id, ticket: made.id, from: 'new', to: 'hold' });
    expect(await refused({ type: 'label.set', person: id, label: 'vip', at: 0, from: false, to: true })).toMatchObject({
      kind: 'conflict',
    });
    expect(await touched()).toHaveLength(3);
    const other = await create({ name: 'Ben' });
    await run({ type: 'person.delete', person: other, version: '1' });
    expect((await touched()).slice(3)).toEqual([{ person: Number(other) }, { person: Number(other) }]);
  });

  it('has one row for all people of an import, and of the sample', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `P${index},p${index}@example.com`).join('\n');
    await importFile(`Name,Email\n${rows}\n`);
    const ids = await own().people.toCollection().primaryKeys();
    expect(await touched()).toEqual([{ person: ids[0], until: (ids.at(-1) ?? 0) + 1 }]);
    const count = await loadSample(new Date('2026-11-21T12:00:00Z'));
    expect(await bookDatabase('sample').touched.toArray()).toEqual([{ seq: 1, person: 1, until: count + 1 }]);
  });
});

describe('A full disk', () => {
  it.each(['people', 'changeLog', 'touched', 'notes', 'files', 'blobs'])(
    'that shows while %s are written leaves nothing half, and says so',
    async (store) => {
      const id = await create();
      const files = [await stage('The plan')];
      const before = await everything('own');
      const change: Change = ['people', 'touched', 'changeLog'].includes(store)
        ? { type: 'label.set', person: id, label: 'vip', at: 0, from: false, to: true }
        : { type: 'note.add', person: id, text: 'Hello', files, again: null };
      const spies = (['add', 'put'] as const).map((method) => {
        const write = IDBObjectStore.prototype[method];
        return vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...row) {
          if (this.name === store) throw new DOMException('full', 'QuotaExceededError');
          return write.apply(this, row);
        });
      });
      const problem = await refused(change);
      for (const spy of spies) spy.mockRestore();
      expect(problem).toMatchObject({ kind: 'storage-full', connection: 'own-book', call: change.type });
      expect(await everything('own')).toEqual(before);
      // What was handed over is still there for the next try.
      await run(change);
    },
  );
});

describe('The bin', () => {
  it('keeps what was taken away for half a year, then that goes with its bytes', async () => {
    const id = await create();
    const note = await run({ type: 'note.add', person: id, text: 'Hello', files: [await stage('a')], again: null });
    const file = await run({ type: 'file.add', person: id, file: await stage('b'), again: null });
    const gone = { id: note.id, author: '', text: 'Hello', createdAt: '', files: [] };
    await run({ type: 'note.remove', person: id, note: gone }, stamp);
    const plan = { id: file.id, name: 'plan.txt', size: 1, type: 'text/plain' };
    await run({ type: 'file.remove', person: id, file: plan }, { ...stamp, at: '2026-11-23T08:00:00.000Z' });
    expect(await own().blobs.count()).toBe(2);
    expect(await clearBin(own(), new Date('2027-05-20T07:00:00Z'))).toBe(0);
    expect(await clearBin(own(), new Date('2027-05-20T09:00:00Z'))).toBe(1);
    expect(await own().blobs.toCollection().primaryKeys()).toEqual([Number(file.id)]);
    expect(await refused({ type: 'note.add', person: id, text: '', files: [], again: gone })).toMatchObject({
      kind: 'missing',
    });
    await run({ type: 'file.add', person: id, file: null, again: plan });
  });

  it('is looked through before the first write after a start', async () => {
    const id = await create();
    const old = {
      key: 'address:1:',
      kind: 'address',
      person: 1,
      at: '2020-01-01T00:00:00.000Z',
      sharedWith: [],
    } as const;
    await own().bin.bulkAdd([old, { ...old, key: 'address:2:', at: stamp.at }]);
    vi.resetModules();
    const anew = await import('@/utils/connectors/local');
    const session = await anew.local.open(connection('own'));
    await session.writes['note.add']?.({ type: 'note.add', person: id, text: 'Hi', files: [], again: null }, stamp);
    // Left as it was found: files that run later in this thread use the same handle.
    (await import('@/utils/connectors/local/database')).bookDatabase('own').close({ disableAutoOpen: false });
    expect(await own().bin.toCollection().primaryKeys()).toEqual(['address:2:']);
  });

  it('is emptied in portions', async () => {
    const row = { kind: 'address', person: 1, at: '2020-01-01T00:00:00.000Z', sharedWith: [] } as const;
    await own().bin.bulkAdd(Array.from({ length: 450 }, (_, index) => ({ ...row, key: `address:1:${index}` })));
    expect([await clearBin(own()), await clearBin(own()), await clearBin(own()), await clearBin(own())]).toEqual([
      200, 200, 50, 0,
    ]);
  });
});
