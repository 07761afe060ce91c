import browser from 'webextension-polyfill';

/** A script for each known mail service, and one for the hosts that people run themselves. */
export type PageScript = 'gmail' | 'outlook' | 'hosted';

export interface ScriptPlaces {
  readonly matches: readonly string[];
  readonly excludeMatches: readonly string[];
}

const fileOf = (script: PageScript): string => `read-${script}.js`;
/** Only self-hosted webmail shows messages in frames; the many small frames of the big services are left alone. */
const inFrames = (script: PageScript): boolean => script === 'hosted';

/** From now on the script runs in exactly these places, also after the browser restarts. */
export async function registerPageScript(id: PageScript, places: ScriptPlaces): Promise<void> {
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  const matches = [...places.matches];
  const excludeMatches = [...places.excludeMatches];
  if (matches.length === 0) {
    if (known) await browser.scripting.unregisterContentScripts({ ids: [id] });
  } else if (known) {
    await browser.scripting.updateContentScripts([{ id, matches, excludeMatches }]);
  } else {
    const js = [fileOf(id)];
    const script = { id, js, matches, excludeMatches, allFrames: inFrames(id), persistAcrossSessions: true };
    await browser.scripting.registerContentScripts([{ ...script, runAt: 'document_idle' }]);
  }
}

/** Runs a page script in a tab that was open before its site was allowed. */
export async function injectPageScript(tab: number, script: PageScript): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId: tab, allFrames: inFrames(script) },
    files: [fileOf(script)],
  });
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

/** The beginning of what a tab's page says; null where it may not be read: no access, or a page of the browser's own. */
export async function textIn(tab: number): Promise<string | null> {
  try {
    const [top] = await browser.scripting.executeScript({
      target: { tabId: tab },
      func: () => document.body?.textContent.slice(0, 2000) ?? '',
    });
    return typeof top?.result === 'string' ? top.result : null;
  } catch {
    return null;
  }
}
