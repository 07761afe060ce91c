// Opening the browser's own panel. It opens only straight from a user's act: no call may be awaited before.

import browser from 'webextension-polyfill';
import { browser as chrome } from 'wxt/browser';
import { ownUrl } from './runtime';

const PAGE = 'sidepanel.html';

/** The panel in a small window, for browsers and moments that refuse the panel (Firefox, from a message). */
async function openWindow(tab: number): Promise<void> {
  await browser.windows.create({ type: 'popup', url: ownUrl(`${PAGE}?tab=${tab}`), width: 400, height: 760 });
}

/** Opens the panel of a window. Never rejects: where the panel is refused, a window of its own opens instead. */
export async function openPanel(window: number, tab: number): Promise<void> {
  try {
    if (import.meta.env.FIREFOX) await browser.sidebarAction.open();
    else await chrome.sidePanel.open({ windowId: window });
  } catch {
    await openWindow(tab);
  }
}
