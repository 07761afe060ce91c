import browser from 'webextension-polyfill';

const ID = 'page';
const FILE = 'content-scripts/page.js';

/** From now on our page script runs on exactly these sites, in all frames, also after the browser restarts. */
export async function registerPageScript(patterns: readonly string[]): Promise<void> {
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (patterns.length === 0) {
    if (known) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const matches = [...patterns];
  if (known) await browser.scripting.updateContentScripts([{ id: ID, matches }]);
  else {
    await browser.scripting.registerContentScripts([
      { id: ID, js: [FILE], matches, allFrames: true, runAt: 'document_idle', persistAcrossSessions: true },
    ]);
  }
}

/** Runs the page script in a tab that was open before its site was allowed. */
export async function injectPageScript(tab: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId: tab, allFrames: true }, files: [FILE] });
}

/** What the user selected, or the mailto link in focus, in any frame of the tab. Needs the user's act on that tab. */
export async function selectionIn(tab: number): Promise<string> {
  const results = await browser.scripting.executeScript({
    target: { tabId: tab, allFrames: true },
    func: () => {
      const selected = getSelection()?.toString().trim() ?? '';
      if (selected !== '') return selected.slice(0, 2000);
      return document.activeElement?.closest('a[href^="mailto:" i]')?.getAttribute('href')?.slice(0, 2000) ?? '';
    },
  });
  return results.map(({ result }) => (typeof result === 'string' ? result : '')).find((text) => text !== '') ?? '';
}
