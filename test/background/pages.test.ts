import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openMessage } from '@/test/support/messages';
import { found, partyOf } from '@/test/support/people';
import { gate, place } from '@/test/support/places';
import { rooms, TAB } from '@/test/support/rooms';
import { standInBrowser, stub } from '@/test/support/stand-in';
import { makePages } from '@/utils/background/pages';
import type { Found } from '@/utils/connectors/types';

const MAIL = 'https://mail.example.com';
const PATTERN = `${MAIL}/*`;
const opened = { state: 'open' as const, message: openMessage([partyOf('Anna', 'anna@example.com')]) };
const anna = found({ ref: { connection: 'book', id: '1' } });

function desk(find: () => Promise<Found[]> = async () => [anna]) {
  const browser = standInBrowser();
  const background = rooms([place('book', { find })]);
  const pages = makePages(background);
  const heard: string[] = [];
  const script =
    (alive = true) =>
    (said: { readonly name: string }) => {
      heard.push(said.name);
      return alive ? { ok: true, value: true } : undefined;
    };
  const page = async () => (await background.view()).page;
  return { browser, ...background, pages, heard, script, page };
}

afterEach(() => vi.restoreAllMocks());

describe('access to a site', () => {
  it('given: its script runs there from now on, and at once in tabs that are open', async () => {
    const { browser } = desk();
    browser.open(TAB, `${MAIL}/inbox`);
    browser.give(PATTERN);
    await expect.poll(() => browser.injected).toEqual([{ tab: TAB, files: ['read-hosted.js'] }]);
    expect(browser.registered.get('hosted')).toEqual([PATTERN]);
  });

  it('given while its page is still loading: the script runs once, not twice', async () => {
    const { browser, pages, script } = desk();
    browser.open(TAB, `${MAIL}/inbox`, null, 'loading');
    browser.give(PATTERN);
    await pages.sync();
    expect(browser.injected).toEqual([]);
    browser.open(TAB, `${MAIL}/inbox`, script());
    browser.loaded(TAB);
    await pages.sync();
    expect(browser.injected).toEqual([]);
  });

  it('given while its page is loading, too late for it: the script is brought when it has loaded', async () => {
    const { browser, pages } = desk();
    browser.open(TAB, `${MAIL}/inbox`, null, 'loading');
    browser.give(PATTERN);
    await pages.sync();
    browser.loaded(TAB);
    await expect.poll(() => browser.injected).toHaveLength(1);
  });

  it('taken back: the script stops, the person is gone at once, and nothing is registered', async () => {
    const { browser, read, view, heard, script, page } = desk();
    browser.open(TAB, `${MAIL}/inbox`, script());
    browser.give(PATTERN);
    await read(opened);
    expect((await view()).shown).toEqual(anna.person.ref);
    browser.take(PATTERN);
    await expect.poll(async () => (await page()).state).toBe('no-access');
    expect(heard).toContain('page.stop');
    expect(await view()).toMatchObject({ subject: null, answers: [], shown: null });
    await expect.poll(() => [...browser.registered.keys()]).toEqual([]);
  });

  it('taken back in the middle of a lookup: its answer comes to nobody', async () => {
    const slow = gate<Found[]>();
    const { browser, read, view, script, page } = desk(() => slow.promise);
    browser.open(TAB, `${MAIL}/inbox`, script());
    browser.give(PATTERN);
    const reading = read(opened);
    await expect.poll(async () => (await view()).answers[0]?.state).toBe('looking');
    browser.take(PATTERN);
    await expect.poll(async () => (await page()).state).toBe('no-access');
    slow.open([anna]);
    await reading;
    expect(await view()).toMatchObject({ subject: null, answers: [], shown: null });
  });

  it('taken back: a word of the script that was under way is not heard any more', async () => {
    const { browser, pages, script, page, read } = desk();
    browser.open(TAB, `${MAIL}/inbox`, script());
    browser.give(PATTERN);
    await read(opened);
    expect(await pages.mayHear(TAB, `${MAIL}/inbox`)).toBe(true);
    browser.take(PATTERN);
    await expect.poll(async () => (await page()).state).toBe('no-access');
    expect(await pages.mayHear(TAB, `${MAIL}/inbox`)).toBe(false);
    browser.give(PATTERN);
    expect(await pages.mayHear(TAB, `${MAIL}/inbox`)).toBe(true);
  });

  it('missing: the panel is told for which site, its port included', async () => {
    const { browser, pages, page } = desk();
    browser.open(TAB, 'https://desk.example.com:8443/ticket');
    const url = 'https://desk.example.com:8443/ticket';
    stub(fakeBrowser.tabs, 'get', async () => ({ id: TAB, windowId: 1, incognito: false, url }));
    await pages.check(TAB);
    expect(await page()).toMatchObject({ state: 'no-access', origin: 'https://desk.example.com:8443' });
  });

  it('missing, to a page whose address the browser keeps to itself: the panel says no more than that', async () => {
    const { browser, pages, page } = desk();
    browser.open(TAB, `${MAIL}/inbox`);
    await pages.check(TAB);
    expect(await page()).toEqual({ state: 'no-access', host: null, site: null });
  });
});

