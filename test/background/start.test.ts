import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openMessage } from '@/test/support/messages';
import { partyOf } from '@/test/support/people';
import { type PageScriptStandIn, standInBrowser, stub } from '@/test/support/stand-in';
import { startBackground } from '@/utils/background/start';
import { isView, type PanelView, viewKey } from '@/utils/messages/view';
import { readSettings } from '@/utils/settings/store';

const TAB = 7;
const ROUNDCUBE = 'https://mail.example.com/';
const reading = { state: 'open' as const, message: openMessage([partyOf('Anna', 'anna@example.com')]) };

afterEach(() => vi.restoreAllMocks());

async function view(tab = TAB): Promise<PanelView | null> {
  const stored: Record<string, unknown> = await fakeBrowser.storage.session.get(viewKey(tab));
  const found = stored[viewKey(tab)];
  return isView(found) ? found : null;
}

function started() {
  const browser = standInBrowser();
  const panels: unknown[] = [];
  const windows: unknown[] = [];
  Object.assign(fakeBrowser, { sidePanel: { open: async (where: unknown) => void panels.push(where) } });
  stub(fakeBrowser.windows, 'create', async (what) => void windows.push(what));
  Object.assign(fakeBrowser.windows, { WINDOW_ID_CURRENT: -2 });
  startBackground();
  return { browser, panels, windows };
}

describe('a message in a frame', () => {
  it('that speaks before the page around it says hello is told again, and shown', async () => {
    const { browser } = started();
    const frame: PageScriptStandIn = ({ name }, to) => {
      if (name !== 'page.again' || to !== undefined) return { ok: true, value: null };
      void browser.say(TAB, 'page.read', { reading }, 3);
      return { ok: true, value: null };
    };
    browser.open(TAB, ROUNDCUBE, frame);
    await browser.say(TAB, 'page.read', { reading }, 3);
    await browser.say(TAB, 'page.hello', {});
    await expect.poll(async () => (await view())?.subject?.party.address).toBe('anna@example.com');
  });

  it('is not told by a page that may no longer be read', async () => {
    const { browser } = started();
    browser.open(TAB, ROUNDCUBE);
    await browser.ask('panel.open', { tab: TAB });
    expect((await view())?.page.state).toBe('no-access');
    await browser.say(TAB, 'page.read', { reading });
    await browser.say(TAB, 'page.hello', {});
    expect(await view()).toMatchObject({ page: { state: 'no-access' }, subject: null });
  });
});

describe('what is folded away', () => {
  it('in one panel stays so when another panel folds something else', async () => {
    const { browser } = started();
    await browser.ask('preferences.set', { folded: { notes: true } });
    await browser.ask('preferences.set', { folded: { summary: true } });
    await browser.ask('preferences.set', { folded: { notes: false } });
    expect((await readSettings()).folded).toEqual({ notes: false, summary: true });
  });
});

describe('what was pressed beside an address', () => {
  it('is meant for that one, though the next message has come meanwhile', async () => {
    const { browser } = started();
    browser.open(TAB, ROUNDCUBE);
    await browser.ask('lookup.text', { tab: TAB, text: 'ben@example.com' });
    await browser.ask('never.add', { tab: TAB, of: 'anna@example.com' });
    expect((await readSettings()).neverLookUp).toEqual(['anna@example.com']);
    expect(await view()).toMatchObject({ never: false, subject: { party: { address: 'ben@example.com' } } });
  });

  it('counts at once for the one that is shown, and is taken back as easily', async () => {
    const { browser } = started();
    browser.open(TAB, ROUNDCUBE);
    await browser.ask('lookup.text', { tab: TAB, text: 'ben@example.com' });
    await browser.ask('never.add', { tab: TAB, of: 'ben@example.com' });
    expect((await view())?.never).toBe(true);
    await browser.ask('never.remove', { tab: TAB, of: 'ben@example.com' });
    expect((await view())?.never).toBe(false);
    expect((await readSettings()).neverLookUp).toEqual([]);
  });
});

