// A real Roundcube, used as a person would.

import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Up } from '@/test/servers/start';

type Place = { readonly folder: string; readonly uid: number };

export async function logIn(ctx: BrowserContext, server: Up, skin?: 'larry' | 'classic'): Promise<Page> {
  await ctx.clearCookies();
  if (skin !== undefined) await ctx.addCookies([{ name: 'test_skin', value: skin, url: server.url }]);
  const page = await ctx.newPage();
  await page.goto(server.url);
  await page.fill('#rcmloginuser', server.account);
  await page.fill('#rcmloginpwd', server.password);
  await page.click('#rcmloginsubmit');
  await page.waitForSelector('#messagelist tbody tr');
  return page;
}

export const address = (server: Up, { folder, uid }: Place, action: string): string =>
  `${server.url}/?_task=mail&_mbox=${folder}&_uid=${uid}&_action=${action}`;

export async function openList(page: Page, server: Up, folder: string): Promise<void> {
  await page.goto(`${server.url}/?_task=mail&_mbox=${folder}`);
  await page.waitForSelector('#messagelist tbody tr');
}

/** Presses the mail's row in the open list and waits until the frame beside it shows that mail. */
export async function pressRow(page: Page, { uid }: Place): Promise<void> {
  const before = page.url();
  // Roundcube names its rows by the uid in Base64, without padding.
  await page.click(`#rcmrow${Buffer.from(String(uid)).toString('base64').replaceAll('=', '')} td.subject`);
  await page.frameLocator('#messagecontframe').locator('#messagebody').waitFor();
  await expect.poll(() => page.frame({ name: 'messagecontframe' })?.url()).toContain(`_uid=${uid}&`);
  expect(page.url()).toBe(before);
}
