// A passphrase over what signs in to servers: sealed, locked, opened, and locked again by a browser that was closed.
import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { profile } from '@/.tools/launch.mjs';
import { TOKEN } from '@/test/connectors/rt/server';
import { type Desk, inspect, listen, mailFrom, sitDown } from './desk';
import { addRt, LOOPBACK, type ServedRt, serveRt } from './fake-rt';
import { type Harness, launch } from './harness';
import { keysOf } from './keyboard';
import { GMAIL, gmailPages, INBOX } from './pages/gmail';
import { shootFailures } from './profile';
import { tablesOf } from './stores';
import { say } from './words';

const PASS = 'seven red boats';
/** What of the token is secret, however it is written down. */
const SECRET = TOKEN.slice(-32);
const THREADS = [
  mailFrom('Pallets', 'Pat O’Neil', 'pat.oneil@kestrel.test', 1),
  mailFrom('Shop', 'Ben Shop', 'ben+shop@example.org', 2),
];

const folder = profile();
let desk: Desk;
let server: ServedRt;
let settings: Page;
const complaints: string[] = [];
const now: { browser?: Harness; panel?: Page } = {};

beforeAll(async () => {
  server = await serveRt();
  desk = await sitDown({ folder, threads: THREADS });
  Object.assign(now, { browser: desk.browser, panel: desk.panel() });
  await desk.browser.allow(LOOPBACK);
  await addRt(desk.browser, server, { name: 'Helpdesk' });
  await desk.mail.bringToFront();
  await desk.open('Pallets');
  await painted("Pat O'Neil");
});
afterAll(async () => {
  await now.browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});
afterEach(() => expect([...complaints.splice(0), ...desk.complaints()]).toEqual([]));
shootFailures(() => panel());

function panel(): Page {
  if (now.panel === undefined) throw new Error('No panel is open.');
  return now.panel;
}
const painted = (name: string) => panel().getByRole('heading', { level: 1 }).getByText(name, { exact: true }).waitFor();
const passphrase = () => panel().getByLabel(say('lock_passphrase'), { exact: true });
const { press, type } = keysOf(panel);

/** Every storage area and database of the extension, as one text. */
async function kept(page: Page): Promise<string> {
  const areas: unknown = await page.evaluate(
    'Promise.all(["local", "session", "sync"].map((area) => chrome.storage[area].get(null)))',
  );
  const names: unknown = await page.evaluate('indexedDB.databases().then((all) => all.map(({ name }) => name))');
  const tables = await Promise.all((Array.isArray(names) ? names : []).map((name) => tablesOf(page, String(name))));
  return JSON.stringify([areas, tables]);
}

/** The passphrase's field stands there, and nothing of anybody. */
async function isLocked(): Promise<void> {
  await painted(say('lock_title'));
  await passphrase().waitFor();
  const words = await panel().locator('body').textContent();
  for (const known of ["Pat O'Neil", 'pat.oneil', 'Ben Shop', 'Kestrel', 'Helpdesk', 'Pallets']) {
    expect(words).not.toContain(known);
  }
  expect(await panel().getByRole('tab').count()).toBe(0);
}

/** The background knows that a message of theirs is open, and has done what it does about it. */
const heard = (address: string) =>
  expect.poll(() => panel().evaluate('chrome.storage.session.get(null).then(JSON.stringify)')).toContain(address);

describe('A passphrase', () => {
  test('is set in the settings by keys alone, and from then on the token is nowhere in plain text', async () => {
    settings = await desk.browser.ctx.newPage();
    listen(settings, complaints);
    await settings.goto(desk.browser.url('options.html#lock'));
    const at = keysOf(() => settings);
    await at.pressAt(at.button(say('options_lock_do_set')));
    // Without one it is as the page says: whoever reads the disk reads it. So this looks where it would be.
    expect(await kept(settings)).toContain(SECRET);
    await settings.locator('.lock-form input:focus').waitFor();
    await at.type(PASS);
    await at.tabTo(settings.getByLabel(say('options_lock_again'), { exact: true }));
    await at.type('seven red boots');
    await at.press('Enter');
    await settings.getByText(say('options_lock_differs')).first().waitFor();
    await at.type(PASS);
    await at.press('Enter');
    await settings.getByText(say('options_lock_done_set')).waitFor();
    await inspect(settings, 'vault-set');
    expect(await kept(settings)).not.toContain(SECRET);
    expect(await kept(settings)).not.toContain(PASS);
    await desk.mail.bringToFront();
    await painted("Pat O'Neil");
  });

  test('that locks leaves the panel with its own field alone, and no server is asked', async () => {
    await settings.bringToFront();
    await settings.getByRole('button', { name: say('options_lock_now') }).click();
    await settings.locator('.lock-state').getByText(say('options_lock_is_locked')).waitFor();
    expect(await kept(settings)).not.toContain(SECRET);
    await desk.mail.bringToFront();
    await isLocked();
    const before = server.fake.calls.length;
    await desk.open('Shop');
    await desk.mail.locator('.hP', { hasText: 'Shop' }).waitFor();
    await heard('ben+shop@example.org');
    await isLocked();
    expect(server.fake.calls.length).toBe(before);
    await inspect(panel(), 'vault-locked');
  });

  test('that is wrong opens nothing and says so; the right one brings back whoever is written with', async () => {
    await desk.mail.bringToFront();
    await passphrase().focus();
    await type('six red boats');
    await press('Enter');
    await panel().getByText(say('lock_wrong')).first().waitFor();
    await isLocked();
    await inspect(panel(), 'vault-wrong');
    // What was wrong is selected: it is typed over.
    await type(PASS);
    await press('Enter');
    await painted('Ben Shop');
    await panel()
      .getByRole('button', { name: /^Helpdesk #\d+/ })
      .waitFor();
    await desk.open('Pallets');
    await painted("Pat O'Neil");
  });
});

describe('A browser that was closed and started again', () => {
  test('is locked: the token is there, sealed, and nobody is shown until the passphrase is typed', async () => {
    await desk.browser.close();
    const browser = await launch({ folder });
    browser.ctx.setDefaultTimeout(10_000);
    now.browser = browser;
    await browser.serve(GMAIL, gmailPages(THREADS, true));
    await browser.allow(GMAIL);
    await browser.allow(LOOPBACK);
    const mail = await browser.ctx.newPage();
    await mail.goto(INBOX);
    const before = server.fake.calls.length;
    now.panel = await browser.openPanel(mail);
    listen(panel(), complaints);
    await isLocked();
    await mail.locator('tr.zA', { hasText: 'Pallets' }).click();
    await mail.locator('.hP', { hasText: 'Pallets' }).waitFor();
    await heard('pat.oneil@kestrel.test');
    await isLocked();
    expect(await kept(panel())).not.toContain(SECRET);
    expect(server.fake.calls.length).toBe(before);
    await mail.bringToFront();
    await passphrase().focus();
    await type(PASS);
    await press('Enter');
    await painted("Pat O'Neil");
    await panel()
      .getByRole('button', { name: /^Helpdesk #\d+/ })
      .waitFor();
    expect(server.fake.calls.length).toBeGreaterThan(before);
    expect(await kept(panel())).not.toContain(SECRET);
  });
});
