import type { Page } from 'playwright-core';
import { isView, type PanelView } from '@/utils/messages/view';
import type { Harness } from './harness';

/** What the background says of a page's tab: the snapshot that its panel draws. Null: nobody has looked at it. */
export async function viewOf({ ctx }: Harness, page: Page): Promise<PanelView | null> {
  const worker = ctx.serviceWorkers()[0] ?? (await ctx.waitForEvent('serviceworker'));
  const text = await worker.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
    const key = `view:${tab?.id}`;
    return JSON.stringify((await chrome.storage.session.get(key))[key] ?? null);
  }, page.url());
  const view: unknown = JSON.parse(text);
  return isView(view) ? view : null;
}
