import { safeParse } from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { place } from '@/test/support/places';
import { makeViewing } from '@/utils/background/viewing';
import * as scripts from '@/utils/browser/scripts';
import { readAllStored, readStored } from '@/utils/browser/storage';
import * as tabs from '@/utils/browser/tabs';
import { fromPanel } from '@/utils/messages/schema';
import { viewingKey, viewingsIn } from '@/utils/messages/viewing';
import { watchViewing } from '@/utils/panel/viewing';
import { ProblemError } from '@/utils/problem';

const PANEL = 3;
const SITE = 'https://help.example.com';
const view = {
  url: `${SITE}/api/v1/sessions/switch/42`,
  next: `${SITE}/`,
  back: `${SITE}/api/v1/sessions/switch_back`,
};
const asked = { tab: PANEL, connection: 'z', source: 'Zammad West', name: 'Anna Keller' };

const desk = place('z');
const places = {
  at: async (connection: string) => {
    if (connection !== 'z') throw new ProblemError({ kind: 'missing', connection });
    return { ...desk, source: { ...desk.source, origin: SITE } };
  },
};

/** A browser with the panel's tab; what is opened or sent somewhere is noted, and comes when it is told to. */
function browser() {
  const open = new Map<number, tabs.Tab>([
    [PANEL, { id: PANEL, window: 1, url: null, incognito: false, loading: false }],
  ]);
  const went: string[] = [];
  const heard: {
    loading: ((tab: number, state: 'loading' | 'complete') => void)[];
    removed: ((tab: number) => void)[];
  } = {
    loading: [],
    removed: [],
  };
  vi.spyOn(tabs, 'onTabLoading').mockImplementation((tell) => void heard.loading.push(tell));
  vi.spyOn(tabs, 'onTabRemoved').mockImplementation((tell) => void heard.removed.push(tell));
  vi.spyOn(tabs, 'getTab').mockImplementation(async (id) => open.get(id) ?? null);
  vi.spyOn(tabs, 'openTab').mockImplementation(async (url, window = 9) => {
    const tab = {
      id: 20 + went.length,
      window,
      url: '',
      incognito: open.get(PANEL)?.incognito === true,
      loading: true,
    };
    open.set(tab.id, tab);
    went.push(`${tab.id} of ${window}: ${url}`);
    return tab;
  });
  vi.spyOn(tabs, 'turnTab').mockImplementation(async (id, url) => {
    const tab = open.get(id);
    if (tab === undefined) return false;
    open.set(id, { ...tab, loading: true });
    went.push(`${id}: ${url}`);
    return true;
  });
  const settled = async () => {
    const before = await readStored('session', viewingKey);
    // Turns go one after the other: one that changes nothing ends after those before it.
    await viewing()['view.back']({ tab: PANEL, connection: 'none', hidden: false });
    return before;
  };
  const made = { now: makeViewing({ places }) };
  const viewing = () => made.now;
  const close = async (id: number) => {
    open.delete(id);
    for (const tell of heard.removed) tell(id);
    await settled();
  };
  vi.spyOn(tabs, 'closeTab').mockImplementation(async (id) => {
    went.push(`${id} closed`);
    open.delete(id);
  });
  return {
    went,
    viewing,
    close,
    comes: async (id: number, url: string) => {
      const tab = open.get(id);
      if (tab) open.set(id, { ...tab, url, loading: false });
      for (const tell of heard.loading) tell(id, 'complete');
      await settled();
    },
    private: () => open.set(PANEL, { id: PANEL, window: 5, url: null, incognito: true, loading: false }),
    /** The browser stops the background, and starts it again for the next event. */
    restart: () => {
      heard.loading = [];
      heard.removed = [];
      made.now = makeViewing({ places });
    },
  };
}

const now = async () => viewingsIn(await readStored('session', viewingKey));

beforeEach(() => vi.restoreAllMocks());

