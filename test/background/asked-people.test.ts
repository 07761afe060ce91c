import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openMessage } from '@/test/support/messages';
import { found, note, partyOf } from '@/test/support/people';
import { gate, memoryCache, place } from '@/test/support/places';
import { rooms, TAB } from '@/test/support/rooms';
import { stub } from '@/test/support/stand-in';
import { quietly } from '@/utils/background/quietly';
import type { Found } from '@/utils/connectors/types';
import type { Place } from '@/utils/lookup/find';
import { ProblemError } from '@/utils/problem';
import { readSettings } from '@/utils/settings/store';

const opened = (mail: string) => ({
  state: 'open' as const,
  message: openMessage([partyOf(mail, mail)], { conversation: mail }),
});
const record = (connection: string, id: string, mail = 'anna@example.com') =>
  found({ name: `${connection} ${id}`, mail, ref: { connection, id } });
const anna = record('book', '1');
const get = async () => anna.person;

describe('a record opened from search', () => {
  it('is never drawn with what was answered for the message before', async () => {
    const find = async (mail: string) => (mail === 'ben@example.com' ? [record('book', '2', mail)] : [anna]);
    const { read, lookups, view, drawn } = rooms([place('book', { find, get })]);
    await read(opened('ben@example.com'));
    await lookups.person(TAB, anna.person.ref);
    expect((await view()).shown).toEqual(anna.person.ref);
    for (const { subject, answers } of drawn) {
      for (const { person } of answers.flatMap(({ matches }) => matches)) {
        expect(person.emails[0]?.address).toBe(subject?.party.address);
      }
    }
  });

  it('stays that record, although another server answers first', async () => {
    const slow = gate<Found[]>();
    const { lookups, view } = rooms([
      place('book', { find: () => slow.promise, get }),
      place('rt', { find: async () => [record('rt', '9')] }),
    ]);
    const opening = lookups.person(TAB, anna.person.ref);
    await expect.poll(async () => (await view()).answers[1]?.state).toBe('answered');
    expect((await view()).shown).toEqual(anna.person.ref);
    slow.open([anna]);
    await opening;
    expect((await view()).shown).toEqual(anna.person.ref);
  });

  it('gives way to a message that was opened while it was being fetched', async () => {
    const slow = gate<Found['person']>();
    const find = async (mail: string) => (mail === 'ben@example.com' ? [record('book', '2', mail)] : [anna]);
    const { read, lookups, view, tabs } = rooms([place('book', { find, get: () => slow.promise })]);
    const opening = lookups.person(TAB, anna.person.ref);
    await read(opened('ben@example.com'));
    slow.open(anna.person);
    await opening;
    expect((await view()).subject?.party.address).toBe('ben@example.com');
    expect((await tabs.get(TAB)).picked).toBe(false);
  });

  it('without any address is shown alone, and again when it is asked again', async () => {
    const bare = found({ name: 'Kim', ref: { connection: 'book', id: '5' } });
    const kim = { ...bare.person, emails: [] };
    const { lookups, view } = rooms([place('book', { get: async () => kim })]);
    await lookups.person(TAB, kim.ref);
    expect(await view()).toMatchObject({ shown: kim.ref, answers: [{ matches: [{ person: { name: 'Kim' } }] }] });
    await lookups.again(TAB);
    expect(await view()).toMatchObject({ shown: kim.ref, answers: [{ matches: [{ person: { name: 'Kim' } }] }] });
  });
});

