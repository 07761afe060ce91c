import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { gate } from '@/test/support/places';
import { DESK, draft, network, servedBackground } from '@/test/support/servers';
import { stub } from '@/test/support/stand-in';
import { isView, type PanelView, viewKey } from '@/utils/messages/view';
import { readSettings } from '@/utils/settings/store';

const TAB = 7;
const ANNA = 'anna.keller@example.com';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function view(): Promise<PanelView | null> {
  const stored: Record<string, unknown> = await fakeBrowser.storage.session.get(viewKey(TAB));
  const found = stored[viewKey(TAB)];
  return isView(found) ? found : null;
}

const recentOf = async (id: string) => (await readSettings()).recent.filter(({ ref }) => ref.connection === id);

/** A desk that was added, and its server. */
async function desk() {
  const { rt, called } = network();
  const background = servedBackground();
  background.browser.open(TAB, 'https://mail.example.com/');
  const { id } = await background.ask('connection.save', { draft: draft() });
  const answered = async () => (await view())?.answers.find(({ source }) => source.id === id);
  const lookUp = async () => {
    await background.ask('lookup.text', { tab: TAB, text: ANNA });
    await expect.poll(async () => (await answered())?.state).toBe('answered');
  };
  return { ...background, rt, called, id, answered, lookUp };
}

describe('The test of a connection', () => {
  it('says who is signed in, what the server has and what of it the login may not, and how long it took', async () => {
    const { ask, row, rt, id } = await desk();
    rt.rights = new Set();
    const answer = await ask('connection.test', { id });
    expect(answer).toMatchObject({ problem: null, login: { denied: expect.arrayContaining(['person.set']) } });
    expect(answer.login?.name).not.toBe('');
    expect(answer.has).toEqual(expect.arrayContaining(['tickets', 'person.set']));
    expect(answer.calls).toBe(rt.calls.length);
    expect(await row(id)).toMatchObject({ state: 'ready', contact: { at: expect.any(Number) } });
  });

  it.each([
    ['a wrong token', 'token', { kind: 'signed-out' }],
    ['a page that is no such server', 'page', { kind: 'server', detail: expect.stringContaining('not JSON') }],
    ['garbage', 'garbage', { kind: 'server', detail: expect.stringContaining('unexpected answer') }],
    ['a fault of the server', 'fault', { kind: 'server', status: 500 }],
    ['a login that may look nobody up', 'customer', { kind: 'forbidden' }],
    ['no server at all', 'away', { kind: 'offline' }],
    ['a host that may not be called any more', 'taken', { kind: 'no-access' }],
  ])('tells %s from the others', async (_, what, problem) => {
    const { ask, row, rt, id, browser, called } = await desk();
    if (what === 'token') await ask('connection.save', { draft: draft({ id, secrets: { token: '1-45-wrong' } }) });
    if (what === 'page') rt.instead.push('page', 'page', 'page', 'page');
    if (what === 'garbage') rt.instead.push('garbage', 'garbage', 'garbage');
    if (what === 'fault') rt.instead.push(500, 500, 500, 500);
    if (what === 'customer') rt.rights = 'customer';
    if (what === 'away') vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
    if (what === 'taken') browser.take(`${DESK}/*`);
    const before = called.length;
    const answer = await ask('connection.test', { id });
    expect(answer).toMatchObject({ login: null, problem: { ...problem, connection: id } });
    expect(JSON.stringify(answer)).not.toContain('1-45-');
    if (what === 'taken') expect(called).toHaveLength(before);
    const state = { customer: 'unknown', taken: 'no-access' }[what] ?? 'failed';
    expect((await row(id))?.state).toBe(state);
  });

  it('is not needed to see in the list that a lookup was answered with garbage', async () => {
    const { ask, row, rt, id, lookUp } = await desk();
    await lookUp();
    await expect.poll(async () => (await row(id))?.state).toBe('ready');
    rt.instead.push(...Array.from({ length: 8 }, () => 'garbage' as const));
    await ask('lookup.text', { tab: TAB, text: 'ben@example.com' });
    await expect.poll(async () => (await row(id))?.state).toBe('failed');
    expect((await row(id))?.problem).toMatchObject({ kind: 'server', detail: expect.stringContaining('unexpected') });
  });

  it('that ends after another login was saved tells nothing of what that one may', async () => {
    const { ask, rt, id } = await desk();
    const late = gate<void>();
    const fetched = globalThis.fetch;
    vi.stubGlobal('fetch', async (...call: Parameters<typeof fetch>) => {
      const answer = await fetched(...call);
      await late.promise;
      return answer;
    });
    const testing = ask('connection.test', { id });
    await expect.poll(() => rt.calls.length).toBeGreaterThan(2);
    await ask('connection.save', { draft: draft({ id, secrets: { token: '1-46-another' } }) });
    late.open(undefined);
    expect((await testing).login).not.toBeNull();
    const { logins = {} } = await fakeBrowser.storage.local.get('logins');
    expect(logins).toEqual({});
    const memory = Object.keys(await fakeBrowser.storage.session.get(null)).filter((key) => key.startsWith('memory:'));
    expect(memory).toEqual([]);
  });

  it('of a connection that was removed meanwhile says that it is gone', async () => {
    const { ask } = servedBackground();
    await expect(ask('connection.test', { id: 'gone' })).rejects.toMatchObject({ problem: { kind: 'missing' } });
  });
});

