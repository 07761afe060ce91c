import { getTab } from '@/utils/browser/tabs';

/**
 * Tells whether a tab is in a private window, of which nothing may stay on disk: also of one that was just closed, with
 * the last letters still on their way. Losing what is known to a stopped background costs only that.
 */
export function knowPrivateTabs(): (tab: number) => Promise<boolean> {
  const known = new Map<number, boolean>();
  return async (id) => {
    const tab = await getTab(id);
    if (tab !== null) known.set(id, tab.incognito);
    return known.get(id) ?? false;
  };
}
