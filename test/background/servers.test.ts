import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DESK, draft, network, servedBackground } from '@/test/support/servers';
import { connectors } from '@/utils/connectors';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const problem = (some: object) => ({ problem: expect.objectContaining(some) });
const onDisk = async (): Promise<string> => JSON.stringify(await fakeBrowser.storage.local.get(null));

describe('The kinds of servers', () => {
  it('are all that there is code for, but for the books of this browser', async () => {
    const { ask } = servedBackground();
    const kinds = await ask('connection.kinds', {});
    expect(kinds.map(({ id }) => id)).toEqual(connectors.map(({ id }) => id).filter((id) => id !== 'local'));
    expect(kinds[0]).toMatchObject({ name: 'connector_rt', mark: { letter: 'R' } });
    expect(kinds[0]?.form.map(({ id }) => id)).toContain('token');
    expect(kinds.filter(({ calls }) => calls).map(({ id }) => id)).toEqual(['deskpro']);
    expect(kinds.find(({ id }) => id === 'zammad')?.connected).toBe('zammad_says_connected');
  });
});

describe('A new connection', () => {
  it('stands in the list behind the book, not asked yet, and its token in no answer', async () => {
    const { called } = network();
    const { ask, row } = servedBackground();
    const { id } = await ask('connection.save', { draft: draft() });
    expect((await ask('connection.list', {})).map((one) => one.name)).toEqual(['My book', 'Desk']);
    const saved = await row(id);
    expect(saved).toMatchObject({ state: 'unknown', filled: ['token'], people: 0, unsent: 0, contact: null });
    expect(JSON.stringify(saved)).not.toContain(draft().secrets['token']);
    expect(called).toEqual([]);
  });

  it('is kept with its address as it is called, without the slash at its end', async () => {
    network();
    const { ask, row } = servedBackground();
    const settings = { address: '  desk.example.test/rt// ' };
    const { id } = await ask('connection.save', { draft: draft({ settings }) });
    expect((await row(id))?.settings['address']).toBe(`${DESK}/rt`);
  });

  it('of a name that another one has is refused', async () => {
    const { ask } = servedBackground();
    await ask('connection.save', { draft: draft() });
    for (const name of [' desk ', 'My  Book']) {
      const saving = ask('connection.save', { draft: draft({ name }) });
      await expect(saving).rejects.toMatchObject(problem({ kind: 'invalid', detail: 'name' }));
    }
  });

  it.each([
    ['with a sign-in', 'https://lena:secret@desk.example.test/rt'],
    ['with a question', `${DESK}/rt?next=1`],
    ['with a place in a page', `${DESK}/rt#top`],
    ['of another scheme', 'ftp://desk.example.test'],
    ['that is none', 'not a server'],
    ['that is missing', ''],
  ])('at an address %s is refused', async (_, address) => {
    const { ask } = servedBackground();
    const saving = ask('connection.save', { draft: draft({ settings: { address } }) });
    await expect(saving).rejects.toMatchObject(problem({ kind: 'invalid', detail: 'address' }));
    expect(await ask('connection.list', {})).toHaveLength(1);
  });

  it('without its token is refused', async () => {
    const { ask } = servedBackground();
    const saving = ask('connection.save', { draft: draft({ secrets: { token: ' ' } }) });
    await expect(saving).rejects.toMatchObject(problem({ kind: 'invalid', detail: 'token' }));
    expect(await onDisk()).not.toContain('Desk');
  });

  it('at a host that the browser may not call is refused', async () => {
    const { ask } = servedBackground([]);
    await expect(ask('connection.save', { draft: draft() })).rejects.toMatchObject(problem({ kind: 'forbidden' }));
    expect(await onDisk()).not.toContain(draft().secrets['token']);
  });
});

describe('A connection that is changed', () => {
  const saved = async (hosts = [`${DESK}/*`, 'https://other.example.test/*']) => {
    const background = servedBackground(hosts);
    const { id } = await background.ask('connection.save', { draft: draft() });
    const change = (some: Parameters<typeof draft>[0]) =>
      background.ask('connection.save', { draft: draft({ id, secrets: {}, ...some }) });
    return { ...background, id, change };
  };

  it('keeps its token where none is typed', async () => {
    network();
    const { id, change, row } = await saved();
    await change({ name: 'Help desk' });
    expect(await row(id)).toMatchObject({ name: 'Help desk', filled: ['token'] });
    expect(await onDisk()).toContain(draft().secrets['token']);
  });

  it('sends its token to no other server than the one it was typed for', async () => {
    const { called } = network();
    const { id, change, row, ask } = await saved();
    const settings = { address: 'https://other.example.test/rt' };
    await expect(change({ settings })).rejects.toMatchObject(problem({ kind: 'invalid', detail: 'token' }));
    expect((await row(id))?.settings['address']).toBe(`${DESK}/rt`);
    await change({ settings, secrets: { token: '1-9-new' } });
    await ask('connection.test', { id });
    expect(called.every((url) => url.startsWith('https://other.example.test/'))).toBe(true);
    expect(await onDisk()).not.toContain(draft().secrets['token']);
  });

  it('is asked for its token again for another port of the host too, and not for another path', async () => {
    network();
    const { id, change, row } = await saved();
    const moved = change({ settings: { address: `${DESK}:8443/rt` } });
    await expect(moved).rejects.toMatchObject(problem({ kind: 'invalid', detail: 'token' }));
    await change({ settings: { address: `${DESK}/support` } });
    expect((await row(id))?.settings['address']).toBe(`${DESK}/support`);
  });
});
