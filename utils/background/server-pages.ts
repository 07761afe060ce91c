// Pages of a connected server, followed by their address alone: what no script of ours reads, the address may tell. The
// browser is asked where a tab stands each time; nothing of it is remembered but that a tab was followed so.
import { grantedPatterns, onPermissions } from '@/utils/browser/permissions';
import { onTabActivated, onTabMoved, tabsAt } from '@/utils/browser/tabs';
import { byAddress } from './by-address';
import type { Places } from './connections';
import { quietly } from './quietly';
import type { Readings } from './reading';
import type { Tabs } from './tab-state';

export interface ServerPages {
  /** Looks where all tabs stand: a connection was added, paused or removed, or all were unlocked. */
  sync(): Promise<void>;
  /** The same once that is done. */
  after(done: Promise<void>): Promise<void>;
}

interface Parts {
  readonly tabs: Tabs;
  readonly places: Pick<Places, 'all'>;
  readonly readings: Pick<Readings, 'moved'>;
}

export function makeServerPages({ tabs, places, readings }: Parts): ServerPages {
  const look = async (tab: number): Promise<void> => {
    const { byAddress: followed = false } = await tabs.get(tab);
    if (followed || (await byAddress(tab, places)) !== null) await readings.moved(tab);
  };
  const sync: ServerPages['sync'] = async () => {
    const patterns = await grantedPatterns();
    const there = patterns.length === 0 ? [] : await tabsAt(patterns);
    const all = new Set([...(await tabs.tabs()), ...there.map(({ id }) => id)]);
    await Promise.allSettled([...all].map(look));
  };
  onTabMoved((tab) => quietly(look(tab)));
  onTabActivated((tab) => quietly(look(tab)));
  onPermissions(() => quietly(sync()));
  return {
    sync,
    async after(done) {
      await done;
      await sync();
    },
  };
}
