import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { inspect, listen } from './desk';
import { type Harness, launch } from './harness';

const TEXT = 'https://forum.example.test';
const BODY = `<!doctype html><html lang="en"><head><title>A thread</title></head><body>
  <p id="who">Please ask Anna Keller &lt;anna.keller@example.com&gt;, she knows.</p>
  <p id="name">Lukas Bauer</p>
  <p id="nobody">nothing of the kind</p>
  <a id="mail" href="mailto:georg@bauersohn.example.org?subject=Hello">write</a>
</body></html>`;

let browser: Harness;
let page: Page;
let panel: Page;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await launch();
  browser.ctx.setDefaultTimeout(10_000);
  browser.ctx.on('page', (one) => listen(one, complaints));
  await browser.loadSample();
  await browser.serve(TEXT, ({ pathname }) => (pathname === '/' ? { body: BODY } : null));
  page = await browser.ctx.newPage();
  await page.goto(`${TEXT}/`);
  panel = await browser.openPanel(page);
});
afterAll(() => browser?.close());
afterEach(async () => {
  // Without a real press the browser refuses to open its panel, and a window of its own opens instead.
  for (const one of browser.ctx.pages()) if (one.url().includes('sidepanel.html?tab=')) await one.close();
  expect(complaints.splice(0)).toEqual([]);
});

const painted = (name: string) => panel.getByRole('heading', { level: 1 }).getByText(name, { exact: true }).waitFor();
const searchField = () => panel.getByRole('combobox', { name: /^Search people/ });

/** What the browser tells the extension when the user takes one of its own ways, which no test can press headless. */
async function happens(event: 'menu' | 'command' | 'omnibox', told: unknown): Promise<void> {
  await page.bringToFront();
  const worker = browser.ctx.serviceWorkers()[0] ?? (await browser.ctx.waitForEvent('serviceworker'));
  await worker.evaluate(
    async ([kind, detail]) => {
      const { contextMenus, commands, omnibox, tabs } = chrome as unknown as Dispatching;
      const [tab] = await tabs.query({ active: true });
      if (kind === 'menu') contextMenus.onClicked.dispatch(detail, tab);
      else if (kind === 'command') commands.onCommand.dispatch(detail, tab);
      else omnibox.onInputEntered.dispatch(detail, 'currentTab');
    },
    [event, told] as const,
  );
}

interface Dispatching {
  readonly contextMenus: { readonly onClicked: Dispatch };
  readonly commands: { readonly onCommand: Dispatch };
  readonly omnibox: { readonly onInputEntered: Dispatch };
  readonly tabs: { query(what: object): Promise<readonly unknown[]> };
}
interface Dispatch {
  dispatch(...told: unknown[]): void;
}

describe('Without access to any page', () => {
  test('the panel says which page it does not read, and what it would read', async () => {
    await painted('Read who writes at forum.example.test?');
    await panel.getByText(/^Not read:/).waitFor();
    await inspect(panel, 'no-access');
  });

  test('an address is pasted into the search, name and all', async () => {
    await browser.ctx.grantPermissions(['clipboard-read', 'clipboard-write']);
    await panel.evaluate(() => navigator.clipboard.writeText('"Keller, Anna" <Anna.Keller@Example.com>'));
    await searchField().focus();
    await panel.keyboard.press('Control+V');
    await painted('Anna Keller');
    expect(await searchField().inputValue()).toBe('');
    await panel.getByRole('button', { name: 'Back', exact: true }).click();
  });

  test('an address is typed into the field below the question for access', async () => {
    await panel.getByLabel('Paste an address', { exact: true }).fill('no address at all');
    await panel.getByRole('button', { name: 'Look up' }).click();
    await panel.getByText('There is no address in this text.').waitFor();
    await inspect(panel, 'no-access-no-address');
    await panel.getByLabel('Paste an address', { exact: true }).fill('georg@bauersohn.example.org');
    await panel.keyboard.press('Enter');
    await painted('Georg Bauer');
  });
});

