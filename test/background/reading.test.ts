import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openMessage, pageMessage } from '@/test/support/messages';
import { found, partyOf } from '@/test/support/people';
import { gate, place } from '@/test/support/places';
import { frame, rooms } from '@/test/support/rooms';
import { stub } from '@/test/support/stand-in';
import type { Found } from '@/utils/connectors/types';
import type { Reading } from '@/utils/people/message';
import type { Address } from '@/utils/people/types';

const from = (name: string, mail: string | null, conversation = mail ?? name): Reading => ({
  state: 'open',
  message: openMessage([partyOf(name, mail)], { conversation }),
});
const NOTHING: Reading = { state: 'nothing' };

function book(people: Readonly<Record<string, readonly Found[]>>) {
  const asked: string[] = [];
  const find = async (address: Address): Promise<Found[]> => {
    asked.push(address);
    return [...(people[address] ?? [])];
  };
  return { asked, place: place('book', { find }) };
}

const anna = found({ name: 'Anna Keller', mail: 'anna@example.com', ref: { connection: 'book', id: '1' } });
const ben = found({ name: 'Ben Adler', mail: 'ben@example.com', ref: { connection: 'book', id: '2' } });

describe('an opened message', () => {
  it('becomes the person who wrote it', async () => {
    const { read, view } = rooms([book({ 'anna@example.com': [anna] }).place]);
    await read(from('Anna', 'anna@example.com'));
    expect(await view()).toMatchObject({
      page: { state: 'open', site: 'gmail', host: 'mail.example.com' },
      subject: { party: { address: 'anna@example.com' }, role: 'from', origin: 'page' },
      shown: { connection: 'book', id: '1' },
    });
  });

  it('is never painted with the answer for the message before, however late that comes', async () => {
    const slow = gate<Found[]>();
    const find = (address: Address) => (address === 'anna@example.com' ? slow.promise : Promise.resolve([ben]));
    const { read, view, drawn } = rooms([place('book', { find })]);
    const first = read(from('Anna', 'anna@example.com'));
    await expect.poll(async () => (await view()).subject?.party.address).toBe('anna@example.com');
    await read(from('Ben', 'ben@example.com'));
    slow.open([anna]);
    await first;
    expect((await view()).shown).toEqual({ connection: 'book', id: '2' });
    for (const { subject, answers } of drawn) {
      for (const { person } of answers.flatMap(({ matches }) => matches)) {
        expect(person.emails[0]?.address).toBe(subject?.party.address);
      }
    }
  });

  it('in our own sample mailbox becomes its person too', async () => {
    const { read, view } = rooms([book({ 'anna@example.com': [anna] }).place]);
    await read(from('Anna', 'anna@example.com'), { url: 'moz-extension://0b5f/sample-mailbox.html' });
    expect(await view()).toMatchObject({ page: { host: '0b5f' }, shown: { id: '1' } });
  });

  it('read a second time is not looked up again', async () => {
    const { asked, place: one } = book({ 'anna@example.com': [anna] });
    const { read } = rooms([one]);
    await read(from('Anna', 'anna@example.com'));
    await read(from('Anna', 'anna@example.com'));
    expect(asked).toEqual(['anna@example.com']);
  });

  it('unfolded names more people, without asking for the writer again', async () => {
    const { asked, place: one } = book({ 'anna@example.com': [anna], 'ben@example.com': [ben] });
    const { read, view } = rooms([one]);
    const unfolded = openMessage([partyOf('Anna', 'anna@example.com')], { conversation: 'anna@example.com' });
    await read(from('Anna', 'anna@example.com'));
    const messages = unfolded.messages.map((each) => ({ ...each, cc: [partyOf('Ben', 'ben@example.com')] }));
    await read({ state: 'open', message: { ...unfolded, messages } });
    expect((await view()).others).toMatchObject([{ role: 'cc', known: { name: 'Ben Adler' } }]);
    expect(asked.filter((mail) => mail === 'anna@example.com')).toHaveLength(1);
  });

  it('closed again leaves nobody behind', async () => {
    const { read, view } = rooms([book({ 'anna@example.com': [anna] }).place]);
    await read(from('Anna', 'anna@example.com'));
    await read(NOTHING);
    expect(await view()).toMatchObject({ page: { state: 'none' }, subject: null, answers: [], shown: null });
  });

  it('in a frame counts, although the page around it has nothing open', async () => {
    const { read, view } = rooms([book({ 'anna@example.com': [anna] }).place]);
    await read(from('Anna', 'anna@example.com'), { frame: 3 });
    await read(NOTHING, { frame: 0 });
    expect((await view()).subject?.party.address).toBe('anna@example.com');
  });

  it('in a frame is gone when the page around it starts anew', async () => {
    const { read, readings, view } = rooms([book({ 'anna@example.com': [anna] }).place]);
    await read(from('Anna', 'anna@example.com'), { frame: 3 });
    await readings.started(frame());
    expect((await view()).subject).toBeNull();
  });

  it('that was told last is the one shown, although both were told at once', async () => {
    const { read, view } = rooms([book({ 'anna@example.com': [anna], 'ben@example.com': [ben] }).place]);
    await Promise.all([read(from('Anna', 'anna@example.com')), read(from('Ben', 'ben@example.com'))]);
    expect((await view()).shown).toEqual({ connection: 'book', id: '2' });
  });

  it('closed while it is being decided on leaves nobody, however slow the settings are read', async () => {
    const { read, view } = rooms([book({ 'anna@example.com': [anna] }).place]);
    const slow = gate<Record<string, unknown>>();
    stub(fakeBrowser.storage.local, 'get', () => slow.promise);
    const opened = read(from('Anna', 'anna@example.com'));
    const closed = read(NOTHING);
    await expect.poll(() => vi.mocked(fakeBrowser.storage.local.get).mock.calls.length).toBeGreaterThan(0);
    slow.open({});
    await Promise.all([opened, closed]);
    expect(await view()).toMatchObject({ page: { state: 'none' }, subject: null, shown: null });
    vi.restoreAllMocks();
  });

  it('that cannot be looked up shows nobody, and not the person before', async () => {
    const { read, view, places } = rooms([book({ 'anna@example.com': [anna] }).place]);
    await read(from('Anna', 'anna@example.com'));
    places.all.mockRejectedValueOnce(new Error('no disk'));
    await expect(read(from('Ben', 'ben@example.com'))).rejects.toThrow('no disk');
    expect(await view()).toMatchObject({ subject: null, answers: [], shown: null });
    await read(from('Ben', 'ben@example.com'));
    expect((await view()).subject?.party.address).toBe('ben@example.com');
  });

  it('that cannot even be decided on shows nobody, and not the person before', async () => {
    const { read, view } = rooms([book({ 'anna@example.com': [anna], 'ben@example.com': [ben] }).place]);
    await read(from('Anna', 'anna@example.com'));
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('no disk'));
    await expect(read(from('Ben', 'ben@example.com'))).rejects.toThrow('no disk');
    expect(await view()).toMatchObject({ subject: null, answers: [], shown: null });
    await read(from('Ben', 'ben@example.com'));
    expect((await view()).shown).toEqual({ connection: 'book', id: '2' });
    vi.restoreAllMocks();
  });

  it('without a sender shows nobody, and lists whom it names', async () => {
    const { read, view } = rooms([book({}).place]);
    const message = openMessage([], { messages: [pageMessage([], { to: [partyOf('Ben', 'ben@example.com')] })] });
    await read({ state: 'open', message });
    const now = await view();
    expect(now.subject).toBeNull();
    expect(now.page.state).toBe('open');
    expect(now.others).toMatchObject([{ party: { address: 'ben@example.com' }, role: 'to' }]);
  });

  it('with a name and no address asks nobody by address, and says so by the name alone', async () => {
    const { asked, place: one } = book({});
    const { read, view } = rooms([one]);
    await read(from('Kim Colleague', null));
    expect(asked).toEqual([]);
    expect((await view()).subject?.party).toEqual({ name: 'Kim Colleague', address: null, shown: '' });
  });

  it('that no strategy could read says so, and keeps nobody', async () => {
    const { read, view } = rooms([book({ 'anna@example.com': [anna] }).place]);
    await read(from('Anna', 'anna@example.com'));
    await read({ state: 'unknown', site: 'gmail' });
    expect(await view()).toMatchObject({ page: { state: 'unknown' }, subject: null });
  });
});