describe('a page that is looked at', () => {
  it('and whose script does not answer must be loaded again', async () => {
    const { browser, pages, page, read, view } = desk();
    browser.open(TAB, `${MAIL}/inbox`);
    browser.give(PATTERN);
    await pages.sync();
    await read(opened);
    await pages.check(TAB);
    expect(await page()).toMatchObject({ state: 'orphaned', host: 'mail.example.com' });
    expect((await view()).subject).toBeNull();
  });

  it('while it still loads is not called dead', async () => {
    const { browser, pages, page } = desk();
    browser.give(PATTERN);
    browser.open(TAB, `${MAIL}/inbox`, null, 'loading');
    await pages.check(TAB);
    expect((await page()).state).toBe('none');
  });

  it('and speaks while it is asked whether it lives is not called dead', async () => {
    const { browser, pages, page, read, view } = desk();
    browser.give(PATTERN);
    await pages.sync();
    browser.open(TAB, `${MAIL}/inbox`);
    const reading = gate<void>();
    stub(fakeBrowser.tabs, 'sendMessage', async () => {
      await read(opened);
      reading.open();
      throw new Error('Receiving end does not exist.');
    });
    await pages.check(TAB);
    await reading.promise;
    expect((await page()).state).toBe('open');
    expect((await view()).shown).toEqual(anna.person.ref);
  });

  it('and of which nothing is known is asked to tell again what it reads', async () => {
    const { browser, pages, heard, script } = desk();
    browser.give(PATTERN);
    await pages.sync();
    browser.open(TAB, `${MAIL}/inbox`, script());
    await pages.check(TAB);
    expect(heard).toEqual(['page.ping', 'page.again']);
  });

  it('and is known as it stands is asked for nothing more, and keeps its person', async () => {
    const { browser, pages, heard, script, read, view } = desk();
    browser.open(TAB, `${MAIL}/inbox`, script());
    browser.give(PATTERN);
    await pages.sync();
    await read(opened);
    heard.length = 0;
    await pages.check(TAB);
    expect(heard).toEqual(['page.ping']);
    expect((await view()).shown).toEqual(anna.person.ref);
  });
});