describe('a panel that is opened', () => {
  it('takes nothing from a lookup that has just begun', async () => {
    const { browser } = started();
    browser.open(TAB, ROUNDCUBE);
    await Promise.all([
      browser.ask('panel.open', { tab: TAB }),
      browser.ask('lookup.text', { tab: TAB, text: 'Anna <anna@example.com>' }),
    ]);
    expect((await view())?.subject?.party.address).toBe('anna@example.com');
    expect((await view())?.answers).toMatchObject([{ state: 'answered' }]);
  });

  it('shows the names of the books before there is a message', async () => {
    const { browser } = started();
    browser.open(TAB, ROUNDCUBE);
    await browser.ask('panel.open', { tab: TAB });
    expect((await view())?.sources).toMatchObject([{ id: 'book' }]);
  });
});

describe('the address bar', () => {
  it('opens the panel at once, within the user’s act, and looks up after', async () => {
    const { browser, panels } = started();
    browser.open(TAB, ROUNDCUBE);
    browser.tell('entered', 'anna@example.com', 'currentTab');
    expect(panels).toEqual([{ windowId: -2 }]);
    await expect.poll(async () => (await view())?.subject?.party.address).toBe('anna@example.com');
  });

  it('opens a window of its own where the panel is refused', async () => {
    const { browser, windows } = started();
    Object.assign(fakeBrowser, { sidePanel: { open: () => Promise.reject(new Error('only from a user gesture')) } });
    browser.open(TAB, ROUNDCUBE);
    browser.tell('entered', 'anna@example.com', 'currentTab');
    await expect.poll(() => windows).toMatchObject([{ type: 'popup', url: expect.stringContaining(`?tab=${TAB}`) }]);
  });

  it('opens a tab for whoever asks for a new one', async () => {
    const { browser } = started();
    browser.tell('entered', 'anna@example.com', 'newForegroundTab');
    await expect.poll(() => browser.opened).toMatchObject([{ url: expect.stringMatching(/\?address=anna%40example/) }]);
  });
});

describe('a selected text', () => {
  const selected = (text: string) => [{ selectionText: text }, { id: TAB, windowId: 1, incognito: false }] as const;

  it('that names nobody goes to the search field, and who is shown stays', async () => {
    const { browser } = started();
    browser.open(TAB, ROUNDCUBE);
    browser.tell('menu', ...selected('write to anna@example.com'));
    await expect.poll(async () => (await view())?.subject?.party.address).toBe('anna@example.com');
    browser.tell('menu', ...selected('  Keller '));
    await expect.poll(async () => (await view())?.query?.text).toBe('Keller');
    expect((await view())?.subject?.party.address).toBe('anna@example.com');
  });
});

describe('a self-hosted page that turned out to be Outlook', () => {
  it('gets its script once, although it asked twice', async () => {
    const { browser } = started();
    browser.open(TAB, ROUNDCUBE);
    await Promise.all([browser.say(TAB, 'page.outlook', {}), browser.say(TAB, 'page.outlook', {})]);
    expect(browser.injected).toEqual([{ tab: TAB, files: ['read-outlook.js'] }]);
  });
});

describe('"always use this one"', () => {
  it('is not kept for an address whose list is no longer there', async () => {
    const { browser } = started();
    browser.open(TAB, ROUNDCUBE);
    await browser.ask('lookup.text', { tab: TAB, text: 'ben@example.com' });
    const ref = { connection: 'book', id: '1' };
    expect(await browser.ask('match.pick', { tab: TAB, ref, always: true })).toMatchObject({ ok: false });
    expect((await readSettings()).always).toEqual({});
  });
});

describe('the first start', () => {
  it('opens the welcome page, and an update does not', async () => {
    const { browser } = started();
    browser.tell('installed', { reason: 'update' });
    browser.tell('installed', { reason: 'install' });
    await expect.poll(() => browser.opened).toMatchObject([{ url: expect.stringContaining('welcome.html') }]);
  });
});
