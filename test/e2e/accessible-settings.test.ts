// The settings of servers, the log, appearance and the lock, and what they bring to the panel: axe finds nothing that
// keeps somebody out, and nothing has to be scrolled sideways. In light and English, and mirrored in dark and Arabic.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { wrongAtAnySize } from './any-size';
import { listen } from './desk';
import { addRt, LOOPBACK, type ServedRt, serveRt } from './fake-rt';
import { type Harness, launch, shoot } from './harness';
import { shootFailures } from './profile';

const LOOKS = [
  { language: 'en', scheme: 'light' },
  { language: 'ar', scheme: 'dark' },
] as const;
const PASSPHRASE = 'seven red boats';
const ANNA = { connection: 'sample', id: '12' };

describe.each(LOOKS)('In $language and $scheme', ({ language, scheme }) => {
  const servers: ServedRt[] = [];
  const ids: string[] = [];
  let browser: Harness;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launch({ language, scheme });
    browser.ctx.setDefaultTimeout(10_000);
    await browser.allow(LOOPBACK);
    await browser.loadSample();
    for (const [name, shape] of [
      ['RT Support', 'diamond'],
      ['Storehouse and Shipping West', 'hexagon'],
    ] as const) {
      const server = await serveRt();
      servers.push(server);
      ids.push(await addRt(browser, server, { name, shape }));
    }
    page = await browser.ctx.newPage();
    listen(page, complaints);
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) await server.close();
  });
  afterEach(() => expect(complaints.splice(0)).toEqual([]));
  shootFailures(() => page);

  /** The settings at their full width too. */
  const sound = async (name: string) => {
    // What axe finds hangs little on the width.
    const found = await wrongAtAnySize(page, ({ width }) => width === 280);
    await page.setViewportSize({ width: 1200, height: 760 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const all = over > 0 ? [...found, `1200 px: ${over} px too wide`] : found;
    if (all.length > 0) await shoot(page, `accessible-${language}-${name}`);
    expect(all, name).toEqual([]);
  };
  const section = async (hash: string) => {
    await page.goto('about:blank');
    await page.goto(browser.url(`options.html#${hash}`));
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  const panelAbout = async (address: string) => {
    await page.goto(browser.url(`sidepanel.html?address=${address}`));
    await page.getByRole('heading', { level: 1 }).waitFor();
  };

  test('the panel while two servers fail, each in its own way', async () => {
    servers[0]?.be('away');
    servers[1]?.be('signed-out');
    await panelAbout('anna.keller@example.com');
    await page.locator('.strip').nth(1).waitFor();
    await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
    await sound('failing');
    await panelAbout('nobody@example.net');
    await page.locator('.strip').nth(1).waitFor();
    await sound('nobody');
  });

  test('the servers with a test that went well, one that did not, a form, and the question before one goes', async () => {
    servers[0]?.be('well');
    await section('connections');
    const row = (name: string) => page.locator('.connection-row', { hasText: name });
    await row('Storehouse').locator('.connection-failed').waitFor();
    await browser.ask('connection.test', { id: ids[0] });
    await section('connections');
    await row('RT Support').locator('.connection-acts button').first().click();
    await page.locator('.test-box li').first().waitFor();
    await page.locator('.connections-head .button').click();
    await page.locator('form.connection-form').waitFor();
    // Nothing is typed: each field that has to be filled says so.
    await page.locator('form.connection-form [type=submit]').click();
    await page.locator('[aria-invalid]').first().waitFor();
    await sound('connections');
    await row('RT Support').locator('button[aria-haspopup=menu]').click();
    await page.getByRole('menuitem').last().click();
    await page.getByRole('dialog').waitFor();
    await sound('removing');
  });

  test('the log of calls, how it looks, and who was declared different', async () => {
    await section('log');
    await page.locator('.log-foot').waitFor();
    await sound('log');
    await section('appearance');
    await page.getByRole('radio').first().waitFor();
    await sound('appearance');
    await browser.ask('apart.set', { a: ANNA, b: { connection: ids[0], id: '53' }, apart: true });
    await section('apart');
    await page.locator('.apart-side').first().waitFor();
    await sound('apart');
  });

  test('the passphrase: typed, set, and what stands there while it is locked', async () => {
    await section('lock');
    await page.locator('.lock-acts .button').first().click();
    const typed = page.locator('.lock-form input');
    await typed.first().fill(PASSPHRASE);
    await typed.last().fill('another');
    await page.keyboard.press('Enter');
    await page.locator('[aria-invalid]').first().waitFor();
    await sound('lock-typed');
    await typed.last().fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.locator('.lock-when').waitFor();
    await sound('lock-set');
    await browser.ask('vault.lock', {});
    await section('connections');
    await page.locator('.unlock-box').waitFor();
    await sound('connections-locked');
    await page.goto(browser.url('sidepanel.html'));
    await page.locator('.locked input').waitFor();
    await page.locator('.locked input').fill('wrong');
    await page.keyboard.press('Enter');
    await page.locator('[aria-invalid]').waitFor();
    await sound('panel-locked');
  });
});
