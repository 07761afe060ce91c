// The ways in from any tab: toolbar button, context menu, keyboard, address bar.
import browser from 'webextension-polyfill';
import { openTab, type Tab, tabFrom } from './tabs';

export function onToolbar(tell: (tab: Tab) => void): void {
  browser.action.onClicked.addListener((raw) => {
    const tab = tabFrom(raw);
    if (tab) tell(tab);
  });
}

export interface MenuEntry {
  readonly id: string;
  readonly title: string;
  readonly on: 'selection' | 'link';
}

/** Menus are kept by the browser across restarts, so they are made anew only at install and update. */
export async function setMenus(entries: readonly MenuEntry[]): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, title, on } of entries) {
    browser.contextMenus.create({
      id,
      title,
      contexts: [on],
      ...(on === 'link' ? { targetUrlPatterns: ['mailto:*'] } : {}),
    });
  }
}

export function onMenu(tell: (text: string, tab: Tab) => void): void {
  browser.contextMenus.onClicked.addListener((info, raw) => {
    const tab = tabFrom(raw);
    if (tab) tell(info.linkUrl ?? info.selectionText ?? '', tab);
  });
}

export function onCommand(tell: (name: string, tab: Tab | null) => void): void {
  browser.commands.onCommand.addListener((name, raw) => tell(name, tabFrom(raw)));
}

/** Shortcuts as the browser granted them; a clash leaves one empty without a word. */
export async function grantedShortcuts(): Promise<Readonly<Record<string, string>>> {
  const commands = await browser.commands.getAll();
  return Object.fromEntries(commands.map(({ name = '', shortcut = '' }) => [name, shortcut]));
}

/** Where the user changes shortcuts. Firefox lets no extension open its add-ons page, but has a call for it since 137. */
export async function openShortcutSettings(): Promise<void> {
  if (import.meta.env.FIREFOX) await browser.commands.openShortcutSettings();
  else await openTab('chrome://extensions/shortcuts');
}
