// Pictures of the settings' connections, with a small Request Tracker that is added in the form itself. `npm run shots`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TOKEN } from '@/test/connectors/rt/server';
import { LOOPBACK, type ServedRt, serveRt } from '@/test/e2e/fake-rt';
import { type Harness, launch } from '@/test/e2e/harness';

const FOLDER = '.shots/connections';
const WIDTHS = [1000, 600, 360] as const;

describe.each(['light', 'dark'] as const)('In %s', (scheme) => {
  let server: ServedRt;
  let browser: Harness;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    server = await serveRt();
    browser = await launch({ scheme });
    await browser.allow(LOOPBACK);
    page = await browser.ctx.newPage();
    await page.goto(browser.url('options.html'));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const picture = async (name: string) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 820 });
      const path = join(FOLDER, `${name}-${scheme}-${width}.png`);
      await page.screenshot({ path, fullPage: true, animations: 'disabled' });
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wider, `${name} at ${width}`).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 1000, height: 820 });
  };

  test('the form of a new server, the server in the list with its test, and its form', async () => {
    await page.getByRole('button', { name: 'Add server' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('RT Support');
    await page.getByRole('textbox', { name: 'Address', exact: true }).fill(`${server.address}/`);
    await page.getByLabel('Authentication token', { exact: true }).fill(TOKEN);
    await picture('adding');
    await page.getByRole('button', { name: 'Save and allow access' }).click();
    await page.getByText(/^Signed in as/).waitFor();
    await picture('tested');
    await page.getByRole('button', { name: 'More for RT Support' }).click();
    await picture('menu');
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'Address', exact: true }).fill('http://tickets.example.org:8443/rt');
    await page.getByRole('button', { name: 'Save and allow access' }).click();
    await picture('editing');
  });

  test('the question before a server is removed', async () => {
    await page.getByRole('button', { name: 'More for RT Support' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByRole('dialog').waitFor();
    await picture('removing');
  });
});
