// A picture of each part that Zammad and Deskpro bring: to be looked at. In light, dark, mirrored and German, as narrow as
// the panel gets, and with letters twice as large. `npm run shots`.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDeskpro, NORA, serveDeskpro } from '@/test/e2e/fake-deskpro';
import { addZammad, serveZammad, VERA } from '@/test/e2e/fake-zammad';
import { type Harness, launch, runAxe } from '@/test/e2e/harness';
import { shootFailures } from '@/test/e2e/profile';
import { LOOPBACK } from '@/test/support/served';

const FOLDER = '.shots/helpdesks';
const LOOKS = [
  { language: 'en', scheme: 'light' },
  { language: 'de', scheme: 'dark' },
  { language: 'ar', scheme: 'light' },
] as const;
/** px, and times the usual size of letters */
const NARROW = [
  [360, 1],
  [280, 1],
  [320, 2],
] as const;
const WIDE = [
  [1200, 1],
  [600, 2],
  [360, 1],
] as const;

describe.each(LOOKS)('In $language and $scheme', ({ language, scheme }) => {
  let browser: Harness;
  let zammad: Awaited<ReturnType<typeof serveZammad>>;
  let deskpro: Awaited<ReturnType<typeof serveDeskpro>>;
  let page: Page;
  const texts: Readonly<Record<string, string>> = JSON.parse(
    readFileSync(join(process.cwd(), `utils/i18n/locales/${language}.json`), 'utf8'),
  );
  const say = (key: string): string => texts[key] ?? key;

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    zammad = await serveZammad();
    deskpro = await serveDeskpro('legacy');
    Object.assign(zammad.vera, {
      mobile: '+44 7700 900111',
      out_of_office: true,
      out_of_office_start_at: '2026-01-01',
      out_of_office_end_at: '2031-01-31',
      out_of_office_replacement_id: 3,
      group_ids: { 1: ['full'] },
      areas: ['n', 's'],
      region: 'Europe::Hull',
      seats: 12,
      since: '2024-05-02',
      // More than this login sees.
      preferences: {
        locale: 'en-gb',
        tickets_open: 4,
        tickets_closed: 3,
        mail_delivery_failed: true,
        mail_delivery_failed_reason: 'Mailbox full',
      },
    });
    browser = await launch({ language, scheme });
    browser.ctx.setDefaultTimeout(8_000);
    await browser.allow(LOOPBACK);
    await addZammad(browser, zammad, 'Helpdesk');
    await addDeskpro(browser, deskpro.address, 'Old desk');
    page = await browser.ctx.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await zammad?.close();
    await deskpro?.close();
  });
  shootFailures(() => page);

  const picture = async (name: string, sizes: readonly (readonly [number, number])[], over = false) => {
    await page.mouse.move(0, 0);
    for (const [width, text] of sizes) {
      await page.setViewportSize({ width, height: 760 });
      await page.evaluate((times) => document.documentElement.style.setProperty('font-size', `${times * 100}%`), text);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      if (!over) await page.setViewportSize({ width, height: Math.min(Math.max(height, 400), 4000) });
      const path = join(FOLDER, `${name}-${language}-${width}${text === 1 ? '' : '-large'}.png`);
      await page.screenshot({ path, animations: 'disabled' });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(wide, `${name} at ${width}, text ${text}: px too wide`).toBeLessThanOrEqual(0);
    }
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
    await page.setViewportSize({ width: 360, height: 760 });
    const wrong = (await runAxe(page)).filter((one) => /^(serious|critical) /.test(one));
    expect.soft(wrong, name).toEqual([]);
  };
  const panel = async (address: string) => {
    await page.setViewportSize({ width: 360, height: 760 });
    await page.goto(browser.url(`sidepanel.html?address=${encodeURIComponent(address)}`));
    await page.getByRole('tab').first().waitFor();
    await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
  };
  const more = () =>
    page
      .getByRole('button', { name: say('more_actions'), exact: true })
      .first()
      .click();
  const menu = async (key: string) => {
    await more();
    await page
      .getByRole('menuitem', { name: new RegExp(`^${say(key)}`) })
      .first()
      .click();
  };
  const dialog = async (name: string, key: string, ready: string) => {
    await menu(key);
    await page.locator(`dialog[open] ${ready}`).first().waitFor();
    await picture(name, NARROW, true);
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    const back = await page.evaluate(() => document.activeElement?.closest('.menu') !== null);
    expect.soft(back, `${name}: the focus goes back to the menu`).toBe(true);
  };

  test('a person of Zammad with every mark', async () => {
    await panel(VERA.address);
    await page.locator('.head-mark').nth(2).waitFor();
    await page.locator('.tickets-unseen').waitFor();
    await picture('zammad-profile', NARROW);
    await more();
    await page.getByRole('menuitem').nth(8).waitFor();
    await picture('zammad-menu', [
      [360, 1],
      [280, 1],
    ]);
    await page.keyboard.press('Escape');
  });

  test('what is asked before something is done in Zammad', async () => {
    // Nobody looks with the eyes of somebody who cannot sign in.
    zammad.vera['login_failed'] = 0;
    await panel(VERA.address);
    await dialog('zammad-view', 'action_view_as', '.button');
    await dialog('zammad-sees', 'sees_action', '.ticket');
    await dialog('zammad-reset', 'action_send_reset', '.button');
    await dialog('zammad-factor', 'action_remove_factor', '[type=radio]');
    await dialog('zammad-delete', 'action_delete', 'input');
  });

  test('tickets that move', async () => {
    await panel(VERA.address);
    await page.locator('.ticket-chooses [aria-haspopup=menu]').first().click();
    await page.getByRole('menuitem').last().waitFor();
    await picture('zammad-ticket-menu', [
      [360, 1],
      [280, 1],
    ]);
    await page.getByRole('menuitem').last().click();
    await page.locator('dialog[open] input').fill('anna');
    await page.locator('dialog[open] .person-row, dialog[open] li').first().waitFor();
    await picture('zammad-move', NARROW, true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  test('time and history of Zammad', async () => {
    await panel(VERA.address);
    const { store } = zammad.fake;
    for (const [at, ticket] of store.tickets.filter(({ customer_id: of }) => of === zammad.vera.id).entries()) {
      store.times.push({
        id: at + 1,
        ticket_id: ticket.id,
        time_unit: `${15 * (at + 1)}`,
        created_at: ticket.created_at,
      });
      ticket.time_unit = `${15 * (at + 1)}`;
    }
    for (const [at, name] of [
      [1, 'zammad-billing'],
      [2, 'zammad-history'],
    ] as const) {
      await page.getByRole('tab').nth(at).click();
      await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
      await picture(name, NARROW);
    }
  });

  const merging = async (name: string, address: string, other: string, ready: string) => {
    await panel(address);
    await menu('action_merge');
    await page.locator('.merge input').first().fill(other);
    await page.locator('.merge li button').first().click();
    await page.locator(ready).first().waitFor();
    await page.locator('.merge-foot [aria-busy=true]').waitFor({ state: 'detached' });
    await picture(name, NARROW);
  };
  test('a merge that Zammad has not', async () => {
    zammad.home['preferences'] = { locale: 'en-gb', tickets_open: 3, tickets_closed: 1 };
    await merging('zammad-merge', VERA.address, 'vera@home', '.merge-count');
  });
  test('a merge that is Deskpro’s own', () => merging('deskpro-merge', NORA.address, 'N. Birk', '.merge-foot a'));

  test('somebody whom Zammad is about to delete', async () => {
    const task = {
      id: 5,
      state: 'in process',
      deletable_type: 'User',
      deletable_id: zammad.vera.id,
      preferences: { customer_tickets: ['1', '2', '3'], customer_tickets_count: 3, owner_tickets: [] },
      created_at: '2026-01-05T08:00:00.000Z',
      updated_at: '2026-01-05T08:00:00.000Z',
    };
    zammad.fake.store.tasks.push(task);
    await panel(VERA.address);
    await page.locator('.strip').first().waitFor();
    await picture('zammad-leaving', NARROW, true);
    Object.assign(task, { state: 'failed', preferences: { ...task.preferences, error: 'Ticket 67005 is locked' } });
    await page.reload();
    await page.locator('.strip').first().waitFor();
    await picture(
      'zammad-leaving-failed',
      [
        [360, 1],
        [280, 1],
      ],
      true,
    );
    zammad.fake.store.tasks.length = 0;
  });

  test('somebody else’s eyes, as every panel tells', async () => {
    zammad.vera['login_failed'] = 0;
    await panel(VERA.address);
    await menu('action_view_as');
    const tab = browser.ctx.waitForEvent('page');
    await page.locator('dialog[open] .button').first().click();
    await (await tab).waitForLoadState();
    await page.bringToFront();
    await page.locator('.panel-strips .strip').first().waitFor();
    await picture('zammad-viewing', NARROW, true);
    await page.locator('.panel-strips .strip button').first().click();
    await page.locator('.panel-strips .strip').first().waitFor({ state: 'detached' });
  });

  test('a person of Deskpro', async () => {
    await panel(NORA.address);
    await page.locator('.ticket').first().waitFor();
    await picture('deskpro-profile', NARROW);
    await more();
    await page.getByRole('menuitem').nth(5).waitFor();
    await picture('deskpro-menu', [
      [360, 1],
      [280, 1],
    ]);
    await page.keyboard.press('Escape');
    await page
      .locator('main section button[aria-expanded=false]', { hasText: say('section_resolved') })
      .first()
      .click();
    await page.locator('.more-fold').first().click();
    await page.getByText('Long ago').waitFor();
    await picture('deskpro-archived', NARROW);
  });

  test('the settings of both', async () => {
    zammad.fake.rights = new Set(['ticket.agent']);
    await page.setViewportSize({ width: 1200, height: 760 });
    await page.goto(browser.url('options.html#connections'));
    const lines = page.locator('.connection-row', { has: page.locator('.source-mark') });
    const test = async (name: string, server: string) => {
      await lines.filter({ hasText: server }).locator('.connection-acts > .button').first().click();
      await page.locator('.test-box .icon').nth(2).waitFor();
      await picture(name, WIDE);
      await page.setViewportSize({ width: 1200, height: 760 });
    };
    await test('options-test-zammad', 'Helpdesk');
    await test('options-test-deskpro', 'Old desk');
    await page.locator('.test-way .button').last().click();
    await page.locator('.call-row').first().waitFor();
    await picture('options-calls', WIDE);
    const first = page.locator('.call-row').first();
    await first.locator('.call-top > .button').click();
    await first.locator('.call-path input').fill('people/{person}/merge');
    await first.locator('textarea').fill('{"from": {source}}');
    await first.locator('[type=submit]').click();
    await first.locator('.field-error').nth(1).waitFor();
    const last = page.locator('.call-row').nth(12);
    await last.locator('.call-top > .button').click();
    await last.locator('.call-preset .button').click();
    await last.locator('.call-try .button').click();
    await last.locator('.call-tried').waitFor();
    await picture('options-describing', WIDE);
    await page.reload();
    await page.locator('.connections-head .button').click();
    await page.locator('.kind-choice').nth(2).click();
    await page.locator('.field-choice').waitFor();
    await picture('options-kinds', WIDE);
    zammad.fake.rights = zammad.fake.owner;
  });
});
