// The content script's door to the extension. Without the polyfill, which every page would have to load.
import { browser } from 'wxt/browser';

/** False once the extension was updated, reloaded or removed: nothing of ours can be reached any more. */
export function alive(): boolean {
  return typeof browser.runtime?.id === 'string';
}

/** Sends to the background and waits for its answer. Rejects where nobody answers. */
export async function send(message: unknown): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/**
 * Hands on what our own extension sends to this page; nothing else is listened to.
 * @param take answers a message, or undefined for one that is not meant for pages
 * @returns ends it
 */
export function receive(take: (message: unknown) => unknown): () => void {
  // Answered by callback: of the Chromes we run in, the older ones drop a promise returned from here.
  const listen = (message: unknown, sender: { readonly id?: string }, answer: (value: unknown) => void): void => {
    if (!alive() || sender.id !== browser.runtime.id) return;
    const value = take(message);
    if (value !== undefined) answer(value);
  };
  browser.runtime.onMessage.addListener(listen);
  return () => {
    // In an orphaned page the listener is gone already, and touching the API throws.
    if (alive()) browser.runtime.onMessage.removeListener(listen);
  };
}
