// What the tabs make of it when it is locked: nobody is named in any view, and who they were about is kept beside them
// to be looked up again.
import type { Lookups } from './lookups';
import type { Readings } from './reading';
import type { Tabs, Views } from './tab-state';

export interface LockedTabs {
  /** It is locked: nobody is shown anywhere, nor found by a question that is under way. */
  empty(): Promise<void>;
  /** It is unlocked: each tab shows again who it is about. */
  fill(): Promise<void>;
}

interface Parts {
  readonly views: Views;
  readonly tabs: Tabs;
  readonly lookups: Pick<Lookups, 'again' | 'clear' | 'stop'>;
  readonly readings: Pick<Readings, 'showMessage'>;
}

export function lockedTabs({ views, tabs, lookups, readings }: Parts): LockedTabs {
  const all = async (): Promise<readonly number[]> => [...new Set([...(await views.tabs()), ...(await tabs.tabs())])];

  const emptyOne = async (tab: number): Promise<void> => {
    const { subject, shown, draft } = await views.get(tab);
    if (subject !== null) await tabs.change(tab, (state) => ({ ...state, waiting: { subject, shown, draft } }));
    // Names that a server told; it is asked again.
    await tabs.change(tab, (state) => (state.told ? { ...state, told: null } : state));
    await lookups.clear(tab);
  };

  const fillOne = async (tab: number): Promise<void> => {
    const { waiting } = await tabs.get(tab);
    if (waiting) {
      await tabs.change(tab, ({ waiting: _done, ...state }) => state);
      // Asked again for the same one, a panel keeps what was typed for them.
      await views.change(tab, (view) => ({ ...view, ...waiting }));
    }
    await (waiting?.subject?.origin === 'asked' ? lookups.again(tab) : readings.showMessage(tab));
  };

  return {
    async empty() {
      lookups.stop();
      for (const tab of await all()) await emptyOne(tab);
    },
    async fill() {
      await Promise.allSettled((await all()).map(fillOne));
    },
  };
}
