import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Harness, launch, runAxe, shoot } from './harness';
import { viewOf } from './view';

let browser: Harness;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

beforeEach(async () => {
  page = await browser.ctx.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(browser.url('sample-mailbox.html'));
});
afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
});

const row = (text: string) => page.locator('.list a', { hasText: text }).first();
const whom = async (): Promise<string | null> => (await viewOf(browser, page))?.subject?.party.address ?? null;

describe('The sample mailbox', () => {
  test.each([
    ['Two of the lamps', 'anna.keller@example.com'],
    ['Invoice 2048', 'thao.nguyen@harbourfinch.example.com'],
    ['Opening hours', 'office@lindqvist.example.org'],
    ['A question before', 'marie.sorensen@bauer-sohn.example.org'],
    ['متى تصل', 'layla.alhaddad@example.org'],
    ['Order 5137', 'anna.keller+orders@example.com'],
  ])('"%s" is read as from %s', async (subject, address) => {
    await row(subject).click();
    await expect.poll(whom).toBe(address);
  });

  test('shows who takes part in a conversation, and whose message the user unfolds', async () => {
    await row('Fitting').click();
    await expect.poll(whom).toBe('thao.nguyen@harbourfinch.example.com');
    const view = await viewOf(browser, page);
    expect(view?.others.map(({ party }) => party.name)).toEqual(
      expect.arrayContaining(['Anna Keller', 'Piet Janssen']),
    );
    await page.getByRole('button', { name: /^Piet Janssen/ }).click();
    await expect.poll(whom).toBe('piet.janssen@example.net');
  });

  test('has nobody to show for a list', async () => {
    await row('Invoice 2048').click();
    await expect.poll(whom).not.toBeNull();
    await page.getByRole('link', { name: 'Archive' }).click();
    await expect.poll(whom).toBeNull();
  });

  test('works by keyboard', async () => {
    await row('Two of the lamps').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(whom).toBe('thao.nguyen@harbourfinch.example.com');
  });

  test.each(['light', 'dark'] as const)('has nothing for axe to find, in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await row('Fitting').click();
    await page.locator('h1').waitFor();
    expect(await runAxe(page)).toEqual([]);
    await shoot(page, `sample-mailbox-${colorScheme}`);
  });
});
