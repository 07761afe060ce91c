import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DESK, draft, network, servedBackground } from '@/test/support/servers';
import { openPlaces } from '@/utils/background/connections';
import { queueKey } from '@/utils/messages/protocol';
import { isView, type PanelView, viewKey } from '@/utils/messages/view';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const stored = (some: object = {}) => ({
  id: 'rt',
  connector: 'rt',
  name: 'Desk',
  mark: { shape: 'diamond', letter: 'R' },
  settings: { address: `${DESK}/rt` },
  ...some,
});
const keep = (...servers: readonly object[]) => fakeBrowser.storage.local.set({ connections: { servers, order: [] } });

describe('The places where people are looked up', () => {
  it('are the book and the servers, though one of them cannot be opened: that one says so itself', async () => {
    await keep(stored({ id: 'odd', settings: { address: 'nowhere' } }), stored());
    const all = await openPlaces().all();
    expect(all.map(({ source }) => source.id)).toEqual(['book', 'odd', 'rt']);
    await expect(all[1]?.session.find('anna@example.com' as never)).rejects.toMatchObject({
      problem: { kind: 'invalid', detail: 'address' },
    });
  });

  it('leave out what is paused or of a kind that is not known here', async () => {
    await keep(stored({ pausedAt: '2026-11-22T05:00:00.000Z' }), stored({ id: 'new', connector: 'tomorrow' }));
    expect((await openPlaces().all()).map(({ source }) => source.id)).toEqual(['book']);
  });

  it('tell a connection that is paused from one that is gone: what waits for it, waits', async () => {
    await keep(stored({ pausedAt: '2026-11-22T05:00:00.000Z' }));
    await expect(openPlaces().at('rt')).rejects.toMatchObject({ problem: { kind: 'offline', detail: 'paused' } });
    await expect(openPlaces().at('gone')).rejects.toMatchObject({ problem: { kind: 'missing' } });
  });

  it('say of which nothing is to be on disk, and what the browser is asked for', async () => {
    await keep(stored({ keeps: false }));
    const [book, rt] = await openPlaces().all();
    expect(book?.unkept).toBeUndefined();
    expect(rt).toMatchObject({ unkept: true, source: { origin: DESK } });
  });
});

describe('A change that waits for a server', () => {
  const TAB = 7;
  const view = async (): Promise<PanelView | null> => {
    const all: Record<string, unknown> = await fakeBrowser.storage.session.get(viewKey(TAB));
    const found = all[viewKey(TAB)];
    return isView(found) ? found : null;
  };
  const waiting = async () => {
    const { rt } = network();
    const hosts = [`${DESK}/*`, 'https://other.example.test/*'];
    const background = servedBackground(hosts);
    const { ask, browser } = background;
    browser.open(TAB, 'https://mail.example.com/');
    const { id } = await ask('connection.save', { draft: draft() });
    await ask('lookup.text', { tab: TAB, text: 'anna.keller@example.com' });
    await expect.poll(async () => (await view())?.shown?.connection).toBe(id);
    const match = (await view())?.answers.flatMap(({ matches }) => matches)[0];
    if (!match) throw new Error('nobody was found');
    const { ref, summary: from } = match.person;
    const fetched = globalThis.fetch;
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
    await ask('action.run', { ref, chosen: { action: 'set-summary', input: { from, to: 'Calls on Mondays' } } });
    const back = () => vi.stubGlobal('fetch', fetched);
    return { ...background, rt, id, ref, back };
  };
  const summary = (rt: Awaited<ReturnType<typeof waiting>>['rt']) =>
    JSON.stringify(rt.store).includes('Calls on Mondays');

  it('is counted, and keeps the connection from being turned to another server', async () => {
    const { ask, row, id } = await waiting();
    expect((await row(id))?.unsent).toBe(1);
    const moved = { ...draft({ id }), settings: { address: 'https://other.example.test/rt' } };
    await expect(ask('connection.save', { draft: moved })).rejects.toMatchObject({
      problem: { kind: 'conflict', detail: 'unsent' },
    });
    expect((await row(id))?.settings['address']).toBe(`${DESK}/rt`);
  });

  it('still waits while its connection is paused, and goes once that is over', async () => {
    const { ask, row, id, rt, back } = await waiting();
    await ask('connection.pause', { id, paused: true });
    back();
    await ask('queue.send', {});
    expect((await row(id))?.unsent).toBe(1);
    expect(summary(rt)).toBe(false);
    await ask('connection.pause', { id, paused: false });
    await expect.poll(async () => (await row(id))?.unsent, { timeout: 4000 }).toBe(0);
    expect(summary(rt)).toBe(true);
  });

  it('is gone with its connection, and never sent', async () => {
    const { ask, id, rt, back } = await waiting();
    await ask('connection.remove', { id });
    back();
    await ask('queue.send', {});
    const queue = JSON.stringify(await fakeBrowser.storage.session.get(queueKey));
    expect(queue).not.toContain(id);
    expect(summary(rt)).toBe(false);
  });
});
