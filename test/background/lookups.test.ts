import { describe, expect, it, vi } from 'vitest';
import { openMessage } from '@/test/support/messages';
import { found, note, partyOf, ticket } from '@/test/support/people';
import { gate, place } from '@/test/support/places';
import { rooms, TAB } from '@/test/support/rooms';
import { faceOf } from '@/utils/background/launchers';
import type { Found } from '@/utils/connectors/types';
import { ProblemError } from '@/utils/problem';
import { readSettings } from '@/utils/settings/store';

const one = (id: string, name = `P${id}`) =>
  found({ name, mail: 'office@example.org', ref: { connection: 'book', id } });
const office = { state: 'open' as const, message: openMessage([partyOf('Office', 'office@example.org')]) };

describe('several people with one address', () => {
  const several = () => rooms([place('book', { find: async () => [one('1'), one('2')] })]);

  it('are listed, and nobody is shown until one is picked', async () => {
    const { read, view, lookups } = several();
    await read(office);
    expect((await view()).shown).toBeNull();
    expect(faceOf(await view())).toEqual({ kind: 'several', count: 2 });
    await lookups.pick(TAB, { connection: 'book', id: '2' });
    expect((await view()).shown).toEqual({ connection: 'book', id: '2' });
  });

  it('show the one the user always wants', async () => {
    const { read, view, settings } = several();
    await settings(() => ({ always: { 'office@example.org': { connection: 'book', id: '2' } } }));
    await read(office);
    expect(await view()).toMatchObject({ shown: { id: '2' }, always: true });
  });

  it('a picked person does not carry over to the next message', async () => {
    const { read, view, lookups } = several();
    await read(office);
    await lookups.pick(TAB, { connection: 'book', id: '2' });
    await read({
      state: 'open',
      message: openMessage([partyOf('Office', 'office@example.org')], { conversation: 'c2' }),
    });
    expect((await view()).shown).toBeNull();
  });
});

describe('the profile', () => {
  const reads = {
    tickets: async () => ({ items: [ticket()], total: 3 }),
    notes: async () => ({ items: [note()], total: 4 }),
  };

  it('comes with tickets and notes, each with its honest total', async () => {
    const { read, view } = rooms([place('book', { find: async () => [one('1')], reads })]);
    await read(office);
    expect((await view()).answers[0]?.matches[0]?.profile).toMatchObject({
      open: { state: 'read', part: { total: 3 } },
      notes: { state: 'read', part: { total: 4 } },
    });
  });

  it('shows the name before the slow parts have come', async () => {
    const slow = gate<Awaited<ReturnType<typeof reads.notes>>>();
    const { read, view } = rooms([
      place('book', { find: async () => [one('1')], reads: { ...reads, notes: () => slow.promise } }),
    ]);
    const reading = read(office);
    await expect.poll(async () => (await view()).shown?.id).toBe('1');
    await expect.poll(async () => (await view()).answers[0]?.matches[0]?.profile?.open?.state).toBe('read');
    expect((await view()).answers[0]?.matches[0]?.profile?.notes?.state).toBe('loading');
    slow.open({ items: [], total: 0 });
    await reading;
    expect((await view()).answers[0]?.matches[0]?.profile?.notes?.state).toBe('read');
  });

  it('says in its own place what failed, and keeps the rest', async () => {
    const notes = async () => {
      throw new ProblemError({ kind: 'server', status: 502 });
    };
    const { read, view } = rooms([
      place('rt', { find: async () => [found({ ref: { connection: 'rt', id: '1' } })], reads: { ...reads, notes } }),
    ]);
    await read(office);
    expect((await view()).answers[0]?.matches[0]?.profile).toMatchObject({
      open: { state: 'read' },
      notes: { state: 'failed', problem: { kind: 'server', status: 502, connection: 'rt' } },
    });
  });
});

