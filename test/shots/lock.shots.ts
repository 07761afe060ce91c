// Pictures of the lock: the panel that is locked, and its section of the settings. `npm run shots`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, launch, runAxe } from '@/test/e2e/harness';

const FOLDER = '.shots/lock';
const PASS = 'seven red boats';
const looks = [
  { name: 'light', scheme: 'light', language: 'en' },
  { name: 'dark', scheme: 'dark', language: 'en' },
  { name: 'arabic', scheme: 'light', language: 'ar' },
] as const;

describe.each(looks)('In $name', ({ name, scheme, language }) => {
  let browser: Harness;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    browser = await launch({ scheme, language });
    page = await browser.ctx.newPage();
  });
  afterAll(() => browser?.close());

  const shoot = async (what: string) => {
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(FOLDER, `${what}-${name}.png`), fullPage: true, animations: 'disabled' });
    expect(await runAxe(page)).toEqual([]);
  };
  const press = (index: number) => page.locator('.lock-acts .button').nth(index).click();

  test('the section without a passphrase, while it is typed, and with it', async () => {
    await page.setViewportSize({ width: 1200, height: 900 });
    await page.goto(browser.url('options.html#lock'));
    await page.locator('.lock-state').waitFor();
    await shoot('section-none');
    await press(0);
    await page.locator('.lock-form input').first().fill(PASS);
    await page.locator('.lock-form input').last().fill(`${PASS}!`);
    await page.keyboard.press('Enter');
    await page.locator('[aria-invalid]').waitFor();
    await shoot('section-typed');
    await page.locator('.lock-form input').last().fill(PASS);
    await page.keyboard.press('Enter');
    await page.locator('.lock-when').waitFor();
    await shoot('section-set');
    await page.setViewportSize({ width: 360, height: 900 });
    await shoot('section-set-360');
    await page.locator('.lock-over .button').click();
    await page.locator('dialog[open]').waitFor();
    await shoot('over-360');
    await page.keyboard.press('Escape');
  });

  test('the section, one with people, and the panel while it is locked', async () => {
    await page.setViewportSize({ width: 1200, height: 900 });
    await press(0);
    await page.locator('.lock-part .unlock').waitFor();
    await shoot('section-locked');
    await page.goto(browser.url('options.html#never'));
    await page.locator('.unlock-box').waitFor();
    await shoot('people-locked');
    await page.goto(browser.url('sidepanel.html'));
    for (const width of [280, 400]) {
      await page.setViewportSize({ width, height: 640 });
      await page.locator('.locked input').waitFor();
      await shoot(`panel-${width}`);
    }
    await page.keyboard.type('six red boats');
    await page.keyboard.press('Enter');
    await page.locator('[aria-invalid]').waitFor();
    await shoot('panel-wrong');
    await page.keyboard.type(PASS);
    await page.keyboard.press('Enter');
    await page.locator('.panel-main').waitFor();
    expect(await page.locator('.locked').count()).toBe(0);
  });
});
