import browser from 'webextension-polyfill';

export interface Tab {
  readonly id: number;
  readonly window: number;
  /** Null where we have no access to the tab's page. */
  readonly url: string | null;
  readonly incognito: boolean;
  readonly loading: boolean;
}

interface RawTab {
  readonly id?: number | undefined;
  readonly windowId?: number | undefined;
  readonly url?: string | undefined;
  readonly incognito: boolean;
  readonly status?: string | undefined;
}

export function tabFrom(raw: RawTab | undefined): Tab | null {
  if (raw?.id === undefined || raw.windowId === undefined) return null;
  const { id, windowId: window, url = null, incognito, status } = raw;
  return { id, window, url, incognito, loading: status === 'loading' };
}

export async function getTab(id: number): Promise<Tab | null> {
  try {
    return tabFrom(await browser.tabs.get(id));
  } catch {
    return null; // closed meanwhile
  }
}

/** Is it in a private window, of which nothing may stay on disk? */
export async function isPrivate(id: number): Promise<boolean> {
  return (await getTab(id))?.incognito === true;
}

/** The tab in front: of the given window, or of the one used last. */
export async function activeTab(window?: number): Promise<Tab | null> {
  const [tab] = await browser.tabs.query(
    window === undefined ? { active: true, lastFocusedWindow: true } : { active: true, windowId: window },
  );
  return tabFrom(tab);
}

/** The tab this page itself stands in; null in a side panel. */
export async function ownTab(): Promise<Tab | null> {
  return tabFrom(await browser.tabs.getCurrent());
}

export async function ownWindow(): Promise<number | null> {
  return (await browser.windows.getCurrent()).id ?? null;
}

export async function tabsAt(patterns: readonly string[]): Promise<readonly Tab[]> {
  const tabs = await browser.tabs.query({ url: [...patterns] });
  return tabs.flatMap((raw) => tabFrom(raw) ?? []);
}

/** In front, in that window or the one used last. Null: it was closed at once. */
export async function openTab(url: string, window?: number): Promise<Tab | null> {
  return tabFrom(await browser.tabs.create({ url, ...(window === undefined ? {} : { windowId: window }) }));
}

/** Brings a tab to the front and sends it to another address; false if it was closed meanwhile. */
export async function turnTab(id: number, url: string): Promise<boolean> {
  try {
    await browser.tabs.update(id, { url, active: true });
    return true;
  } catch {
    return false;
  }
}

/** One that is closed already stays so. */
export async function closeTab(id: number): Promise<void> {
  await browser.tabs.remove(id).catch(() => undefined);
}

export async function reloadTab(id: number): Promise<void> {
  await browser.tabs.reload(id);
}

/** Asks the scripts of a tab (one frame of it); undefined if nobody there answers. */
export async function sendToTab(id: number, message: unknown, frame?: number): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(id, message, frame === undefined ? {} : { frameId: frame });
  } catch {
    return undefined;
  }
}

export function onTabActivated(tell: (tab: number, window: number) => void): void {
  browser.tabs.onActivated.addListener(({ tabId, windowId }) => tell(tabId, windowId));
}

/** Closed, or replaced by another one that the browser had ready. */
export function onTabRemoved(tell: (tab: number) => void): void {
  browser.tabs.onRemoved.addListener((tab) => tell(tab));
  browser.tabs.onReplaced.addListener((_, old) => tell(old));
}

/** The tab may show something else now: it has loaded, or its address is another one (of the same page too). */
export function onTabMoved(tell: (tab: number) => void): void {
  browser.tabs.onUpdated.addListener((tab, { status, url }) => {
    if (status === 'complete' || url !== undefined) tell(tab);
  });
}

export function onTabLoading(tell: (tab: number, state: 'loading' | 'complete') => void): void {
  browser.tabs.onUpdated.addListener((tab, { status }) => {
    if (status === 'loading' || status === 'complete') tell(tab, status);
  });
}
