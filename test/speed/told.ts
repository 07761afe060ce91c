import type { Page } from 'playwright-core';

interface Waiting {
  told?: Promise<void>;
}

interface Told {
  readonly subject?: { readonly party?: { readonly address?: string } } | null;
}

/**
 * Begins to wait for the background to tell a panel of this address. Nobody asks meanwhile: on a small machine the
 * asking would take time from what is measured.
 * @param own a page of the extension
 */
export async function addressTold(own: Page, address: string): Promise<() => Promise<void>> {
  await own.evaluate((wanted) => {
    (globalThis as Waiting).told = new Promise<void>((done) => {
      chrome.storage.onChanged.addListener(function look(changes) {
        const views = Object.values(changes).map(({ newValue }) => newValue as Told | undefined);
        if (!views.some((view) => view?.subject?.party?.address === wanted)) return;
        chrome.storage.onChanged.removeListener(look);
        done();
      });
    });
  }, address);
  return () => own.evaluate(async () => (globalThis as Waiting).told);
}
