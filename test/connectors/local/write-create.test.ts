import { beforeEach, describe, expect, it } from 'vitest';
import { address } from '@/test/connectors/contract';
import type { NewPerson } from '@/utils/changes/types';
import { bookDatabase } from '@/utils/connectors/local/database';
import { dump, emptyBooks, everything, openBook, stage } from './book';
import { create, refused, rowOf, run } from './writing';

beforeEach(emptyBooks);

const own = () => bookDatabase('own');

describe('A new person', () => {
  it('can have all that a record holds from the start', async () => {
    await own().groups.bulkAdd([{ name: 'Newsletter' }, { name: 'Beta' }]);
    await own().customFields.bulkAdd([
      { title: 'Seats', type: 'number', order: 1 },
      { title: 'Products', type: 'choices', choices: ['Shop', 'Labels'], order: 2 },
    ]);
    const id = await create({
      name: ' Anna  Keller ',
      addresses: ['anna@example.com', 'shop@example.com'],
      organisation: { create: 'Bauer' },
      position: 'Cellar',
      fields: [
        { type: 'phone', label: 'Work', value: ' 123 ' },
        { type: 'number', value: '6', custom: true, id: '1' },
        { type: 'choices', value: 'Labels\nShop', custom: true, id: '2' },
      ],
      labels: ['vip', ' vip ', 'net 30'],
      groups: ['2', '1'],
      summary: 'Short answers.',
      timezone: 'Europe/Berlin',
      language: 'de',
    });
    expect(await (await openBook('own')).get(id)).toMatchObject({
      name: 'Anna Keller',
      emails: [
        { address: 'anna@example.com', primary: true },
        { address: 'shop@example.com', primary: false },
      ],
      memberships: [{ name: 'Bauer', position: 'Cellar' }],
      fields: [
        { type: 'phone', label: 'Work', value: '123' },
        { label: 'Seats', value: '6' },
        { label: 'Products', value: 'Labels\nShop' },
      ],
      labels: ['vip', 'net 30'],
      groups: [{ name: 'Newsletter' }, { name: 'Beta' }],
      summary: 'Short answers.',
      timezone: 'Europe/Berlin',
      language: 'de',
    });
    expect(await own().people.where('labels').equals('net 30').count()).toBe(1);
    expect(await own().people.where('orgs').equals(1).count()).toBe(1);
  });

  it('has only what was given: nothing empty is kept', async () => {
    const id = await create({
      summary: ' ',
      labels: [],
      groups: [],
      fields: [],
      timezone: '',
      organisation: { create: '' },
    });
    expect(Object.keys(await rowOf(id)).sort()).toEqual(['emails', 'facts', 'id', 'keys', 'name', 'names', 'revision']);
  });

  it.each<[string, Partial<NewPerson>, string]>([
    ['a banned address', { addresses: [address('x@banned.example.com')] }, 'forbidden'],
    ['an endless name', { name: 'x'.repeat(501) }, 'invalid'],
    ['an endless summary', { summary: 'x'.repeat(50_001) }, 'invalid'],
    ['an empty label', { labels: [' '] }, 'invalid'],
    ['an unknown group', { groups: ['9'] }, 'missing'],
    ['an unknown zone', { timezone: 'Middle/Earth' }, 'invalid'],
    ['an unknown language', { language: '??' }, 'invalid'],
    ['an empty phone', { fields: [{ type: 'phone', value: ' ' }] }, 'invalid'],
    ['an unknown custom field', { fields: [{ type: 'text', value: 'x', custom: true, id: '9' }] }, 'missing'],
    ['a custom field that is none', { fields: [{ type: 'text', value: 'x', custom: true, id: '1' }] }, 'invalid'],
    ['an unknown organisation', { organisation: { id: '9' } }, 'missing'],
    ['an endless position', { organisation: { create: 'Nord' }, position: 'x'.repeat(501) }, 'invalid'],
  ])('with %s is not made, nor is anything else', async (_, draft, kind) => {
    await own().bans.add({ pattern: '*@banned.example.com', at: '2026-11-21T12:00:00Z' });
    await own().customFields.add({ title: 'Seats', type: 'number', order: 1 });
    const before = await everything('own');
    const person = { name: 'Anna', addresses: [], organisation: { create: 'Bauer' }, ...draft };
    expect(await refused({ type: 'person.create', person: null, draft: person })).toMatchObject({ kind });
    expect(await everything('own')).toEqual(before);
  });

  it('with an address that somebody has is not made: who it is is said', async () => {
    const owner = await create({ name: 'Anna', addresses: ['anna@example.com'] });
    const draft = { name: 'Ben', addresses: [address('b@example.com'), address('anna@example.com')] };
    expect(await refused({ type: 'person.create', person: null, draft })).toMatchObject({
      kind: 'conflict',
      detail: 'Anna',
      owner: { id: owner, name: 'Anna' },
    });
  });
});

describe('A person who is taken back', () => {
  it('leaves nothing: no name in the log, no removed note in the bin', async () => {
    const before = await dump('own');
    const id = await create({ name: 'Anna', addresses: ['anna@example.com'], organisation: { create: 'Bauer' } });
    const { id: note } = await run({
      type: 'note.add',
      person: id,
      text: 'Hi',
      files: [await stage('a')],
      again: null,
    });
    const removed = { id: note, author: '', text: 'Hi', createdAt: '', files: [] };
    await run({ type: 'note.remove', person: id, note: removed });
    await run({ type: 'person.delete', person: id, version: '1' });
    expect(await dump('own')).toEqual(before);
    expect(await own().blobs.count()).toBe(0);
    expect(await own().bin.toArray()).toEqual([]);
    expect(await own().changeLog.toArray()).toMatchObject([{ field: 'person', from: null, to: null }]);
  });

  it.each(['activity', 'a sign-in', 'a change by somebody else', 'a ticket', 'a file', 'a charge', 'a chat'])(
    'stays if there is %s by now',
    async (what) => {
      const id = await create();
      const [person, at] = [Number(id), '2026-11-21T12:00:00Z'];
      const file = { name: 'a.txt', size: 1, type: 'text/plain', createdAt: at };
      const ticket = { number: '1', title: 'Light', state: 'new', open: 1, createdAt: at, updatedAt: at } as const;
      if (what === 'activity') await own().activity.add({ person, at, what: 'wrote' });
      if (what === 'a sign-in') await own().signIns.add({ person, at, browser: 'Firefox', ok: true });
      if (what === 'a change by somebody else') {
        await own().changeLog.add({ person, at, by: 'Jonas', field: 'label', from: null, to: 'vip' });
      }
      if (what === 'a ticket') await own().tickets.add({ person, ...ticket });
      if (what === 'a file') await own().files.add({ person, ...file });
      if (what === 'a charge') await own().charges.add({ person, at, text: 'Work' });
      if (what === 'a chat') await own().chats.add({ person, at, subject: 'Light', lines: [] });
      const before = await everything('own');
      expect(await refused({ type: 'person.delete', person: id, version: '1' })).toMatchObject({ kind: 'conflict' });
      expect(await everything('own')).toEqual(before);
    },
  );

  it('stays if it was changed by now', async () => {
    const id = await create();
    await run({ type: 'label.set', person: id, label: 'vip', at: 0, from: false, to: true });
    expect(await refused({ type: 'person.delete', person: id, version: '1' })).toMatchObject({ kind: 'conflict' });
  });
});
