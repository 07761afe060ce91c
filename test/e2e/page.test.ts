import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Harness, launch } from './harness';
import { launcherOn } from './launcher-on';
import { GMAIL, gmailPages, INBOX, type Thread } from './pages/gmail';
import { viewOf } from './view';

const anna = { name: 'Anna Keller', email: 'anna.keller@example.com' };
const bo = { name: 'Bo Lund', email: 'bo.lund@example.org' };
const cleo = { name: 'Cleo Marsh', email: 'cleo.marsh@example.net' };
const THREADS: readonly Thread[] = [
  { id: '101', subject: 'Two lamps are broken', mails: [anna] },
  { id: '102', subject: 'Invoice', mails: [bo] },
  { id: '103', subject: 'Fitting', mails: [{ ...anna, expanded: false }, { ...bo, expanded: false }, cleo] },
];

let browser: Harness;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launch();
  await browser.allow(GMAIL);
});
afterAll(() => browser?.close());

beforeEach(async () => {
  await browser.serve(GMAIL, gmailPages(THREADS));
  page = await browser.ctx.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(INBOX);
});
afterEach(async () => {
  await page.close();
  // Whatever happens: the page's console stays clean, also under a policy that forbids nearly everything.
  expect(complaints).toEqual([]);
});

const row = (subject: string) => page.locator('tr.zA', { hasText: subject }).click();
const message = (at: number) => page.locator('[role=listitem]').nth(at).click();
const whom = async (): Promise<string | null> => (await viewOf(browser, page))?.subject?.party.address ?? null;
const pageState = async (): Promise<string | null> => (await viewOf(browser, page))?.page.state ?? null;

describe('In Gmail, under a policy that lets no page script write markup', () => {
  test('an open list is no open message', async () => {
    await expect.poll(pageState).toBe('none');
    expect(await whom()).toBeNull();
  });

  test('the writer of a message opened in place is known, and the next one, without a page load', async () => {
    await row('Two lamps are broken');
    await expect.poll(whom).toBe(anna.email);
    await page.goBack();
    await expect.poll(whom).toBeNull();
    await row('Invoice');
    await expect.poll(whom).toBe(bo.email);
  });

  test('a message that is open when the page loads is read', async () => {
    await row('Invoice');
    await expect.poll(whom).toBe(bo.email);
    await page.reload();
    await expect.poll(whom).toBe(bo.email);
  });

  test('of a conversation it is the last writer, until the user unfolds another message', async () => {
    await row('Fitting');
    await expect.poll(whom).toBe(cleo.email);
    await message(1);
    await expect.poll(whom).toBe(bo.email);
    await message(1);
    await message(0);
    await expect.poll(whom).toBe(anna.email);
  });

  test('what is written in a message counts for nothing', async () => {
    await row('Fitting');
    await expect.poll(whom).toBe(cleo.email);
    const view = await viewOf(browser, page);
    expect(JSON.stringify(view)).not.toContain('mallory');
  });

  test('the preview pane is read, though the address never changes', async () => {
    await browser.serve(GMAIL, gmailPages(THREADS, true));
    await page.reload();
    await row('Two lamps are broken');
    await expect.poll(whom).toBe(anna.email);
    await row('Invoice');
    await expect.poll(whom).toBe(bo.email);
    expect(page.url()).toBe(INBOX);
  });

  test('a background that was stopped is woken by the next message', async () => {
    await row('Two lamps are broken');
    await expect.poll(whom).toBe(anna.email);
    await page.goBack();
    await browser.stopServiceWorker();
    await row('Invoice');
    await expect.poll(whom).toBe(bo.email);
  });
});

describe('When access is taken back', () => {
  test('the launcher goes at once, and nothing is read any more', async () => {
    const launcher = await launcherOn(page);
    await row('Two lamps are broken');
    await expect.poll(launcher.seen).not.toBeNull();
    await expect.poll(whom).toBe(anna.email);
    await browser.revoke(GMAIL);
    await expect.poll(launcher.seen).toBeNull();
    await expect.poll(whom).not.toBe(anna.email);
    await page.goBack();
    await row('Invoice');
    await page.locator('.hP').waitFor();
    await browser.allow(GMAIL);
    await expect.poll(whom).toBe(bo.email);
    await expect.poll(launcher.seen).not.toBeNull();
  });
});