describe('The search', () => {
  const found = () => panel.getByRole('listbox', { name: 'People found' }).getByRole('option');

  test('finds by the beginning of a name, counts honestly, and says when there are more', async () => {
    await panel.keyboard.press('Escape');
    await searchField().click();
    await panel.keyboard.type('bauer');
    await panel.getByRole('heading', { name: /^\d+ people$/ }).waitFor();
    const shown = await found().count();
    expect(await panel.getByRole('heading', { name: `${shown} people` }).count()).toBe(1);
    await inspect(panel, 'search');
  });

  test('opens the row that the arrows stand on, and goes away', async () => {
    const first = await panel.locator('[role=option][aria-selected=true] .person-name').textContent();
    await panel.keyboard.press('ArrowDown');
    const second = await panel.locator('[role=option][aria-selected=true] .person-name').textContent();
    expect(second).not.toBe(first);
    await panel.keyboard.press('Enter');
    await painted((second ?? '').trim());
    expect(await found().count()).toBe(0);
  });

  test('that shows only a part of them says of how many, and loads the rest on a press', async () => {
    await searchField().fill('@');
    await searchField().fill('e');
    const heading = panel.locator('.people-count h1');
    await heading.getByText(/^First 50 of \d+/).waitFor();
    expect(await found().count()).toBe(50);
    await panel.getByRole('button', { name: 'Load the rest' }).click();
    await heading.getByText(/people$/).waitFor();
    expect(await found().count()).toBe(Number.parseInt((await heading.textContent()) ?? '', 10));
  });

  test('that finds nobody says so', async () => {
    await searchField().fill('zzzz');
    await panel.getByText('Nobody is found by “zzzz”.').waitFor();
    await inspect(panel, 'search-nobody');
    await panel.keyboard.press('Escape');
    expect(await searchField().inputValue()).toBe('');
  });
});

describe('From the page', () => {
  const select = (id: string) =>
    page.evaluate((one) => {
      const node = document.getElementById(one);
      if (node !== null) getSelection()?.selectAllChildren(node);
    }, id);

  test('a selection is looked up from its context menu', async () => {
    await happens('menu', { menuItemId: 'selection', selectionText: 'ask Anna Keller <anna.keller@example.com>, she' });
    await painted('Anna Keller');
  });

  test('a mail link is looked up from its context menu', async () => {
    const linkUrl = await page.locator('#mail').getAttribute('href');
    await happens('menu', { menuItemId: 'link', linkUrl });
    await painted('Georg Bauer');
  });

  test('a selected name without an address stands in the search, where people of that name are listed', async () => {
    await happens('menu', { menuItemId: 'selection', selectionText: 'Lukas Bauer' });
    await expect.poll(() => searchField().inputValue()).toBe('Lukas Bauer');
    await panel.getByRole('option', { name: /Lukas Bauer/ }).waitFor();
    await searchField().fill('');
  });

  test('the selection is looked up by the shortcut, on a page that was never allowed', async () => {
    // The toolbar button gives access to this one page, as the shortcut itself does.
    await panel.close();
    panel = await browser.openPanel(page);
    await select('who');
    await happens('command', 'look-up-selection');
    await painted('Anna Keller');
  });
});

test('The browser grants both of the suggested shortcuts, and the welcome page names them', async () => {
  const welcome = await browser.ctx.newPage();
  await welcome.goto(browser.url('welcome.html'));
  const keys = welcome.locator('kbd');
  await expect.poll(() => keys.allTextContents()).toEqual(['Alt W', 'Alt Shift K']);
  await welcome.close();
  await page.bringToFront();
});

describe('From the address bar', () => {
  test('"who" and an address is looked up in the panel', async () => {
    await happens('omnibox', 'lukas@bauersohn.example.org');
    await painted('Lukas Bauer');
  });
});

test('A link to the panel with an address in it opens that person, in a tab of its own', async () => {
  const tab = await browser.ctx.newPage();
  await tab.goto(browser.url('sidepanel.html?address=anna.keller@example.com'));
  await tab.getByRole('heading', { level: 1 }).getByText('Anna Keller').waitFor();
  await inspect(tab, 'panel-in-a-tab');
  // A name is no address: people of that name are listed, and nobody is left from before.
  await tab.goto(browser.url('sidepanel.html?address=lukas'));
  await tab.getByRole('option', { name: /Lukas Bauer/ }).waitFor();
  expect(await tab.locator('.head-name', { hasText: 'Anna Keller' }).count()).toBe(0);
  await tab.close();
});