describe('a tab that goes elsewhere', () => {
  it.each([
    ['a site that is not allowed', 'https://shop.example.org/', 'no-access'],
    ['another allowed site', 'https://desk.example.com/ticket', 'none'],
  ])('to %s is about nobody at once, however long the page takes', async (_, url, state) => {
    const { browser, pages, read, view, script, page } = desk();
    browser.open(TAB, `${MAIL}/inbox`, script());
    browser.give(PATTERN);
    browser.give('https://desk.example.com/*');
    await pages.sync();
    await read(opened);
    browser.goes(TAB, url);
    await expect.poll(async () => (await view()).subject).toBeNull();
    expect(await view()).toMatchObject({ answers: [], shown: null });
    expect((await page()).state).toBe(state);
  });

  it('within the same site keeps its person until the page says something else', async () => {
    const { browser, pages, read, view, script } = desk();
    browser.open(TAB, `${MAIL}/inbox`, script());
    browser.give(PATTERN);
    await pages.sync();
    await read(opened);
    browser.goes(TAB, `${MAIL}/inbox?message=2`);
    await pages.sync();
    expect((await view()).shown).toEqual(anna.person.ref);
  });

  it('takes a person asked for beside its message along', async () => {
    const { browser, pages, read, ask, view, script } = desk();
    browser.open(TAB, `${MAIL}/inbox`, script());
    browser.give(PATTERN);
    await pages.sync();
    await read(opened);
    await ask('ben@example.com');
    browser.goes(TAB, 'https://shop.example.org/');
    await expect.poll(async () => (await view()).subject).toBeNull();
  });

  it('leaves a person asked for by hand where they are', async () => {
    const { browser, pages, read, ask, view, script, page } = desk();
    browser.open(TAB, `${MAIL}/inbox`, script());
    browser.give(PATTERN);
    await pages.sync();
    await read({ state: 'nothing' });
    await ask('anna@example.com');
    browser.goes(TAB, 'https://shop.example.org/');
    await expect.poll(async () => (await page()).state).toBe('no-access');
    expect((await view()).shown).toEqual(anna.person.ref);
  });
});

describe('a closed tab', () => {
  it('leaves nothing behind, whatever is still said about it', async () => {
    const slow = gate<Found[]>();
    const { browser, read, script } = desk(() => slow.promise);
    browser.open(TAB, `${MAIL}/inbox`, script());
    const reading = read(opened);
    await expect.poll(async () => Object.keys(await fakeBrowser.storage.session.get(null))).toContain(`view:${TAB}`);
    browser.close(TAB);
    slow.open([anna]);
    await reading;
    await read(opened);
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });
});

describe('a page that is left while it is found out whose it is', () => {
  it('leaves nobody in the panel', async () => {
    const { browser, read, places, tabs, view, script } = desk();
    const held = gate<Awaited<ReturnType<typeof places.all>>>();
    browser.give(PATTERN);
    browser.open(TAB, `${MAIL}/ticket/5`, script());
    places.all.mockImplementationOnce(() => held.promise);
    const { message } = opened;
    const reading = read({ state: 'open', message: { ...message, server: { address: MAIL, ticket: '5' } } });
    await expect.poll(() => places.all.mock.calls.length).toBe(1);
    browser.goes(TAB, 'https://elsewhere.example.org/');
    await expect.poll(async () => (await tabs.get(TAB)).frames).toEqual({});
    held.open([]);
    await reading;
    expect((await view()).subject).toBeNull();
  });

  it('leaves nobody there either once it has been found out', async () => {
    const { browser, read, places, view, script } = desk();
    const [held, may] = [gate<Awaited<ReturnType<typeof places.all>>>(), gate<boolean>()];
    browser.give(PATTERN);
    browser.give('https://elsewhere.example.org/*');
    browser.open(TAB, `${MAIL}/ticket/5`, script());
    places.all.mockImplementationOnce(() => held.promise);
    const { message } = opened;
    const reading = read({ state: 'open', message: { ...message, server: { address: MAIL, ticket: '5' } } });
    await expect.poll(() => places.all.mock.calls.length).toBe(1);
    const contains = vi.fn(() => may.promise);
    stub(fakeBrowser.permissions, 'contains', contains);
    browser.goes(TAB, 'https://elsewhere.example.org/');
    await expect.poll(() => contains.mock.calls.length).toBe(1);
    held.open([]);
    await reading;
    expect((await view()).subject?.party.name).toBe('Anna');
    may.open(true);
    await expect.poll(async () => (await view()).subject).toBeNull();
  });
});
