import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { found } from '@/test/support/people';
import { DESK, draft, network, servedBackground } from '@/test/support/servers';
import { stub } from '@/test/support/stand-in';
import { openCache } from '@/utils/lookup/cache';

const OTHER = 'https://other.example.test';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const onDisk = async (): Promise<Record<string, unknown>> => fakeBrowser.storage.local.get(null);
const server = (id: string, address: string) => ({
  id,
  connector: 'rt',
  name: 'Desk',
  mark: { shape: 'diamond', letter: 'R' },
  settings: { address },
});
/** As a background leaves the disk that is stopped before it has put everything away. */
const leave = async (id: string, servers: readonly object[]) => {
  const ref = { connection: id, id: '10' };
  await fakeBrowser.storage.local.set({
    connections: { servers, order: [] },
    unsettled: { [id]: `${DESK}/rt` },
    logins: { [id]: { name: 'Lena', role: null, version: null, denied: [], at: Date.now() } },
    settings: { recent: [{ ref, name: 'Anna', address: null }], always: { 'anna@example.com': ref } },
    [`apart:${id}`]: [['10', '11']],
  });
  const one = found({ ref: { connection: id, id: '10' } });
  const matches = [{ ...one, profile: null }];
  await openCache({ by: '1.0' }).put(id, 'anna@example.com', { at: new Date().toISOString(), matches });
};
const kept = async (id: string) => {
  const { settings, logins, [`apart:${id}`]: apart, unsettled } = await onDisk();
  const answers = await openCache({ by: '1.0' }).count(id);
  return { answers, said: JSON.stringify([settings, logins, apart, unsettled]).includes(id) };
};

describe('A background that was stopped in the middle', () => {
  it('of a removal forgets the rest at its start, and gives the permission back', async () => {
    await leave('gone-1', []);
    const { browser } = servedBackground([`${DESK}/*`]);
    await expect.poll(() => kept('gone-1')).toEqual({ answers: 0, said: false });
    await expect.poll(() => browser.granted().includes(`${DESK}/*`)).toBe(false);
  });

  it('of a move shows nobody of the one server as somebody of the other', async () => {
    await leave('moved-1', [server('moved-1', `${OTHER}/rt`)]);
    const { browser, ask } = servedBackground([`${DESK}/*`, `${OTHER}/*`]);
    await expect.poll(() => kept('moved-1')).toEqual({ answers: 0, said: false });
    await expect.poll(() => browser.granted()).toEqual([`${OTHER}/*`]);
    expect((await ask('connection.list', {})).map(({ id }) => id)).toContain('moved-1');
  });

  it('of a change that was not written takes nothing away', async () => {
    await leave('same-1', [server('same-1', `${DESK}/rt`)]);
    const { browser } = servedBackground([`${DESK}/*`]);
    await expect.poll(async () => (await onDisk())['unsettled']).toBeUndefined();
    expect(await kept('same-1')).toEqual({ answers: 1, said: true });
    expect(browser.granted().includes(`${DESK}/*`)).toBe(true);
  });

  it('of a new connection leaves no token of it, and takes nobody else’s', async () => {
    const servers = [server('mine', `${DESK}/rt`), { id: 'of-tomorrow', mark: 'star' }];
    const secrets = { mine: { token: 'mine-1' }, 'of-tomorrow': { token: 'mine-2' }, stray: { token: 'lost' } };
    await fakeBrowser.storage.local.set({ connections: { servers, order: [] }, vault: { kind: 'open', secrets } });
    servedBackground();
    await expect.poll(async () => JSON.stringify((await onDisk())['vault'])).not.toContain('lost');
    const { stray: _stray, ...others } = secrets;
    expect((await onDisk())['vault']).toEqual({ kind: 'open', secrets: others });
  });

  it('of a move has no new token beside the address of the server before', async () => {
    network();
    const { ask } = servedBackground([`${DESK}/*`, `${OTHER}/*`]);
    const { id } = await ask('connection.save', { draft: draft() });
    const set = fakeBrowser.storage.local.set.bind(fakeBrowser.storage.local);
    stub(fakeBrowser.storage.local, 'set', async (items: Record<string, unknown>) => {
      if ('connections' in items) throw new Error('stopped');
      await set(items);
    });
    const moved = draft({ id, settings: { address: `${OTHER}/rt` }, secrets: { token: '1-9-of-the-other' } });
    await expect(ask('connection.save', { draft: moved })).rejects.toMatchObject({ problem: { kind: 'bug' } });
    const { connections, vault } = await onDisk();
    expect(JSON.stringify(connections)).toContain(`${DESK}/rt`);
    expect(JSON.stringify(vault)).not.toContain('1-9-of-the-other');
  });
});