describe('an address nobody has', () => {
  it('brings near matches as suggestions, never as the person', async () => {
    const near = vi.fn(async () => [{ person: one('1').person, reason: { kind: 'name', address: null } as const }]);
    const { read, view } = rooms([place('book', { reads: { near } })]);
    await read(office);
    const now = await view();
    expect(now.near).toHaveLength(1);
    expect(now.shown).toBeNull();
    expect(faceOf(now)).toEqual({ kind: 'new' });
    expect(near).toHaveBeenCalledWith({ address: 'office@example.org', name: 'Office' }, expect.anything());
  });

  it('is not called new while a server that could know it has failed', async () => {
    const broken = place('rt', {
      find: async () => {
        throw new ProblemError({ kind: 'timeout' });
      },
    });
    const { read, view } = rooms([broken]);
    await read(office);
    expect(faceOf(await view())).toEqual({ kind: 'none' });
  });
});

describe('the never-look-up list', () => {
  it('asks no server at all', async () => {
    const find = vi.fn(async (): Promise<Found[]> => []);
    const { read, view, settings } = rooms([place('book', { find })]);
    await settings(() => ({ neverLookUp: ['@example.org'] }));
    await read(office);
    expect(find).not.toHaveBeenCalled();
    expect(await view()).toMatchObject({ never: true, answers: [] });
    expect(faceOf(await view())).toEqual({ kind: 'none' });
  });
});

describe('other people of the conversation', () => {
  it('are looked up in the books of this browser only', async () => {
    const asked = vi.fn(async (_mail: string): Promise<Found[]> => []);
    const remote = place('rt', { local: false, find: asked });
    const local = place('book', {
      find: async (mail) =>
        mail === 'ben@example.com'
          ? [found({ name: 'Ben Adler', ref: { connection: 'book', id: '9' } }, { openTickets: 2 })]
          : [],
    });
    const { read, view } = rooms([remote, local]);
    const message = openMessage([partyOf('Anna', 'anna@example.com')], {});
    await read({
      state: 'open',
      message: {
        ...message,
        messages: message.messages.map((m) => ({ ...m, cc: [partyOf('Ben', 'ben@example.com')] })),
      },
    });
    expect(asked.mock.calls.map(([mail]) => mail)).toEqual(['anna@example.com']);
    expect((await view()).others).toMatchObject([
      { party: { address: 'ben@example.com' }, role: 'cc', known: { name: 'Ben Adler', openTickets: 2 } },
    ]);
  });
});

describe('recent people', () => {
  it('are those shown last, newest first, each once', async () => {
    const find = async (mail: string) => [found({ name: mail, ref: { connection: 'book', id: mail } })];
    const { ask } = rooms([place('book', { find })]);
    await ask('a@example.com');
    await ask('b@example.com');
    await ask('a@example.com');
    expect((await readSettings()).recent.map(({ name }) => name)).toEqual(['a@example.com', 'b@example.com']);
  });
});

describe('cancelling', () => {
  it('ends what is still looking and leaves what came', async () => {
    const slow = gate<Found[]>();
    const { read, view, lookups } = rooms([
      place('rt', { find: () => slow.promise }),
      place('book', { find: async () => [one('1')] }),
    ]);
    const reading = read(office);
    await expect.poll(async () => (await view()).shown?.id).toBe('1');
    await lookups.cancel(TAB);
    slow.open([]);
    await reading;
    expect((await view()).answers.map(({ state }) => state)).toEqual(['failed', 'answered']);
  });
});

describe('what a server said last time', () => {
  it('is shown at once with its age, and its profile is read anew', async () => {
    const notes = vi.fn(async () => ({ items: [note({ text: 'first' })], total: 1 }));
    const rt = found({ ref: { connection: 'rt', id: '1' } });
    const remote = place('rt', { local: false, find: async () => [rt], reads: { notes } });
    const { read, view, drawn } = rooms([remote]);
    await read(office);
    notes.mockResolvedValue({ items: [note({ text: 'second' })], total: 1 });
    await read({ state: 'nothing' });
    drawn.length = 0;
    await read(office);
    const firstWithPerson = drawn.find(({ shown }) => shown !== null)?.answers[0];
    expect(firstWithPerson).toMatchObject({ state: 'looking', asOf: expect.any(String) });
    expect(firstWithPerson?.matches[0]?.profile?.notes).toMatchObject({ part: { items: [{ text: 'first' }] } });
    const now = (await view()).answers[0];
    expect(now?.asOf).toBeUndefined();
    expect(now?.matches[0]?.profile?.notes).toMatchObject({ part: { items: [{ text: 'second' }] } });
  });
});
