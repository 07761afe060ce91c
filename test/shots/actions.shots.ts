// A picture of each part that an action brings: merge, questions, palette, queue, duplicates, vCards. In light and dark,
// as narrow as it gets, with letters twice as large, in forced colours, and mirrored. `npm run shots`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ActionState, actionStates } from '@/test/e2e/action-states';
import { type Harness, launch } from '@/test/e2e/harness';
import { shootFailures } from '@/test/e2e/profile';

const FOLDER = '.shots/actions';
const NAMES: readonly ActionState[] = [
  ...(['hint', 'menu', 'palette', 'merge-choosing', 'merge-comparing', 'delete', 'duplicates'] as const),
  ...(['cards', 'cards-new', 'away', 'queue', 'held', 'bans'] as const),
];

/** What covers the rest: seen without scrolling. */
const OVER: readonly ActionState[] = ['menu', 'palette', 'delete', 'held'];

const PLAIN = { name: '360', width: 360, text: 1, forced: false };
const SIZES = [
  PLAIN,
  { name: '280', width: 280, text: 1, forced: false },
  { name: 'large', width: 320, text: 2, forced: false },
  { name: 'forced', width: 360, text: 1, forced: true },
];
const LOOKS = [
  { language: 'en', scheme: 'light', sizes: SIZES },
  { language: 'en', scheme: 'dark', sizes: [PLAIN] },
  { language: 'ar', scheme: 'light', sizes: [PLAIN, ...SIZES.slice(1, 2)] },
] as const;

describe.each(LOOKS)('In $language and $scheme', ({ language, scheme, sizes }) => {
  let browser: Harness;
  let page: Page;
  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true });
    browser = await launch({ language, scheme });
    browser.ctx.setDefaultTimeout(10_000);
    await browser.loadSample();
    page = await browser.ctx.newPage();
  });
  afterAll(() => browser?.close());
  shootFailures(() => page);
  const states = () => actionStates(browser, () => page, language);

  test.each(NAMES)('%s', async (name) => {
    await page.setViewportSize({ width: PLAIN.width, height: 800 });
    await states().all[name]();
    for (const { name: size, width, text, forced } of sizes) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ forcedColors: forced ? 'active' : 'none', colorScheme: scheme });
      await page.evaluate((times) => document.documentElement.style.setProperty('font-size', `${times * 100}%`), text);
      await page.mouse.move(0, 0);
      // What sticks to the foot stands at the foot.
      if (!OVER.includes(name)) {
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewportSize({ width, height: Math.min(Math.max(height, 400), 4000) });
      }
      const path = join(FOLDER, `${name}-${language}-${scheme}-${size}.png`);
      expect((await page.screenshot({ path, animations: 'disabled' })).length).toBeGreaterThan(0);
    }
    await page.emulateMedia({ forcedColors: 'none' });
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
    if (name === 'away' || name === 'queue' || name === 'held') await states().setQueue(null);
  });
});
