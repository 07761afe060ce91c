// Pictures of the settings and of the panel with several servers: looked at, they are what an agent sees all day.
// `npm run shots`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRt, LOOPBACK, type Mood, type ServedRt, serveRt } from '@/test/e2e/fake-rt';
import { type Harness, launch } from '@/test/e2e/harness';

const FOLDER = '.shots/servers';
const looks = [
  { name: 'light', scheme: 'light', language: 'en', forced: false },
  { name: 'dark', scheme: 'dark', language: 'en', forced: false },
  { name: 'arabic', scheme: 'light', language: 'ar', forced: false },
  { name: 'german', scheme: 'light', language: 'de', forced: false },
  { name: 'forced', scheme: 'light', language: 'en', forced: true },
] as const;

describe.each(looks)('In $name', ({ name: look, scheme, language, forced }) => {
  const servers: ServedRt[] = [];
  const ids: string[] = [];
  let browser: Harness;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    browser = await launch({ scheme, language });
    await browser.allow(LOOPBACK);
    await browser.loadSample();
    for (const [at, name] of ['RT Support', 'Lager und Versand West', 'Old desk'].entries()) {
      const server = await serveRt();
      servers.push(server);
      const shape = ['diamond', 'hexagon', 'shield'][at] ?? 'circle';
      ids.push(await addRt(browser, server, { name, shape, keeps: at !== 1 }));
    }
    page = await browser.ctx.newPage();
    page.setDefaultTimeout(10_000);
    if (forced) await page.emulateMedia({ forcedColors: 'active' });
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) await server.close();
  });

  const be = (...moods: readonly Mood[]) => {
    for (const [at, mood] of moods.entries()) servers[at]?.be(mood);
  };
  const picture = async (name: string, sizes: readonly (readonly [width: number, text: number])[]) => {
    await page.mouse.move(0, 0);
    for (const [width, text] of sizes) {
      await page.setViewportSize({ width, height: 760 });
      await page.evaluate((times) => document.documentElement.style.setProperty('font-size', `${times * 100}%`), text);
      const path = join(FOLDER, `${name}-${look}-${width}${text === 1 ? '' : '-large'}.png`);
      await page.screenshot({ path, fullPage: true, animations: 'disabled' });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect.soft(over, `${name} at ${width}, text ${text}`).toBeLessThanOrEqual(0);
    }
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  };
  const wide = (name: string) =>
    picture(name, [
      [1200, 1],
      [360, 1],
      [600, 2],
    ]);
  const narrow = (name: string) =>
    picture(name, [
      [360, 1],
      [280, 1],
      [320, 2],
    ]);
  const settings = async (section: string) => {
    await page.setViewportSize({ width: 1200, height: 760 });
    await page.goto(browser.url(`options.html#${section}`));
    await page.locator('main section, main form').first().waitFor();
  };
  const panel = async (address: string) => {
    await page.setViewportSize({ width: 360, height: 760 });
    await page.goto(browser.url(`sidepanel.html?address=${encodeURIComponent(address)}`));
    await page.locator('main').waitFor();
  };
  const stands = () => page.locator('main .skeleton').first().waitFor({ state: 'detached' });

  test('the panel with all of them', async () => {
    be('held', 'well', 'held');
    await panel('anna.keller@example.com');
    await page.getByRole('tab').first().waitFor();
    await narrow('panel-looking');
    be('away', 'well', 'signed-out');
    await stands();
    await page.locator('.strip').first().waitFor();
    await narrow('panel-failing');
    be('well', 'well', 'well');
    await panel('pat.oneil@kestrel.test');
    await page.getByRole('tab').first().waitFor();
    await stands();
    await narrow('panel-rt');
    await page.locator('header button[aria-haspopup=menu]').last().click();
    await narrow('panel-menu');
  });

  test('nobody found, where one could not be asked', async () => {
    be('garbage', 'well', 'signed-out');
    await panel('nobody@example.net');
    await page.locator('.strip').first().waitFor();
    await narrow('panel-nobody');
  });

  test('the search over all', async () => {
    be('well', 'away', 'well');
    await panel('');
    await page.getByRole('combobox').first().fill('ann');
    await page.locator('[role=option]').first().waitFor();
    await page.locator('.results .skeleton').first().waitFor({ state: 'detached' });
    await narrow('panel-search');
  });

  test('connections', async () => {
    be('well', 'signed-out', 'well');
    await browser.ask('connection.pause', { id: ids[2], paused: true });
    await browser.ask('connection.test', { id: ids[1] });
    await settings('connections');
    const lines = page.locator('.connection-row', { has: page.locator('.source-mark') });
    await lines.filter({ hasText: 'RT Support' }).locator('.connection-acts button').first().click();
    await page.locator('.test-box .icon').first().waitFor();
    await wide('options-connections');
    await page.setViewportSize({ width: 1200, height: 760 });
    await page.locator('.connections-head .button').click();
    await page.locator('form.connection-form').waitFor();
    await wide('options-adding');
    await settings('sites');
    await browser.ask('connection.pause', { id: ids[2], paused: false });
  });

  test('different people', async () => {
    be('well', 'well', 'well');
    const [a, b] = [
      { connection: ids[0], id: '53' },
      { connection: 'sample', id: '12' },
    ];
    await browser.ask('apart.set', { a, b, apart: true });
    await browser.ask('apart.set', { a: { ...a, connection: ids[1] }, b: { ...a, connection: ids[2] }, apart: true });
    await settings('apart');
    await page.locator('.apart-side').filter({ hasText: 'Anna Keller' }).nth(3).waitFor();
    await page.locator('.list-acts button').last().click();
    await page.locator('.taken-back button').waitFor();
    await wide('options-apart');
    await panel('anna.keller@example.com');
    await page.getByRole('listitem').first().waitFor();
    await narrow('panel-apart');
  });

  test('log, appearance, lock', async () => {
    for (const section of ['log', 'appearance', 'lock']) {
      await settings(section);
      await page.locator('.log-foot, [type=radio], .lock-acts').first().waitFor();
      await wide(`options-${section}`);
    }
  });
});