describe('an address asked for by hand', () => {
  it('stays while the page tells the same message again, and gives way to the next message', async () => {
    const { read, ask, view } = rooms([book({ 'anna@example.com': [anna], 'ben@example.com': [ben] }).place]);
    await read(from('Anna', 'anna@example.com'));
    await ask('ben@example.com');
    await read(from('Anna', 'anna@example.com'));
    expect((await view()).subject?.party.address).toBe('ben@example.com');
    await read(from('Cleo', 'cleo@example.com'));
    expect((await view()).subject?.party.address).toBe('cleo@example.com');
  });

  it('can be left for the message again', async () => {
    const { read, ask, readings, view } = rooms([book({ 'anna@example.com': [anna], 'ben@example.com': [ben] }).place]);
    await read(from('Anna', 'anna@example.com'));
    await ask('ben@example.com');
    await readings.showMessage(7);
    expect((await view()).shown).toEqual({ connection: 'book', id: '1' });
  });

  it('stays on a page with nothing open', async () => {
    const { read, ask, view } = rooms([book({ 'ben@example.com': [ben] }).place]);
    await read(NOTHING);
    await ask('ben@example.com');
    await read(NOTHING);
    expect((await view()).subject?.party.address).toBe('ben@example.com');
  });
});

describe('a background that was stopped', () => {
  it('comes back with the view as it was, and counts on from there', async () => {
    const one = book({ 'anna@example.com': [anna], 'ben@example.com': [ben] });
    const before = rooms([one.place]);
    await before.read(from('Anna', 'anna@example.com'));
    const { revision } = await before.view();
    const after = rooms([one.place]);
    expect((await after.view()).subject?.party.address).toBe('anna@example.com');
    await after.read(from('Anna', 'anna@example.com'));
    expect(one.asked, 'the same message is not looked up again').toEqual(['anna@example.com']);
    await after.read(from('Ben', 'ben@example.com'));
    expect((await after.view()).revision).toBeGreaterThan(revision);
  });

  it('in the middle of a lookup takes it up again when the page tells once more', async () => {
    const stopped = rooms([place('book', { find: () => gate<Found[]>().promise })]);
    void stopped.read(from('Anna', 'anna@example.com'));
    await expect.poll(async () => (await stopped.view()).answers[0]?.state).toBe('looking');
    const { place: alive } = book({ 'anna@example.com': [anna] });
    const told = rooms([alive]);
    await told.read(from('Anna', 'anna@example.com'));
    expect((await told.view()).shown).toEqual({ connection: 'book', id: '1' });
  });

  it('before the view was written does not take the message for told', async () => {
    const { place: alive } = book({ 'anna@example.com': [anna], 'ben@example.com': [ben] });
    const before = rooms([alive]);
    await before.read(from('Ben', 'ben@example.com'));
    const { fromPage } = await before.tabs.get(7);
    // Stopped between its two writes: the tab knows the new message, the view still shows the one before.
    const after = rooms([alive]);
    await after.views.change(7, (view) => ({ ...view, subject: view.subject && { ...view.subject, key: 'older' } }));
    await after.read(from('Ben', 'ben@example.com'));
    expect((await after.view()).subject?.key).toBe(fromPage?.key);
  });

  it('resumes what it left unfinished when it starts', async () => {
    const stopped = rooms([place('book', { find: () => gate<Found[]>().promise })]);
    void stopped.ask('anna@example.com');
    await expect.poll(async () => (await stopped.view()).answers[0]?.state).toBe('looking');
    const { place: alive } = book({ 'anna@example.com': [anna] });
    const after = rooms([alive]);
    await after.lookups.resume();
    await expect.poll(async () => (await after.view()).shown).toEqual({ connection: 'book', id: '1' });
  });
});
