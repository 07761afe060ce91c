import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { inspect, listen, mailFrom } from './desk';
import { type Harness, launch } from './harness';
import { launcherOn } from './launcher-on';
import { GMAIL, gmailPages, INBOX } from './pages/gmail';

const THREADS = [
  mailFrom('Printer offline', 'Anna Keller', 'anna.keller@example.com', 1),
  mailFrom('Accounts', 'Phương Thảo Nguyễn', 'thao.nguyen@harbourfinch.example.com', 2),
];
const WEBMAIL = 'https://mail.example.test';

let browser: Harness;
let page: Page;
let panel: Page;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await launch();
  browser.ctx.setDefaultTimeout(10_000);
  browser.ctx.on('page', (one) => listen(one, complaints));
  await browser.loadSample();
  await browser.serve(GMAIL, gmailPages(THREADS, true));
  page = await browser.ctx.newPage();
  await page.goto(INBOX);
  await page.locator('tr.zA', { hasText: 'Printer offline' }).click();
  panel = await browser.openPanel(page);
});
afterAll(() => browser?.close());
afterEach(() => expect(complaints.splice(0)).toEqual([]));

const painted = (name: string) => panel.getByRole('heading', { level: 1 }).getByText(name, { exact: true }).waitFor();
const sites = async (): Promise<unknown> => browser.ask('site.list', {});

/** Grants a site in the extensions page, so that the extension's own question is answered at once: yes. */
async function willSayYes(origin: string): Promise<void> {
  await browser.allow(origin);
  await browser.revoke(origin);
}

describe('A mail site that was not allowed', () => {
  test('is not read, and has no launcher: the panel asks first, and says what it would read', async () => {
    await painted('Read who writes at mail.google.com?');
    expect(await sites()).toEqual([]);
    expect(await (await launcherOn(page)).seen()).toBeNull();
    await inspect(panel, 'no-access-gmail');
  });

  test('is read at once when it is allowed on a click, without a reload', async () => {
    await willSayYes(GMAIL);
    await page.bringToFront();
    await painted('Read who writes at mail.google.com?');
    await panel.getByRole('button', { name: 'Allow on this site' }).click();
    await painted('Anna Keller');
    const launcher = await launcherOn(page);
    await expect.poll(async () => (await launcher.seen())?.face).toBe('known');
    expect(await sites()).toMatchObject([{ origin: GMAIL }]);
  });

  test('is left at once when the access is taken back in the settings: no launcher, and the panel says so', async () => {
    const launcher = await launcherOn(page);
    const settings = await browser.ctx.newPage();
    await settings.goto(browser.url('options.html#sites'));
    await settings.getByRole('button', { name: /^Revoke .*mail\.google\.com/ }).click();
    await expect.poll(sites).toEqual([]);
    await settings.close();
    await page.bringToFront();
    await expect.poll(launcher.seen).toBeNull();
    await painted('Read who writes at mail.google.com?');
    expect(await panel.locator('main').textContent()).not.toContain('Cellar manager');
    await page.locator('tr.zA', { hasText: 'Accounts' }).click();
    await page.locator('.hP', { hasText: 'Accounts' }).waitFor();
    await painted('Read who writes at mail.google.com?');
    await inspect(panel, 'no-access-taken-back');
  });
});

describe('A page whose script is gone', () => {
  test('is called out of date, and read again after one press on "Reload tab"', async () => {
    await browser.allow(GMAIL);
    await page.bringToFront();
    await painted('Phương Thảo Nguyễn');
    // As an update leaves it: the tab is there, allowed, and nobody in it answers.
    await orphan();
    await panel.close();
    panel = await browser.openPanel(page);
    await panel.getByText('The extension was updated. Reload this tab to go on.').first().waitFor();
    await painted('This page is not read');
    await inspect(panel, 'orphaned');
    await panel.getByRole('button', { name: 'Reload tab' }).click();
    await page.locator('tr.zA', { hasText: 'Printer offline' }).click();
    await painted('Anna Keller');
    expect(await panel.getByRole('button', { name: 'Reload tab' }).count()).toBe(0);
  });

  /** Ends our script in the page as if the extension had forgotten it. */
  async function orphan(): Promise<void> {
    const worker = browser.ctx.serviceWorkers()[0] ?? (await browser.ctx.waitForEvent('serviceworker'));
    await worker.evaluate(async (url) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
      await chrome.tabs.sendMessage(tab?.id ?? -1, { name: 'page.stop', question: {} });
    }, page.url());
  }
});

