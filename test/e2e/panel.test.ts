import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, launch, runAxe, shoot } from './harness';

let browser: Harness;
let page: Page;
let panel: Page;

beforeAll(async () => {
  browser = await launch();
  await browser.loadSample();
  page = await browser.ctx.newPage();
  await page.goto(browser.url('sample-mailbox.html'));
  panel = await browser.openPanel(page);
});
afterAll(() => browser?.close());

const open = (title: string) => page.locator('.list a', { hasText: title }).first().click();
const name = () => panel.getByRole('heading', { level: 1 });

describe('The real side panel, opened by the toolbar button', () => {
  test('shows who wrote the message that is opened beside it', async () => {
    await open('Two of the lamps');
    await name().getByText('Anna Keller').waitFor();
    await panel.getByText('anna.keller@example.com').first().waitFor();
    await panel.getByText('Bauer & Sohn').first().waitFor();
    await shoot(panel, 'panel-anna');
  });

  test('follows to the next message', async () => {
    await open('Invoice 2048');
    // The record's own writing of the name; the page has it without its accents.
    await name().getByText('Phương Thảo Nguyễn').waitFor();
    expect(await panel.getByText('anna.keller@example.com').count()).toBe(0);
  });

  test('follows although the background was stopped', async () => {
    await browser.stopServiceWorker();
    await open('Two of the lamps');
    await name().getByText('Anna Keller').waitFor();
  });

  test('has nothing for axe to find', async () => {
    expect(await runAxe(panel)).toEqual([]);
  });
});
