// Without the polyfill, since content scripts use it too: every page would pay for what Chrome and Firefox both have.
import { browser } from 'wxt/browser';

/** A text of the build's message files; empty if there is none. */
export function message(key: string, places: readonly string[]): string {
  return browser.i18n.getMessage.call(browser.i18n, key as never, [...places]);
}

export function uiLanguage(): string {
  return browser.i18n.getUILanguage();
}
