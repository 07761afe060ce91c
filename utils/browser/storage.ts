// Session storage lives as long as the browser and outlives the background; local storage outlives both.
// Values come back as `unknown`: whoever reads them decodes them.
import browser from 'webextension-polyfill';
import { browser as chrome } from 'wxt/browser';

export type Area = 'session' | 'local';

export async function readStored(area: Area, key: string): Promise<unknown> {
  const found: Record<string, unknown> = await browser.storage[area].get(key);
  return found[key];
}

export async function readAllStored(area: Area): Promise<Readonly<Record<string, unknown>>> {
  return browser.storage[area].get(null);
}

export async function writeStored(area: Area, key: string, value: unknown): Promise<void> {
  await browser.storage[area].set({ [key]: value });
}

export async function removeStored(area: Area, keys: readonly string[]): Promise<void> {
  await browser.storage[area].remove([...keys]);
}

/** Tells every change of one key (undefined: removed). Returns how to stop. */
export function onStored(area: Area, key: string, tell: (value: unknown) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, name: string): void => {
    const change = changes[key];
    if (name === area && change !== undefined) tell(change.newValue);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/**
 * Keeps content scripts out of an area: a page that breaks into one finds nothing there. Firefox 142 has no such call,
 * and shows local storage to the extension's own content scripts; ours never ask.
 */
export async function keepPagesOut(area: Area): Promise<void> {
  const kept: Partial<Pick<typeof chrome.storage.local, 'setAccessLevel'>> = chrome.storage[area];
  await kept.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