describe('a pick among several', () => {
  it('holds, although a slow server answers after it', async () => {
    const slow = gate<Found[]>();
    const { read, lookups, view } = rooms([
      place('book', { find: async () => [record('book', '1'), record('book', '2')] }),
      place('rt', { find: () => slow.promise }),
    ]);
    const reading = read(opened('anna@example.com'));
    await expect.poll(async () => (await view()).answers[0]?.state).toBe('answered');
    await lookups.pick(TAB, { connection: 'book', id: '2' });
    slow.open([record('rt', '9')]);
    await reading;
    expect((await view()).shown).toEqual({ connection: 'book', id: '2' });
  });

  it('of a list that is no longer there picks nobody', async () => {
    const find = async (mail: string) => (mail === 'ben@example.com' ? [record('book', '7', mail)] : []);
    const { read, lookups, view, tabs } = rooms([place('book', { find })]);
    await read(opened('ben@example.com'));
    await expect(lookups.pick(TAB, { connection: 'book', id: '2' })).rejects.toThrow(ProblemError);
    expect((await view()).shown).toEqual({ connection: 'book', id: '7' });
    expect((await tabs.get(TAB)).picked).toBe(false);
  });

  it('can still be made after the rest was cancelled', async () => {
    const { read, lookups, view } = rooms([
      place('book', { find: async () => [record('book', '1'), record('book', '2')] }),
      place('rt', { find: () => gate<Found[]>().promise }),
    ]);
    quietly(read(opened('anna@example.com')));
    await expect.poll(async () => (await view()).answers[0]?.state).toBe('answered');
    await lookups.cancel(TAB);
    await lookups.pick(TAB, { connection: 'book', id: '2' });
    expect((await view()).shown).toEqual({ connection: 'book', id: '2' });
  });
});

describe('cancelling', () => {
  it('ends the looking, and not the reading of who was found', async () => {
    const slow = gate<Awaited<ReturnType<NonNullable<Place['session']['reads']['notes']>>>>();
    const { read, lookups, view } = rooms([
      place('book', { find: async () => [anna], reads: { notes: () => slow.promise } }),
      place('rt', { find: () => gate<Found[]>().promise }),
    ]);
    quietly(read(opened('anna@example.com')));
    await expect.poll(async () => (await view()).shown).toEqual(anna.person.ref);
    const cancelling = lookups.cancel(TAB);
    slow.open({ items: [note()], total: 1 });
    await cancelling;
    const [book, rt] = (await view()).answers;
    expect(rt?.state).toBe('failed');
    expect(book?.matches[0]?.profile?.notes?.state).toBe('read');
  });
});

describe('a broken memory of answers', () => {
  it('keeps nobody from being found', async () => {
    const fail = () => Promise.reject(new Error('disk'));
    const broken = { ...memoryCache(), get: fail, put: fail, change: fail };
    const reads = { notes: async () => ({ items: [note()], total: 1 }) };
    const remote = place('rt', { local: false, find: async () => [record('rt', '9')], reads });
    const { read, view } = rooms([remote], broken);
    await read(opened('anna@example.com'));
    expect((await view()).answers[0]?.matches[0]?.profile?.notes?.state).toBe('read');
  });
});

describe('a text that names nobody', () => {
  it('goes to the search field, and takes nobody away', async () => {
    const { read, lookups, view } = rooms([place('book', { find: async () => [anna] })]);
    await read(opened('anna@example.com'));
    await lookups.query(TAB, '  Anna Keller  ');
    expect(await view()).toMatchObject({ shown: anna.person.ref, query: { text: 'Anna Keller' } });
    await read(opened('ben@example.com'));
    expect((await view()).query).toBeUndefined();
  });
});

describe('a private window', () => {
  const incognito = () => stub(fakeBrowser.tabs, 'get', async () => ({ id: TAB, windowId: 1, incognito: true }));

  it('leaves nobody among the recent people and nothing in the memory of answers', async () => {
    incognito();
    const put = vi.fn();
    const remote = place('rt', { local: false, find: async () => [record('rt', '9')] });
    const { read } = rooms([remote], { ...memoryCache(), put });
    await read(opened('anna@example.com'));
    expect((await readSettings()).recent).toEqual([]);
    expect(put).not.toHaveBeenCalled();
  });

  it('keeps a half-filled form in its panel and not on disk', async () => {
    incognito();
    const { read, creating, lookups, view } = rooms([place('book')]);
    await read(opened('anna@example.com'));
    const draft = { name: 'A', address: 'anna@example.com', organisation: '', connection: 'book' };
    await creating.keepDraft(TAB, draft);
    await lookups.again(TAB);
    expect((await view()).draft).toEqual(draft);
    expect((await readSettings()).drafts).toEqual({});
  });

  it('that is closed while somebody is looked up remembers nobody either', async () => {
    const { lookups, ask } = rooms([place('book', { find: async () => [found()] })]);
    stub(fakeBrowser.tabs, 'get', async () => {
      lookups.forget(TAB);
      throw new Error(`No tab with id: ${TAB}.`);
    });
    await ask('anna@example.com');
    expect((await readSettings()).recent).toEqual([]);
  });
});