describe('A panel that shows somebody', () => {
  it('looks in a server as soon as it is added', async () => {
    network();
    const { ask, browser } = servedBackground();
    browser.open(TAB, 'https://mail.example.com/');
    await ask('lookup.text', { tab: TAB, text: ANNA });
    const { id } = await ask('connection.save', { draft: draft() });
    await expect
      .poll(async () => (await view())?.answers.find(({ source }) => source.id === id)?.matches.length)
      .toBe(1);
  });

  it('calls a server by its new name and in its new place without asking it', async () => {
    const { ask, id, called, lookUp } = await desk();
    await lookUp();
    await expect.poll(async () => (await ask('connection.list', {})).find((one) => one.id === id)?.people).toBe(1);
    const before = called.length;
    await ask('connection.save', { draft: draft({ id, name: 'Help', secrets: {} }) });
    await ask('connection.order', { ids: [id, 'book'] });
    const now = await view();
    expect(now?.sources.map(({ name }) => name)).toEqual(['Help', 'My book']);
    expect(now?.answers.map(({ source }) => source.name)).toEqual(['Help', 'My book']);
    expect(called).toHaveLength(before);
    expect((await ask('connection.list', {})).map(({ name }) => name)).toEqual(['Help', 'My book']);
  });

  it('shows nobody of a server that is paused, asks it nothing, and has them back after', async () => {
    const { ask, row, id, called, lookUp, answered } = await desk();
    await lookUp();
    await ask('connection.pause', { id, paused: true });
    expect(await row(id)).toMatchObject({ state: 'paused', pausedAt: expect.any(String) });
    await expect.poll(async () => (await view())?.answers.map(({ source }) => source.id)).toEqual(['book']);
    expect((await view())?.recent.filter(({ ref }) => ref.connection === id)).toEqual([]);
    const before = called.length;
    await ask('lookup.text', { tab: TAB, text: ANNA });
    expect(called).toHaveLength(before);
    await ask('connection.pause', { id, paused: false });
    await expect.poll(async () => (await answered())?.matches.length).toBe(1);
  });
});

describe('The list while a passphrase is wanted', () => {
  it('names the servers, and nothing is changed or removed without the secrets', async () => {
    const { ask, row, id } = await desk();
    await ask('vault.seal', { passphrase: 'correct horse' });
    await ask('vault.lock', {});
    expect(await row(id)).toMatchObject({ name: 'Desk', state: 'locked', filled: [] });
    const locked = { problem: { kind: 'locked' } };
    await expect(ask('connection.save', { draft: draft({ name: 'Another' }) })).rejects.toMatchObject(locked);
    await expect(ask('connection.test', { id })).rejects.toMatchObject(locked);
    await expect(ask('connection.remove', { id })).rejects.toMatchObject(locked);
    expect(await ask('connection.list', {})).toHaveLength(2);
  });
});

