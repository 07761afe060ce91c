import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openMessage } from '@/test/support/messages';
import { found, note, partyOf } from '@/test/support/people';
import { gate, memoryCache, place } from '@/test/support/places';
import { rooms, TAB } from '@/test/support/rooms';
import { makeRetrying } from '@/utils/background/retrying';
import type { Found } from '@/utils/connectors/types';
import type { Place } from '@/utils/lookup/find';
import type { SourceAnswer } from '@/utils/messages/view';
import { ProblemError } from '@/utils/problem';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const record = (connection: string, id: string) =>
  found({ name: `P${id}`, mail: 'anna@example.com', ref: { connection, id } });
const message = { state: 'open' as const, message: openMessage([partyOf('Anna', 'anna@example.com')]) };
const answerOf = (answers: readonly SourceAnswer[], id: string) => answers.find(({ source }) => source.id === id);

describe('A server that never answers', () => {
  it('holds up neither the book nor another server, and is told in its own place after eight seconds', async () => {
    vi.useFakeTimers();
    // The browser's own clock for signals is not among those that a test can turn.
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const limit = new AbortController();
      setTimeout(() => limit.abort(new DOMException('too slow', 'TimeoutError')), ms);
      return limit.signal;
    });
    const slow = place('slow', { local: false, find: () => new Promise<Found[]>(() => undefined) });
    const reads = { notes: async () => ({ items: [note()], total: 1 }) };
    const quick = place('quick', { local: false, find: async () => [record('quick', '2')], reads });
    const book = place('book', { find: async () => [record('book', '1')], reads });
    const { read, view } = rooms([slow, quick, book]);
    const reading = read(message);
    await vi.advanceTimersByTimeAsync(50);
    const { answers } = await view();
    expect(answerOf(answers, 'book')).toMatchObject({ state: 'answered', matches: [{ person: { name: 'P1' } }] });
    expect(answerOf(answers, 'quick')).toMatchObject({ state: 'answered', matches: [{ person: { name: 'P2' } }] });
    expect((await view()).shown).not.toBeNull();
    expect(answerOf(answers, 'slow')).toMatchObject({ state: 'looking' });
    await vi.advanceTimersByTimeAsync(8000);
    await reading;
    const after = (await view()).answers;
    expect(answerOf(after, 'slow')).toMatchObject({
      state: 'failed',
      problem: { kind: 'timeout', connection: 'slow' },
    });
    expect(answerOf(after, 'book')).toMatchObject({ state: 'answered' });
  });

  it('holds up nothing that the book knows of the others of the conversation', async () => {
    const slow = gate<Found[]>();
    const server = place('slow', { local: false, find: () => slow.promise });
    const book = place('book', { find: async (mail) => (mail === 'ben@example.com' ? [record('book', '1')] : []) });
    const { read, view } = rooms([server, book]);
    const both = openMessage([partyOf('Anna', 'anna@example.com')]);
    const [first] = both.messages;
    const cc = [partyOf('Ben', 'ben@example.com')];
    const reading = read({ state: 'open', message: { ...both, messages: first ? [{ ...first, cc }] : [] } });
    await expect.poll(async () => (await view()).others[0]?.known?.name).toBe('P1');
    expect(answerOf((await view()).answers, 'slow')?.state).toBe('looking');
    slow.open([]);
    await reading;
  });
});

describe('What a login may do, told after who was found', () => {
  const server = (notes: () => Promise<{ items: ReturnType<typeof note>[]; total: number }>) => {
    const rights = gate<Place>();
    const asked = place('rt', { local: false, find: async () => [record('rt', '1')], reads: { notes } });
    return { rights, asked, place: { ...asked, unasked: true as const, ask: () => rights.promise } };
  };

  it('costs no second reading of the profile, and takes nothing of it away', async () => {
    const notes = vi.fn(async () => ({ items: [note()], total: 1 }));
    const { rights, asked, place: unasked } = server(notes);
    const { read, view } = rooms([unasked]);
    const reading = read(message);
    await expect.poll(async () => (await view()).answers[0]?.matches[0]?.profile?.notes?.state).toBe('read');
    rights.open({ ...asked, session: { ...asked.session, denied: ['notes'] } });
    await reading;
    const [answer] = (await view()).answers;
    expect(answer?.denied).toEqual(['notes']);
    expect(answer?.matches[0]?.profile?.notes).toMatchObject({ state: 'read', part: { total: 1 } });
    expect(notes).toHaveBeenCalledTimes(1);
  });

  it('leaves a profile alone that is still being read', async () => {
    const slow = gate<{ items: ReturnType<typeof note>[]; total: number }>();
    const notes = vi.fn(() => slow.promise);
    const { rights, asked, place: unasked } = server(notes);
    const { read, view } = rooms([unasked]);
    const reading = read(message);
    rights.open({ ...asked, session: { ...asked.session, denied: ['notes'] } });
    await expect.poll(async () => (await view()).answers[0]?.denied).toEqual(['notes']);
    slow.open({ items: [note()], total: 4 });
    await reading;
    expect((await view()).answers[0]?.matches[0]?.profile?.notes).toMatchObject({ state: 'read', part: { total: 4 } });
    expect(notes).toHaveBeenCalledTimes(1);
  });
});

