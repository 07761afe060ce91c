// Opening the browser's own panel. It opens only straight from a user's act: no call may be awaited before.

import browser from 'webextension-polyfill';
import { browser as chrome } from 'wxt/browser';
import { ownUrl } from './runtime';
import { activeTab, type Tab } from './tabs';

const PAGE = 'sidepanel.html';

/** The panel in a small window, for browsers and moments that refuse the panel (Firefox, from a message). */
async function openWindow(tab: number): Promise<void> {
  await browser.windows.create({ type: 'popup', url: ownUrl(`${PAGE}?tab=${tab}`), width: 400, height: 760 });
}

/** Called and not awaited first: the browser looks whether the user's act is still going on. */
function open(window: number): Promise<void> {
  return import.meta.env.FIREFOX ? browser.sidebarAction.open() : chrome.sidePanel.open({ windowId: window });
}

/** Opens the panel of a window. Never rejects: where the panel is refused, a window of its own opens instead. */
export async function openPanel(window: number, tab: number): Promise<void> {
  try {
    await open(window);
  } catch {
    await openWindow(tab).catch(() => undefined); // the browser is closing
  }
}

/** The same for an act that belongs to no tab (the address bar). Gives the tab the panel is beside; null: none is. */
export async function openPanelHere(): Promise<Tab | null> {
  const opening = (async () => open(browser.windows.WINDOW_ID_CURRENT))();
  const refused = await opening.then(
    () => false,
    () => true,
  );
  const tab = await activeTab();
  if (refused && tab) await openWindow(tab.id).catch(() => undefined);
  return tab;
}
