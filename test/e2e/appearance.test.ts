// Light or dark as the reader chose, whatever the system says: at once in every page of ours, and from the first frame
// of the next one on.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, launch } from './harness';

const PAGES = ['sidepanel.html', 'options.html', 'welcome.html', 'sample-mailbox.html'];

declare global {
  interface Window {
    frames_seen?: string[];
  }
}

const look = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { colorScheme } = getComputedStyle(document.documentElement);
    return `${colorScheme} ${getComputedStyle(document.body).backgroundColor}`;
  });

describe('On a light system, with “Dark” chosen in the settings', () => {
  let browser: Harness;
  const open: Page[] = [];

  beforeAll(async () => {
    browser = await launch({ scheme: 'light' });
    for (const name of PAGES) {
      const page = await browser.ctx.newPage();
      await page.goto(browser.url(name));
      open.push(page);
    }
  });
  afterAll(() => browser?.close());

  test('every page of ours that is open turns dark at once', async () => {
    for (const page of open) expect(await look(page)).toMatch(/^light dark rgb\(2\d\d/);
    const options = await browser.ctx.newPage();
    await options.goto(browser.url('options.html#appearance'));
    await options.getByRole('radio', { name: 'Dark', exact: true }).check();
    for (const page of open) await expect.poll(() => look(page)).toMatch(/^dark rgb\([12]\d, /);
    await options.close();
  });

  test.each(PAGES)('%s is dark in each frame that it paints, from the first on', async (name) => {
    const page = await browser.ctx.newPage();
    await page.addInitScript(() => {
      const seen: string[] = [];
      window.frames_seen = seen;
      const frame = () => {
        // Before there is a body nothing is painted but the ground, which the scheme alone decides.
        seen.push(getComputedStyle(document.documentElement).colorScheme);
        if (seen.length < 30) requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
    await page.goto(browser.url(name));
    await expect.poll(() => page.evaluate(() => window.frames_seen?.length)).toBe(30);
    expect([...new Set(await page.evaluate(() => window.frames_seen))]).toEqual(['dark']);
    await page.close();
  });

  test('forced colours come first', async () => {
    const [panel] = open;
    await panel?.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
    expect(await panel?.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light dark');
    await panel?.emulateMedia({ forcedColors: 'none' });
  });
});
