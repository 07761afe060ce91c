import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listen } from './desk';
import { type Display, missing, openDisplay } from './display';
import { type Harness, launch } from './harness';

const FORUM = 'https://forum.example.test';
const BODY = `<!doctype html><html lang="en"><head><title>A thread</title></head><body>
  <p id="who">anna.keller@example.com</p><p id="name">Lukas</p></body></html>`;

const lacking = missing();
if (lacking.length > 0) console.log(`Not tried: keys and menus of the browser itself. Missing: ${lacking.join(', ')}.`);

/** What no headless browser has: its own shortcuts, its context menu, its address bar, its question for access. */
describe.skipIf(lacking.length > 0)('On a real display', () => {
  let display: Display;
  let browser: Harness;
  let page: Page;
  let panel: Page | null = null;
  const complaints: string[] = [];

  beforeAll(async () => {
    display = await openDisplay();
    browser = await launch({ headless: false, size: '1400,860' });
    browser.ctx.setDefaultTimeout(10_000);
    browser.ctx.on('page', (one) => listen(one, complaints));
    await browser.loadSample();
    await browser.serve(FORUM, ({ pathname }) => (pathname === '/' ? { body: BODY } : null));
  });
  afterAll(async () => {
    await browser?.close();
    display?.close();
  });
  beforeEach(async () => {
    page = await browser.ctx.newPage();
    await page.goto(`${FORUM}/`);
    await page.bringToFront();
    // The window takes the keyboard with a click only.
    await page.locator('#name').click();
  });
  afterEach(async () => {
    await panel?.close();
    panel = null;
    await page.close();
    expect(complaints.splice(0)).toEqual([]);
  });

  const sidePanel = () => browser.ctx.pages().find((one) => one.url().startsWith(browser.url('sidepanel.html')));
  // Not the next page that opens: the address bar has one of its own for what it suggests.
  const opened = async (act: () => void): Promise<Page> => {
    act();
    await expect.poll(sidePanel, { timeout: 10_000 }).toBeDefined();
    panel = sidePanel() ?? null;
    if (panel === null) throw new Error('No panel');
    await panel.waitForFunction(() => window.innerWidth > 0);
    return panel;
  };
  const painted = (name: string) =>
    panel?.getByRole('heading', { level: 1 }).getByText(name, { exact: true }).waitFor();

  test('the shortcut opens the panel', async () => {
    await opened(() => display.press('alt+w'));
    await painted('Read who writes at forum.example.test?');
    mkdirSync('.shots', { recursive: true });
    display.shoot('.shots/display-no-access.png');
  });

  test('the other shortcut opens the panel and looks up what is selected, on a page that was never allowed', async () => {
    await page.locator('#who').click({ clickCount: 3 });
    await opened(() => display.press('alt+shift+k'));
    await painted('Anna Keller');
    display.shoot('.shots/display-selection.png');
  });

  test('the context menu of a selection looks it up', async () => {
    await page.locator('#who').click({ clickCount: 3 });
    // The extension's entry stands above the last one.
    await opened(() => display.press('shift+F10', 'Up', 'Up', 'Return'));
    await painted('Anna Keller');
  });

  test('"who" in the address bar looks up what follows it', async () => {
    const found = await opened(() => {
      display.press('ctrl+l');
      display.type('who lukas');
      display.press('Return');
    });
    await found.getByRole('option', { name: /Lukas Bauer/ }).waitFor();
    display.shoot('.shots/display-omnibox.png');
  });
});
