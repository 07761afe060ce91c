// What the tabs' views make of it when a connection is added, renamed, moved in the order, paused or removed.
import { inOrder, type StoredConnection } from '@/utils/connections/stored';
import type { PanelView, Source } from '@/utils/messages/view';
import type { Lookups } from './lookups';
import type { Refresh } from './refresh';
import type { Views } from './tab-state';

export interface ServerViews {
  /** Ends all questions that are under way; `lookAgain` is to follow. */
  stop(): void;
  /** Whoever is shown is looked up anew everywhere; a panel about nobody names the connections as they are now. */
  lookAgain(): Promise<void>;
  /** Nobody is asked: only the name and the mark are others. */
  rename(server: Pick<StoredConnection, 'id' | 'name' | 'mark'>): Promise<void>;
  order(ids: readonly string[]): Promise<void>;
  /** Nobody of it is shown any more. */
  withdraw(connection: string): Promise<void>;
}

interface Parts {
  readonly views: Views;
  readonly lookups: Pick<Lookups, 'again' | 'fill' | 'stop'>;
  readonly refresh: Pick<Refresh, 'connection'>;
}

export function serverViews({ views, lookups, refresh }: Parts): ServerViews {
  const everywhere = async (change: (view: PanelView) => PanelView): Promise<void> => {
    for (const tab of await views.tabs()) await views.change(tab, change);
  };
  return {
    stop: lookups.stop,
    async lookAgain() {
      const tabs = await views.tabs();
      const looking = tabs.map(async (tab) => {
        const { subject } = await views.get(tab);
        await (subject === null ? lookups.fill(tab) : lookups.again(tab));
      });
      await Promise.allSettled(looking);
    },
    rename: ({ id, name, mark }) =>
      everywhere((view) => {
        const named = (source: Source): Source => (source.id === id ? { ...source, name, mark } : source);
        const within = <One extends { readonly source: Source }>(one: One): One => ({
          ...one,
          source: named(one.source),
        });
        return {
          ...view,
          sources: view.sources.map(named),
          answers: view.answers.map(within),
          near: view.near.map(within),
        };
      }),
    order: (ids) =>
      everywhere((view) => ({
        ...view,
        sources: inOrder(view.sources, ids),
        answers: [...view.answers].sort((a, b) => place(ids, a.source) - place(ids, b.source)),
      })),
    withdraw: refresh.connection,
  };
}

const place = (ids: readonly string[], { id }: Source): number => (ids.includes(id) ? ids.indexOf(id) : ids.length);