describe('A connection of which nothing is to be on disk', () => {
  it('leaves no answer, nobody among the recent people and no begun form there', async () => {
    const cache = memoryCache();
    await fakeBrowser.storage.local.set({
      connections: {
        servers: [
          {
            id: 'rt',
            connector: 'rt',
            name: 'Desk',
            mark: { shape: 'circle', letter: 'D' },
            settings: { address: 'https://desk.example.test' },
            keeps: false,
          },
        ],
        order: [],
      },
    });
    const server = { ...place('rt', { local: false, find: async () => [record('rt', '1')] }), unkept: true as const };
    const { read, view, creating } = rooms([server], cache);
    await read(message);
    expect((await view()).shown).toEqual({ connection: 'rt', id: '1' });
    await creating.keepDraft(TAB, { name: 'Secret Anna', address: '', organisation: '', connection: 'rt' });
    expect((await view()).draft?.name).toBe('Secret Anna');
    expect(await cache.count('rt')).toBe(0);
    const disk = JSON.stringify(await fakeBrowser.storage.local.get(null));
    expect(disk).not.toContain('Secret Anna');
    expect(disk).not.toContain('P1');
  });
});

describe('A server that asks to wait', () => {
  const limited = (retryAt: number): ProblemError => new ProblemError({ kind: 'rate-limited', retryAt });

  it('is asked again by itself when the time is over, and nobody else is', async () => {
    vi.useFakeTimers({ now: 1_700_000_000_000 });
    const answers = [() => Promise.reject(limited(Date.now() + 20_000)), async () => [record('rt', '1')]];
    const find = vi.fn(() => answers.shift()?.() ?? Promise.resolve<Found[]>([]));
    const other = vi.fn(async (): Promise<Found[]> => []);
    const { read, view, views, lookups, drawn } = rooms([
      place('rt', { local: false, find }),
      place('book', { find: other }),
    ]);
    const retrying = makeRetrying(views, lookups.again);
    await read(message);
    for (const one of drawn) retrying.seen(TAB, one);
    await vi.advanceTimersByTimeAsync(19_000);
    expect(find).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1500);
    expect(find).toHaveBeenCalledTimes(2);
    expect(answerOf((await view()).answers, 'rt')).toMatchObject({ state: 'answered', matches: [{}] });
    expect(other).toHaveBeenCalledTimes(1);
  });

  it('keeps nobody awake for a tab that was closed meanwhile', async () => {
    vi.useFakeTimers({ now: 1_700_000_000_000 });
    const find = vi.fn(() => Promise.reject(limited(Date.now() + 20_000)));
    const { read, views, lookups, drawn } = rooms([place('rt', { local: false, find })]);
    const retrying = makeRetrying(views, lookups.again);
    await read(message);
    for (const one of drawn) retrying.seen(TAB, one);
    lookups.forget(TAB);
    await views.forget(TAB);
    await vi.advanceTimersByTimeAsync(21_000);
    const looked = vi.spyOn(fakeBrowser.storage.session, 'get');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looked).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
    expect(find).toHaveBeenCalledTimes(1);
  });

  it('is asked by a background that was stopped meanwhile, when its alarm rings', async () => {
    const answers = [() => Promise.reject(limited(Date.now() - 60_000)), async () => [record('rt', '1')]];
    const find = vi.fn(() => answers.shift()?.() ?? Promise.resolve<Found[]>([]));
    const list = [place('rt', { local: false, find })];
    await rooms(list).read(message);
    const { views, lookups, view } = rooms(list);
    makeRetrying(views, lookups.again);
    vi.useFakeTimers({ now: Date.now() + 3_600_000, toFake: ['Date'] });
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'lookups', scheduledTime: 0, persistAcrossSessions: false });
    await expect.poll(async () => answerOf((await view()).answers, 'rt')?.state).toBe('answered');
  });
});

describe('A server that was away', () => {
  it('is asked again once there is a network, or when its panel is opened, and not at once', async () => {
    const answers = [
      () => Promise.reject(new ProblemError({ kind: 'offline' })),
      () => Promise.reject(new ProblemError({ kind: 'offline' })),
      async () => [record('rt', '1')],
    ];
    const find = vi.fn(() => answers.shift()?.() ?? Promise.resolve<Found[]>([]));
    const { read, view, views, lookups } = rooms([place('rt', { local: false, find })]);
    const online: (() => void)[] = [];
    vi.stubGlobal('addEventListener', (name: string, tell: () => void) => name === 'online' && online.push(tell));
    const retrying = makeRetrying(views, lookups.again);
    await read(message);
    await retrying.opened(await view());
    expect(find).toHaveBeenCalledTimes(1);
    for (const tell of online) tell();
    await expect.poll(() => find.mock.calls.length).toBe(2);
    await expect.poll(async () => answerOf((await view()).answers, 'rt')?.state).toBe('failed');
    vi.useFakeTimers({ now: Date.now() + 6000, toFake: ['Date'] });
    await retrying.opened(await view());
    expect(answerOf((await view()).answers, 'rt')?.state).toBe('answered');
    vi.unstubAllGlobals();
  });
});
