// One value a tab, kept in the browser's session storage: that is the truth, since the background is stopped at any
// moment. What stands in memory only saves reading it again. Panels listen to the storage: writing is drawing.
import { readAllStored, readStored, removeStored, writeStored } from '@/utils/browser/storage';

export interface Kept<Value> {
  get(tab: number): Promise<Value>;
  /**
   * Changes of one tab go one after the other; the same value given back is no change. Gives what stands now. Fails
   * only with what `change` throws; then nothing has changed.
   */
  change(tab: number, change: (value: Value) => Value): Promise<Value>;
  /** The tab is closed: what is still said about it is not kept. */
  forget(tab: number): Promise<void>;
  tabs(): Promise<readonly number[]>;
}

export function keepPerTab<Value>(kind: {
  readonly key: (tab: number) => string;
  readonly empty: (tab: number) => Value;
  readonly is: (stored: unknown) => stored is Value;
  readonly changed?: (tab: number, value: Value) => void;
}): Kept<Value> {
  const known = new Map<number, Promise<Value>>();
  // Browsers give no number twice within a session, and this is forgotten with the background.
  const closed = new Set<number>();
  const get = (tab: number): Promise<Value> => {
    const value =
      known.get(tab) ??
      readStored('session', kind.key(tab)).then(
        (stored) => (kind.is(stored) ? stored : kind.empty(tab)),
        () => kind.empty(tab),
      );
    known.set(tab, value);
    return value;
  };
  // Calls reach the storage in the order they are made. A full one loses the drawing, not the work.
  const write = (tab: number, value: Value): void => {
    writeStored('session', kind.key(tab), value).catch(() => undefined);
  };
  return {
    get,
    change(tab, change) {
      const before = get(tab);
      const next = before.then((value) => {
        const changed = change(value);
        if (changed === value || closed.has(tab)) return value;
        write(tab, changed);
        kind.changed?.(tab, changed);
        return changed;
      });
      known.set(
        tab,
        next.catch(() => before),
      );
      return next;
    },
    async forget(tab) {
      closed.add(tab);
      await known.get(tab);
      known.delete(tab);
      await removeStored('session', [kind.key(tab)]);
    },
    async tabs() {
      const prefix = kind.key(0).slice(0, -1);
      return Object.keys(await readAllStored('session'))
        .filter((key) => key.startsWith(prefix))
        .map((key) => Number(key.slice(prefix.length)));
    },
  };
}