describe('A session as somebody else', () => {
  it('is opened in the window of the panel, and goes on to where its server is read once it has come', async () => {
    const at = browser();
    await at.viewing()['view.open']({ ...asked, view });
    expect(at.went).toEqual([`20 of 1: ${view.url}`]);
    expect(await now()).toMatchObject([{ name: 'Anna Keller', source: 'Zammad West', tab: 20, state: 'opening' }]);
    await at.comes(20, 'about:blank');
    expect(at.went).toHaveLength(1);
    await at.comes(20, view.url);
    expect(at.went.slice(1)).toEqual([`20: ${view.next}`]);
    await at.comes(20, view.next);
    expect(at.went).toHaveLength(2);
    expect(await now()).toMatchObject([{ state: 'open', back: view.back }]);
  });

  it('is on no disk, and the address that begins it is kept nowhere', async () => {
    const at = browser();
    await at.viewing()['view.open']({ ...asked, view });
    expect(JSON.stringify(await readAllStored('session'))).not.toContain('switch/42');
    expect(await readAllStored('local')).toEqual({});
    expect(await fakeBrowser.storage.local.get()).toEqual({});
  });

  it('goes on after the background was stopped in the middle', async () => {
    const at = browser();
    await at.viewing()['view.open']({ ...asked, view });
    at.restart();
    await at.comes(20, view.url);
    expect(at.went.at(-1)).toBe(`20: ${view.next}`);
  });

  it('ends only when the way back has come, in its own tab', async () => {
    const at = browser();
    await at.viewing()['view.open']({ ...asked, view });
    await at.comes(20, view.url);
    await at.viewing()['view.back']({ tab: PANEL, connection: 'z', hidden: false });
    expect(at.went.at(-1)).toBe(`20: ${view.back}`);
    expect(await now()).toMatchObject([{ state: 'leaving' }]);
    await at.comes(20, view.back);
    expect(at.went.at(-1)).toBe(`20: ${view.next}`);
    expect(await now()).toEqual([]);
  });

  it('is still on though its tab was closed: the way back is opened in another', async () => {
    const at = browser();
    await at.viewing()['view.open']({ ...asked, view });
    await at.close(20);
    expect(await now()).toMatchObject([{ tab: null, state: 'open' }]);
    await at.viewing()['view.back']({ tab: PANEL, connection: 'z', hidden: false });
    expect(at.went.at(-1)).toBe(`21 of 1: ${view.back}`);
    await at.close(21);
    expect(await now()).toMatchObject([{ tab: null, state: 'open' }]);
    await at.viewing()['view.back']({ tab: PANEL, connection: 'z', hidden: false });
    await at.comes(22, view.back);
    expect(await now()).toEqual([]);
  });

  it('without a way back ends with its tab, which the way back closes', async () => {
    const at = browser();
    await at.viewing()['view.open']({ ...asked, view: { url: view.url } });
    await at.close(20);
    expect(await now()).toEqual([]);
    await at.viewing()['view.open']({ ...asked, view: { url: view.url } });
    await at.viewing()['view.back']({ tab: PANEL, connection: 'z', hidden: false });
    expect(at.went.at(-1)).toBe('21 closed');
    expect(await now()).toEqual([]);
  });

  it('of a private window is one of its own', async () => {
    const at = browser();
    await at.viewing()['view.open']({ ...asked, view });
    at.private();
    await at.viewing()['view.open']({ ...asked, name: 'Ben', view });
    expect(await now()).toMatchObject([
      { name: 'Anna Keller', hidden: false },
      { name: 'Ben', hidden: true, window: 5 },
    ]);
  });

  it('that follows another one at the same server begins once that one has ended: it would be refused', async () => {
    const at = browser();
    await at.viewing()['view.open']({ ...asked, view });
    await at.comes(20, view.url);
    const url = `${SITE}/api/v1/sessions/switch/43`;
    await at.viewing()['view.open']({ ...asked, name: 'Ben', view: { ...view, url } });
    expect(at.went.at(-1)).toBe(`20: ${view.back}`);
    expect(await now()).toMatchObject([{ name: 'Anna Keller', state: 'leaving' }]);
    await at.comes(20, view.back);
    expect(at.went.at(-1)).toBe(`20: ${url}`);
    expect(await now()).toMatchObject([{ name: 'Ben', tab: 20, state: 'opening', back: view.back }]);
    await at.comes(20, url);
    expect(at.went.at(-1)).toBe(`20: ${view.next}`);
    expect(await now()).toMatchObject([{ name: 'Ben', state: 'open' }]);
  });

  it('is not followed by another one where the way back was taken meanwhile, or its tab closed', async () => {
    const at = browser();
    const ben = { ...asked, name: 'Ben', view: { ...view, url: `${SITE}/api/v1/sessions/switch/43` } };
    await at.viewing()['view.open']({ ...asked, view });
    await at.comes(20, view.url);
    await at.viewing()['view.open'](ben);
    await at.close(20);
    expect(await now()).toMatchObject([{ name: 'Anna Keller', tab: null, state: 'open' }]);
    await at.viewing()['view.open'](ben);
    await at.viewing()['view.back']({ tab: PANEL, connection: 'z', hidden: false });
    const tab = (await now())[0]?.tab ?? 0;
    await at.comes(tab, view.back);
    expect(at.went.at(-1)).toBe(`${tab}: ${view.next}`);
    expect(at.went.join()).not.toContain('switch/43');
    expect(await now()).toEqual([]);
  });

  it('is opened at the server of its connection only, as long as that is there', async () => {
    const at = browser();
    const open = (some: Partial<typeof asked>, of = view) => at.viewing()['view.open']({ ...asked, ...some, view: of });
    const elsewhere = { ...view, url: 'https://other.example.com/sessions/switch/42' };
    await expect(open({}, elsewhere)).rejects.toMatchObject({ problem: { kind: 'invalid', detail: 'address' } });
    await expect(open({ connection: 'gone' })).rejects.toMatchObject({ problem: { kind: 'missing' } });
    expect(at.went).toEqual([]);
    expect(await now()).toEqual([]);
  });

  it('cannot be opened anywhere but at one server, over the web', () => {
    const decodes = (some: object) =>
      safeParse(fromPanel['view.open'], { ...asked, view: { ...view, ...some } }).success;
    expect(decodes({})).toBe(true);
    expect(decodes({ back: 'https://other.example.com/' })).toBe(false);
    expect(decodes({ url: 'javascript:alert(1)' })).toBe(false);
    expect(decodes({ next: 'file:///etc/passwd' })).toBe(false);
  });

  it('that the server has not begun is not said to be one: the agent is not signed in there', async () => {
    const at = browser();
    const text = vi.spyOn(scripts, 'textIn').mockResolvedValue('{"error":"Not authorized"}');
    await at.viewing()['view.open']({ ...asked, view: { ...view, worked: '"success":true' } });
    await at.comes(20, view.url);
    expect(await now()).toMatchObject([{ state: 'refused' }]);
    expect(at.went.at(-1)).toBe(`20: ${view.next}`);
    await at.viewing()['view.back']({ tab: PANEL, connection: 'z', hidden: false });
    expect(await now()).toEqual([]);
    for (const said of ['{"success":true}', null]) {
      text.mockResolvedValue(said);
      await at.viewing()['view.open']({ ...asked, view: { ...view, worked: '"success":true' } });
      const tab = 20 + at.went.length - 1;
      await at.comes(tab, view.url);
      expect(await now()).toMatchObject([{ state: 'open' }]);
      await at.viewing()['view.back']({ tab: PANEL, connection: 'z', hidden: false });
      await at.comes(tab, view.back);
    }
  });

  it('is known to every panel, whenever it was opened', async () => {
    const at = browser();
    await at.viewing()['view.open']({ ...asked, view });
    const told: string[][] = [];
    const stop = watchViewing((viewings) => told.push(viewings.map(({ name, state }) => `${name} ${state}`)));
    await vi.waitFor(() => expect(told).toEqual([['Anna Keller opening']]));
    await at.comes(20, view.url);
    expect(told.at(-1)).toEqual(['Anna Keller open']);
    stop();
    await at.comes(20, view.next);
    await at.viewing()['view.back']({ tab: PANEL, connection: 'z', hidden: false });
    expect(told.at(-1)).toEqual(['Anna Keller open']);
  });
});
