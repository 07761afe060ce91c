// A real Request Tracker, used as an agent would.
import type { BrowserContext, Page } from 'playwright-core';
import type { Up } from '@/test/servers/start';

export async function logIn(ctx: BrowserContext, server: Up, login: string): Promise<Page> {
  await ctx.clearCookies();
  const page = await ctx.newPage();
  await page.goto(server.url);
  await page.fill('input[name=user]', login);
  await page.fill('input[name=pass]', server.password);
  await page.click('form#login input[type=submit]');
  await page.waitForSelector('.current-user');
  return page;
}
