import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '@/utils/connectors/local/database';
import { migrations } from '@/utils/connectors/local/migrations';

// One entry for each version that was ever shipped: what is written in it, and how the newest version reads it.
const versions: Readonly<Record<number, (name: string) => Promise<void>>> = {
  1: async (name) => {
    const old = openDatabase(name, 1);
    await old.people.add({
      name: 'Anna',
      keys: ['anna@example.com'],
      names: ['anna'],
      emails: [],
      facts: { createdAt: '2026-11-21T00:00:00Z', creationSystem: 'panel' },
      revision: 1,
    });
    const ticket = { person: 1, number: '1', state: 'new', open: 1, createdAt: '2026-11-21', updatedAt: '2026-11-21' };
    await old.table('tickets').bulkAdd([
      { ...ticket, title: 'Fire', urgent: true },
      { ...ticket, title: 'Question' },
    ]);
    await old.changeLog.add({ person: 1, at: '2026-11-21', by: 'Jonas', field: 'label', from: null, to: 'vip' });
    old.close();
    const today = openDatabase(name);
    // Written before there was a journal: in no run of it, but there.
    expect(await today.changeLog.where('[entry+step]').above(['', 0]).count()).toBe(0);
    expect(await today.changeLog.where('[person+at]').equals([1, '2026-11-21']).count()).toBe(1);
    expect([await today.bin.count(), await today.touched.count()]).toEqual([0, 0]);
    const urgent = today.tickets.where('[person+open+urgent+updatedAt]').equals([1, 1, 1, '2026-11-21']);
    expect((await urgent.toArray()).map(({ title }) => title)).toEqual(['Fire']);
    expect((await today.people.where('keys').equals('anna@example.com').toArray()).map((row) => row.name)).toEqual([
      'Anna',
    ]);
    today.close();
  },
  2: async (name) => {
    const old = openDatabase(name, 2);
    const line = { person: 1, at: '2026-11-21', by: '', field: 'label', from: null, to: 'vip' };
    await old.changeLog.add({ ...line, entry: 'an entry', step: 1, made: { id: '1', version: '2' } });
    const gone = { person: 1, text: 'Hello', author: '', createdAt: '2026-11-21', id: 4 };
    await old.bin.add({ key: 'note:4', kind: 'note', at: '2026-11-21', person: 1, note: gone, files: [] });
    await old.touched.add({ person: 1, until: 9 });
    await old.files.bulkAdd([
      { person: 1, profile: 1, name: 'plan.txt', size: 1, type: 'text/plain', createdAt: '2026-11-21' },
      { person: 1, name: 'on-a-note.txt', size: 1, type: 'text/plain', createdAt: '2026-11-21' },
    ]);
    old.close();
    const today = openDatabase(name);
    const made = await today.changeLog.where('[entry+step]').equals(['an entry', 1]).first();
    expect(made?.made).toEqual({ id: '1', version: '2' });
    expect(await today.bin.where('person').equals(1).toArray()).toMatchObject([{ note: gone }]);
    expect(await today.touched.toArray()).toEqual([{ seq: 1, person: 1, until: 9 }]);
    const files = today.files.where('[profile+createdAt]').between([1, ''], [1, '9']);
    expect((await files.toArray()).map((file) => file.name)).toEqual(['plan.txt']);
    expect(await today.merged.count()).toBe(0);
    today.close();
  },
  3: async (name) => {
    const old = openDatabase(name, 3);
    const facts = { createdAt: '2026-11-21', creationSystem: 'panel' };
    const row = { id: 2, name: 'Anne', keys: [], names: [], emails: [], orgs: [7], facts, revision: 4 };
    const hidden = { id: 2, into: 1, at: '2026-11-22', row, shared: [] };
    await old.merged.add(hidden);
    old.close();
    const today = openDatabase(name);
    expect(await today.merged.where('into').equals(1).toArray()).toEqual([hidden]);
    expect(await today.merged.where('row.orgs').equals(7).primaryKeys()).toEqual([2]);
    today.close();
  },
};

describe('A book of an older version', () => {
  afterEach(() => openDatabase('old-book').delete());

  it('has a test for each version, and versions only count up', () => {
    const shipped = migrations.map(({ version }) => version);
    expect(Object.keys(versions).map(Number)).toEqual(shipped);
    expect(shipped).toEqual(shipped.map((_, index) => index + 1));
  });

  it.each(migrations.map(({ version }) => version))(
    '%s opens in the newest one with all that was in it',
    async (version) => {
      await versions[version]?.('old-book');
      expect.hasAssertions();
    },
  );

  it('has a place for all that a book is going to hold', async () => {
    const database = openDatabase('old-book');
    await database.open();
    expect(database.tables.map(({ name }) => name).sort()).toEqual([
      'activity',
      'bans',
      'bin',
      'blobs',
      'changeLog',
      'charges',
      'chats',
      'counts',
      'customFields',
      'files',
      'groups',
      'importPieces',
      'imports',
      'merged',
      'notes',
      'organisations',
      'people',
      'signIns',
      'teams',
      'tickets',
      'touched',
    ]);
    database.close();
  });
});
