// Without the polyfill, since content scripts use it too: every page would pay for what Chrome and Firefox both have.
import { browser } from 'wxt/browser';

/** The build types it by our keys; here it is called with any. */
interface Words {
  getMessage(key: string, places: string[]): string;
}

/** A text of the build's message files; empty if there is none. */
export function message(key: string, places: readonly string[]): string {
  const words: Words = browser.i18n;
  return words.getMessage(key, [...places]);
}

export function uiLanguage(): string {
  return browser.i18n.getUILanguage();
}
