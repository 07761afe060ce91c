import browser, { type Runtime } from 'webextension-polyfill';

export type Sender = Runtime.MessageSender;

/** The address of one of our own files; `''` gives the origin with a slash. */
export function ownUrl(path: string): string {
  return browser.runtime.getURL(path);
}

export function ownVersion(): string {
  return browser.runtime.getManifest().version;
}

export function ownId(): string {
  return browser.runtime.id;
}

/**
 * One listener for all messages. `hear` gives a promise to answer, or undefined to leave the message alone. It is
 * called at once, within the user's act that sent the message: that is what lets it open the panel.
 */
export function onMessage(hear: (raw: unknown, sender: Sender) => Promise<unknown> | undefined): void {
  browser.runtime.onMessage.addListener((raw: unknown, sender: Sender) => hear(raw, sender));
}

export async function sendToBackground(message: unknown): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

export function onInstalled(tell: (reason: 'install' | 'update' | 'other') => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) =>
    tell(reason === 'install' || reason === 'update' ? reason : 'other'),
  );
}

export function onBrowserStart(tell: () => void): void {
  browser.runtime.onStartup.addListener(tell);
}

export async function openOptionsPage(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
