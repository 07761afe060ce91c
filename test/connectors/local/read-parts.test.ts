import { beforeEach, describe, expect, it } from 'vitest';
import { emptyBooks, openBook } from './book';
import { addPerson, minute, own } from './rows';

beforeEach(emptyBooks);

const file = (person: number, name: string, at: number, more: object = {}) => ({
  person,
  name,
  size: 3,
  type: 'text/plain',
  createdAt: minute(at),
  ...more,
});

describe('The files of a profile', () => {
  it('are those on the profile, not those on its notes, newest first', async () => {
    const anna = await addPerson('Anna');
    const other = await addPerson('Ben');
    await own().files.bulkAdd([
      file(anna, 'old.txt', 1, { profile: anna }),
      file(anna, 'new.txt', 2, { profile: anna }),
      file(anna, 'on-a-note.txt', 3),
      file(other, 'foreign.txt', 4, { profile: other }),
    ]);
    const session = await openBook('own');
    expect(await session.reads.files?.(String(anna), { limit: 1 })).toMatchObject({
      items: [{ name: 'new.txt', size: 3, type: 'text/plain', createdAt: minute(2) }],
      total: 2,
    });
  });

  it('give their bytes with the type they were kept with', async () => {
    const anna = await addPerson('Anna');
    const id = await own().files.add(file(anna, 'a.txt', 1, { type: 'text/markdown' }));
    await own().blobs.add({ id, content: new Blob(['abc']) });
    const blob = await (await openBook('own')).reads.file?.(String(id));
    expect([await blob?.text(), blob?.type, blob?.size]).toEqual(['abc', 'text/markdown', 3]);
  });

  it('are missing where there is no such file, or no bytes of it', async () => {
    const id = await own().files.add(file(1, 'a.txt', 1));
    const session = await openBook('own');
    for (const one of [String(id), '999', 'x']) {
      await expect(session.reads.file?.(one)).rejects.toMatchObject({
        problem: { kind: 'missing', connection: 'own-book', call: 'file' },
      });
    }
  });
});

describe('The notes of a person', () => {
  it('say when they were edited, and when their files came', async () => {
    const anna = await addPerson('Anna');
    const id = await own().files.add(file(anna, 'a.txt', 1));
    await own().notes.bulkAdd([
      { person: anna, author: '', text: 'First', createdAt: minute(1), files: [id, 999] },
      { person: anna, author: 'Jonas', text: 'Second', createdAt: minute(2), editedAt: minute(9) },
    ]);
    const part = await (await openBook('own')).reads.notes?.(String(anna), { limit: 5 });
    expect(part).toEqual({
      items: [
        { id: '2', author: 'Jonas', text: 'Second', createdAt: minute(2), editedAt: minute(9), files: [] },
        {
          id: '1',
          author: '',
          text: 'First',
          createdAt: minute(1),
          files: [{ id: String(id), name: 'a.txt', size: 3, type: 'text/plain', createdAt: minute(1) }],
        },
      ],
      total: 2,
    });
  });
});

describe('The chats of a person', () => {
  it('are listed newest first, with the agent’s name where there still is one', async () => {
    const anna = await addPerson('Anna');
    const agent = await addPerson('Priya Raman', { kind: 'agent' });
    await own().chats.bulkAdd([
      { person: anna, at: minute(1), subject: 'Old', lines: [] },
      {
        person: anna,
        at: minute(3),
        endedAt: minute(5),
        agent,
        subject: 'Printer',
        lines: [
          { by: 'person', at: minute(3), text: 'It is dark.' },
          { by: 'agent', at: minute(4), text: 'Is it on?' },
        ],
      },
      { person: anna, at: minute(2), agent: 999, subject: 'Gone agent', lines: [] },
    ]);
    const session = await openBook('own');
    const part = await session.reads.chats?.(String(anna), { limit: 5 });
    expect(part?.items.map(({ subject, agent: name }) => [subject, name])).toEqual([
      ['Printer', 'Priya Raman'],
      ['Gone agent', null],
      ['Old', null],
    ]);
    expect(part?.items[0]).toMatchObject({
      endedAt: minute(5),
      lines: [
        { by: 'person', text: 'It is dark.' },
        { by: 'agent', text: 'Is it on?' },
      ],
    });
    expect(await session.reads.chats?.(String(anna), { limit: 1 })).toMatchObject({
      items: [{ subject: 'Printer' }],
      total: 3,
    });
  });
});

describe('The details of a record', () => {
  it('tell how it came to be, and the sign-ins newest first, with the browser that was let in last', async () => {
    const facts = {
      createdAt: minute(1),
      creationSystem: 'web',
      confirmed: true,
      lastLoginAt: minute(3),
      lastSeenAt: minute(8),
    };
    const anna = await addPerson('Anna', { facts });
    await own().signIns.bulkAdd([
      { person: anna, at: minute(2), browser: 'Firefox on Linux', ok: true },
      { person: anna, at: minute(3), browser: 'Safari on iPad', ip: '198.51.100.7', ok: true },
      { person: anna, at: minute(4), browser: 'Somebody else’s', ok: false },
      { person: anna + 1, at: minute(9), browser: 'Foreign', ok: true },
    ]);
    const session = await openBook('own');
    expect(await session.reads.details?.(String(anna), { limit: 2 })).toEqual({
      ...facts,
      browser: 'Safari on iPad',
      signIns: {
        items: [
          { id: '3', at: minute(4), browser: 'Somebody else’s', ok: false },
          { id: '2', at: minute(3), browser: 'Safari on iPad', ip: '198.51.100.7', ok: true },
        ],
        total: 3,
      },
    });
  });

  it('leave out what is not known, and are missing without the person', async () => {
    const anna = await addPerson('Anna');
    const session = await openBook('own');
    expect(await session.reads.details?.(String(anna), { limit: 2 })).toEqual({
      createdAt: minute(0),
      creationSystem: 'panel',
      confirmed: null,
      lastLoginAt: null,
      lastSeenAt: null,
      browser: null,
      signIns: { items: [], total: 0 },
    });
    await expect(session.reads.details?.('999', { limit: 2 })).rejects.toMatchObject({
      problem: { kind: 'missing', call: 'details' },
    });
  });
});
