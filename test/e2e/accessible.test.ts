// Every state of the panel, as narrow as it gets and with letters twice as large: axe finds nothing that keeps somebody
// out, and nothing has to be scrolled sideways. In light and English, dark and German, and mirrored in Arabic.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { wrongAtAnySize } from './any-size';
import { listen } from './desk';
import { type Harness, launch, shoot } from './harness';
import { fillDisk, panelOf, shootFailures } from './profile';

const LOOKS = [
  { language: 'en', scheme: 'light' },
  { language: 'de', scheme: 'dark' },
  { language: 'ar', scheme: 'light' },
] as const;
const SUMMARY = 'Knows the product well. Short answers are welcome.';

describe.each(LOOKS)('In $language and $scheme', ({ language, scheme }) => {
  let browser: Harness;
  let page: Page;
  let ref: unknown;
  const complaints: string[] = [];
  const texts: Readonly<Record<string, string>> = JSON.parse(
    readFileSync(join(process.cwd(), `utils/i18n/locales/${language}.json`), 'utf8'),
  );
  const say = (key: string, ...given: readonly string[]): string =>
    given.reduce((text, one, at) => text.replaceAll(`$${at + 1}`, one), texts[key] ?? key);
  const button = (key: string, ...given: readonly string[]) =>
    page.getByRole('button', { name: say(key, ...given), exact: true }).first();
  const starting = (key: string) => new RegExp(`^${say(key).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
  const tab = (key: string) => page.getByRole('tab', { name: starting(key) }).click();
  const field = (key: string) => page.locator('.edit-open').getByLabel(say(key), { exact: true });
  const summary = () => page.locator('section', { has: page.locator('.summary') });

  beforeAll(async () => {
    browser = await launch({ language, scheme });
    browser.ctx.setDefaultTimeout(10_000);
    await browser.loadSample();
    page = await panelOf(browser, 'anna.keller@example.com');
    listen(page, complaints);
    const found = await browser.ask('search', {
      query: { text: 'anna keller', role: 'anyone', group: null, label: null, sort: 'best' },
      limit: 1,
    });
    ref = Object(found).items[0].person.ref;
  });
  afterAll(() => browser?.close());
  afterEach(() => expect(complaints.splice(0)).toEqual([]));
  shootFailures(() => page);

  const anna = async () => {
    await page.goto(browser.url('sidepanel.html?address=anna.keller@example.com'));
    await page.getByRole('tab').first().waitFor();
    await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
  };
  /** Fails on what is serious or critical, and on anything wider than the panel. */
  const sound = async (name: string) => {
    // Axe looks at the narrowest, and once at the largest letters: what it finds hangs little on the width.
    const found = await wrongAtAnySize(page, ({ width, text }) => width === 280 || (text > 1 && language === 'en'));
    if (found.length > 0) await shoot(page, `accessible-${language}-${name}`);
    expect(found, name).toEqual([]);
  };
  const another = (from: string, to: string) =>
    browser.ask('action.run', { ref, chosen: { action: 'set-summary', input: { from, to } } });

  test('the profile with all its sections, menus and empty fields', async () => {
    await anna();
    await page.locator('button.fold-button[aria-expanded=false]').first().click();
    await button('show_empty_fields_one', '1').click();
    await page.locator('button[aria-expanded=false].fold-button').last().click();
    await sound('profile');
    await button('more_actions').click();
    await page.getByRole('menuitem').first().waitFor();
    await sound('menu');
    await page.keyboard.press('Escape');
    await button('contact_add').click();
    await page.getByRole('menuitem').first().waitFor();
    await sound('contact-menu');
    await page.keyboard.press('Escape');
  });

  test('a field that is edited, refused, saved, not saved, and in conflict', async () => {
    await anna();
    await button('edit_value', say('field_website')).click();
    await field('field_website').fill('javascript:alert(1)');
    await field('field_website').press('Enter');
    await page.locator('.edit-open .field-error').waitFor();
    await sound('edit-refused');
    await page.keyboard.press('Escape');
    await button('edit_value', say('section_summary')).click();
    await field('section_summary').fill('Mine');
    await another(SUMMARY, 'Theirs');
    await field('section_summary').press('ControlOrMeta+Enter');
    await page.locator('.conflict').waitFor();
    await sound('conflict');
    await button('keep_mine').click();
    await page.getByRole('region', { name: say('done_saved', say('section_summary')) }).waitFor();
    await sound('notice');
    const giveRoom = await fillDisk(browser);
    await button('edit_value', say('section_summary')).click();
    await field('section_summary').fill('No room');
    await field('section_summary').press('ControlOrMeta+Enter');
    await summary().locator('.not-saved').waitFor();
    await giveRoom();
    await sound('not-saved');
    await button('revert_value', say('section_summary')).click();
  });

  test('lists to tick off, a choice by typing, a new label', async () => {
    await anna();
    await button('edit_value', say('section_groups')).click();
    await page.getByRole('checkbox').first().waitFor();
    await sound('groups');
    await page.keyboard.press('Escape');
    await button('edit_value', say('property_timezone')).click();
    await field('property_timezone').fill('e');
    await page.getByRole('option').first().waitFor();
    await sound('timezones');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await button('label_add').click();
    await page.getByRole('combobox', { name: say('label_new') }).fill('p');
    await page.getByRole('option').first().waitFor();
    await sound('label');
  });

  test('a note with a refused file, a new ticket, a file that is looked at', async () => {
    await anna();
    await button('note_add').click();
    const files = page.locator('.note-form input[type=file]');
    await files.setInputFiles({ name: 'setup.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') });
    await page.locator('.note-form .file-fault').waitFor();
    await page
      .getByRole('button', { name: say('new_ticket') })
      .first()
      .click();
    await page.getByRole('form', { name: say('new_ticket') }).waitFor();
    await sound('note-and-ticket');
    await button('file_preview', 'half-bottle.png').click();
    await page.getByRole('dialog').waitFor();
    await sound('dialog');
  });

  test('the tabs: notes, billing as chart and table, history', async () => {
    await anna();
    await tab('tab_notes');
    await sound('notes');
    await tab('tab_billing');
    await page.getByRole('img').first().waitFor();
    await sound('billing');
    await button('show_as_table').click();
    await sound('billing-table');
    await tab('tab_history');
    await page.locator('ins').first().waitFor();
    await sound('history');
  });

  test('the search, and who is found by nothing', async () => {
    await anna();
    const search = page.getByRole('combobox', { name: say('search_label') });
    await search.fill('a');
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    await sound('search');
    await search.fill('nobody is called so');
    await page.getByRole('listbox').getByRole('option').first().waitFor({ state: 'detached' });
    await sound('search-nobody');
  });

  test('the pages in its place: organisation, label, form', async () => {
    await anna();
    // The tab may still be about whoever was opened in it before: the page goes with them, and is opened once more.
    const there = page.getByRole('heading', { level: 1, name: 'Bauer & Sohn' });
    const press = async () => {
      if (await there.isVisible()) return true;
      const link = page.getByRole('button', { name: 'Bauer & Sohn', exact: true });
      await link.click({ timeout: 1000 }).catch(() => undefined);
      return there.isVisible();
    };
    await expect.poll(press, { timeout: 20_000 }).toBe(true);
    await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
    await sound('organisation');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'vip', exact: true }).click();
    await page.getByRole('button', { name: /^Anna Keller/ }).waitFor();
    await sound('label-page');
    await page.keyboard.press('Escape');
    await button('more_actions').click();
    await page.getByRole('menuitem', { name: say('menu_edit_person') }).click();
    await page.locator('form textarea').first().waitFor();
    await sound('form');
  });

  test('a ticket’s own page, and the agents', async () => {
    await page.goto(browser.url('ticket.html?connection=sample&ticket=1'));
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await sound('ticket');
    await page.goto(browser.url('sidepanel.html'));
    await button('back').click();
    await button('agents_by_team').click();
    await page.getByRole('heading', { level: 1, name: say('agents_title') }).waitFor();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await sound('agents');
  });
});
