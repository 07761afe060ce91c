import type { Page } from 'playwright-core';
import { runAxe } from './harness';

/** As narrow as the panel gets, and with letters twice as large: px, and times the usual size of letters. */
const SIZES = [
  { width: 400, text: 1 },
  { width: 320, text: 1 },
  { width: 280, text: 1 },
  { width: 320, text: 2 },
] as const;

/**
 * What keeps somebody out of a page at any of its sizes: what is too wide, and what axe finds where `asked` says to
 * look. Leaves the page as wide as the panel is usually.
 */
export async function wrongAtAnySize(
  page: Page,
  asked: (size: { readonly width: number; readonly text: number }) => boolean,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const size of SIZES) {
    const { width, text } = size;
    await page.setViewportSize({ width, height: 700 });
    await page.evaluate((times) => document.documentElement.style.setProperty('font-size', `${times * 100}%`), text);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) found.push(`${width} px, text ${text}: ${over} px too wide`);
    if (!asked(size)) continue;
    const wrong = (await runAxe(page)).filter((one) => /^(serious|critical) /.test(one));
    found.push(...wrong.map((one) => `${width} px, text ${text}: ${one}`));
  }
  await page.setViewportSize({ width: 360, height: 700 });
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  return found;
}
