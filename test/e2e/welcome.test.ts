import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { inspect, listen } from './desk';
import { type Harness, launch } from './harness';
import { GMAIL } from './pages/gmail';

let browser: Harness;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await launch();
  browser.ctx.setDefaultTimeout(10_000);
});
afterAll(() => browser?.close());
afterEach(() => expect(complaints.splice(0)).toEqual([]));

const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
const step = (title: string) => page.getByRole('listitem').filter({ hasText: title }).first();

describe('After the first install', () => {
  test('the welcome page is open, and no site was asked for', async () => {
    const isWelcome = (one: Page) => one.url() === browser.url('welcome.html');
    page = browser.ctx.pages().find(isWelcome) ?? (await browser.ctx.waitForEvent('page', isWelcome));
    listen(page, complaints);
    await page.bringToFront();
    await page.getByRole('heading', { level: 1, name: 'See who wrote, beside the message.' }).waitFor();
    expect(await browser.ask('site.list', {})).toEqual([]);
    expect(await browser.ask('book.state', {})).toEqual({ sample: { loaded: false, people: 0 }, own: { people: 0 } });
    await inspect(page, 'welcome');
  });

  test('a sample person is met on one click, with no server', async () => {
    await page.bringToFront();
    await press('Load sample people');
    const sample = page.getByRole('complementary', { name: 'Sample panel' });
    await sample.getByRole('heading', { name: 'Anna Keller' }).waitFor();
    await sample.getByText('Weinkeller: label printer offline').waitFor();
    expect(await browser.ask('book.state', {})).toMatchObject({ sample: { loaded: true, people: 60 } });
    await page.bringToFront();
    await inspect(page, 'welcome-sample');
  });

  test('the sample people go on one click, and nobody is left', async () => {
    await press('Remove sample people');
    await page.getByText('Anna Keller appears here').waitFor();
    expect(await browser.ask('book.state', {})).toMatchObject({ sample: { loaded: false, people: 0 } });
    await page.bringToFront();
    await press('Load sample people');
    await page.getByRole('complementary').getByRole('heading', { name: 'Anna Keller' }).waitFor();
  });

  test('each step can be left for later, and taken up again', async () => {
    await press('Later: Allow your mail site');
    await press('Later: Add a server, or not');
    await inspect(page, 'welcome-later');
    await press('Now: Allow your mail site');
    await step('Allow your mail site')
      .getByRole('button', { name: /^Allow/ })
      .waitFor();
  });

  test('a mail site is allowed on a click, and taken back on another', async () => {
    await browser.allow(GMAIL);
    await browser.revoke(GMAIL);
    await page.bringToFront();
    await step('Allow your mail site').getByRole('button', { name: 'Allow mail.google.com' }).click();
    await step('Allow your mail site').getByText('mail.google.com').first().waitFor();
    expect(await browser.ask('site.list', {})).toMatchObject([{ origin: GMAIL }]);
    await page.bringToFront();
    await inspect(page, 'welcome-site');
    await press(/^Take back .*mail\.google\.com/);
    await expect.poll(() => browser.ask('site.list', {})).toEqual([]);
  });

  test('the sample mailbox opens in a tab of its own', async () => {
    await page.bringToFront();
    const opened = browser.ctx.waitForEvent('page');
    await page.getByRole('link', { name: 'Open the sample mailbox' }).click();
    const mailbox = await opened;
    await mailbox.getByText('Two of the lamps').first().waitFor();
    await mailbox.close();
  });
});