describe('A connection that is removed', () => {
  it('leaves nothing behind: no secret, no answer, no person, no line of the log, no permission', async () => {
    const { ask, id, lookUp, browser } = await desk();
    await lookUp();
    await expect.poll(async () => (await ask('connection.list', {})).find((one) => one.id === id)?.people).toBe(1);
    await expect.poll(async () => (await recentOf(id)).length).toBe(1);
    const ref = { connection: id, id: '10' };
    await ask('typed.keep', {
      tab: TAB,
      ref,
      place: 'note',
      typed: { text: 'half a note', base: '', at: '2026-11-22T05:00:00.000Z' },
    });
    await ask('apart.set', { a: ref, b: { connection: id, id: '11' }, apart: true });
    expect((await ask('log.list', { connection: id, before: null, limit: 10 })).total).toBeGreaterThan(0);
    await ask('connection.remove', { id });
    await expect.poll(async () => (await view())?.answers.map(({ source }) => source.id)).toEqual(['book']);
    expect((await ask('log.list', { connection: id, before: null, limit: 10 })).total).toBe(0);
    expect(browser.granted()).toEqual([]);
    const kept = JSON.stringify([
      await fakeBrowser.storage.local.get(null),
      (await fakeBrowser.storage.session.get(null)) as object,
    ]);
    expect(kept).not.toContain(id);
    expect(kept).not.toContain('half a note');
    expect(kept).not.toContain(draft().secrets['token']);
  });

  it('leaves the permission of its host where another connection is there', async () => {
    const { ask, id, browser } = await desk();
    const other = draft({ name: 'Second', settings: { address: `${DESK}:8443/other` } });
    const second = await ask('connection.save', { draft: other });
    await ask('connection.remove', { id });
    expect(browser.granted()).toEqual([`${DESK}/*`]);
    await ask('connection.remove', { id: second.id });
    expect(browser.granted()).toEqual([]);
  });
});

describe('A connection of which nothing is to be kept any more', () => {
  it('has its answers and recent people gone from the disk, and what is half typed lives on in memory', async () => {
    const { ask, row, id, lookUp } = await desk();
    await lookUp();
    await expect.poll(async () => (await row(id))?.people).toBe(1);
    const ref = { connection: id, id: '10' };
    const typed = { text: 'half a note', base: '', at: '2026-11-22T05:00:00.000Z' };
    await ask('typed.keep', { tab: TAB, ref, place: 'note', typed });
    await expect.poll(async () => (await recentOf(id)).length).toBe(1);
    await ask('connection.save', { draft: draft({ id, secrets: {}, keeps: false }) });
    expect((await row(id))?.people).toBe(0);
    expect(await recentOf(id)).toEqual([]);
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('half a note');
    expect(await ask('typed.get', { tab: TAB, ref })).toEqual({ note: typed });
    await lookUp();
    await ask('typed.keep', { tab: TAB, ref, place: 'note', typed: { ...typed, text: 'half another' } });
    expect((await row(id))?.people).toBe(0);
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('half');
  });
});

describe('The address bar', () => {
  it('suggests people of the servers that were looked up before, and asks no server with any letter', async () => {
    const { lookUp, called, browser, row, id } = await desk();
    stub(fakeBrowser.omnibox, 'setDefaultSuggestion', () => undefined);
    await lookUp();
    await expect.poll(async () => (await row(id))?.people).toBe(1);
    const before = called.length;
    const told = new Promise<readonly { content: string }[]>((tell) => browser.tell('typed', 'kel', tell));
    expect(await told).toMatchObject([{ content: ANNA }]);
    expect(called).toHaveLength(before);
  });
});