describe('A message that cannot be read', () => {
  const open = async (site: string, name: string) => {
    const folder = `test/sites/${site}/${name}`;
    const { url }: { readonly url: string } = JSON.parse(readFileSync(`${folder}.json`, 'utf8'));
    await browser.ctx.unroute(`${new URL(url).origin}/**`);
    await browser.serve(new URL(url).origin, () => ({ body: readFileSync(`${folder}.html`, 'utf8') }));
    await browser.allow(new URL(url).origin);
    // Another fragment alone would load nothing.
    await page.goto('about:blank');
    await page.goto(url);
    await page.bringToFront();
  };
  const nobody = async () => {
    expect(await panel.getByRole('heading', { name: /^(Contact|Notes|Open|Properties)/ }).count()).toBe(0);
    expect(await panel.locator('.head-address').count()).toBe(0);
  };

  test('because its layout is new to us: nobody is shown, and an address can be pasted', async () => {
    await open('gmail', 'redesign-nobody-can-read');
    await painted('This page’s layout is new to us');
    await nobody();
    await inspect(panel, 'page-unknown');
    await panel.getByLabel('Paste an address', { exact: true }).fill('anna.keller@example.com');
    await panel.keyboard.press('Enter');
    await painted('Anna Keller');
    await panel.getByRole('button', { name: /^Back/ }).click();
    await painted('This page’s layout is new to us');
  });

  test('because it has no sender: that is said, and nobody is shown', async () => {
    await open('gmail', 'from-absent');
    await painted('Nobody to show for this message');
    await nobody();
    await inspect(panel, 'no-sender');
  });

  test('but for a name without an address: people of that name are listed, nobody is taken for the writer', async () => {
    await open('outlook', 'colleague-without-address');
    await painted('Beate Agent');
    // Of somebody else who is only named nobody can say that they are in no book.
    await panel.getByRole('button', { name: /Arno Agent.*no address shown.*Look up/ }).waitFor();
    await panel.getByText('The page shows a name without an address.').first().waitFor();
    await nobody();
    await inspect(panel, 'name-only-nobody');
  });

  test('a name without an address that is somebody’s here is offered, and not opened by itself', async () => {
    const body = readFileSync('test/sites/outlook/colleague-without-address.html', 'utf8');
    await browser.ctx.unroute('https://outlook.office.com/**');
    await browser.serve('https://outlook.office.com', () => ({ body: body.replaceAll('Beate Agent', 'Lukas Bauer') }));
    await page.goto('https://outlook.office.com/mail/inbox/id/AAQkAGI2%2Bdef%3D');
    await painted('Lukas Bauer');
    await panel.getByRole('heading', { name: 'People with this name' }).waitFor();
    await nobody();
    await inspect(panel, 'name-only');
    await panel.getByRole('button', { name: 'Open Lukas Bauer' }).click();
    await panel.getByText('lukas@bauersohn.example.org').first().waitFor();
  });

  test('of a site that is allowed and is no mail site at all, the panel says that no message is open', async () => {
    await browser.serve(WEBMAIL, () => ({ body: '<!doctype html><title>Intranet</title><p>Hello</p>' }));
    await browser.allow(WEBMAIL);
    await page.goto(`${WEBMAIL}/`);
    await page.bringToFront();
    await painted('No message is open');
    await nobody();
  });
});
