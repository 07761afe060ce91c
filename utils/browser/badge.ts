import browser from 'webextension-polyfill';

/** What stands on the extension's button, and its words for who points at it; an empty text takes it away. */
export async function setBadge(text: string, title: string): Promise<void> {
  await Promise.all([browser.action.setBadgeText({ text }), browser.action.setTitle({ title })]);
}
