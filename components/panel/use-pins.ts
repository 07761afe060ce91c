import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CreateDraft, PanelView } from '@/utils/messages/view';
import { type PanelState, stateOf } from './states';

/** Key of the form of somebody who is not there yet. */
export const CREATING = 'create';
/** Key of the form that is a page of its own. */
export const FILLING = 'form';

interface Pin {
  /** What is drawn while the page has moved on. */
  readonly view: PanelView;
  /** The places that hold it. */
  readonly keys: ReadonlySet<string>;
  /** Those of them that let go while another tab was in front: because they were taken away, or because they are done. */
  readonly loose: ReadonlySet<string>;
}

export interface Pins {
  /** What to draw. */
  readonly view: PanelView | null;
  /** The page has moved on, and a half-typed text keeps the panel where it was. */
  readonly moved: boolean;
  readonly creating: boolean;
  readonly hold: (key: string, on: boolean) => void;
  readonly holdDraft: (draft: CreateDraft) => void;
  /** Nothing holds any more. */
  readonly letGo: () => void;
}

/** ms that a place has, once its tab is in front again, to hold on: its text is read first. */
const HOLDS_ON = 1000;

const without = (keys: ReadonlySet<string>, gone: string): ReadonlySet<string> =>
  new Set([...keys].filter((key) => key !== gone));

const settled: ReadonlySet<PanelState['kind']> = new Set(['found', 'several', 'never']);

/**
 * A field that is edited, or a form that is filled in, is never taken away by the next message. For each tab apart, and
 * above what is drawn of it: another tab in front takes the fields away, and this one's brings them back.
 */
export function usePins(latest: PanelView | null): Pins {
  const pins = useRef(new Map<number, Pin>());
  const [, redraw] = useState(0);
  const tab = latest?.tab ?? -1;
  const now = useRef(latest);
  now.current = latest;

  const set = useCallback((of: number, pin: Pin | null) => {
    if (pin === null ? !pins.current.delete(of) : pins.current.get(of) === pin) return;
    if (pin !== null) pins.current.set(of, pin);
    redraw((count) => count + 1);
  }, []);

  const pin = pins.current.get(tab);
  const moved = pin !== undefined && latest !== null && pin.view.subject?.key !== latest.subject?.key;
  const creating = pin?.keys.has(CREATING) === true;
  const view = moved ? pin.view : latest;

  // The newest view of the same subject is what is kept, with what was typed into it.
  useLayoutEffect(() => {
    if (pin === undefined || latest === null || moved || pin.view === latest) return;
    const { draft } = pin.view;
    pins.current.set(tab, { ...pin, view: creating ? { ...latest, draft } : latest });
  }, [latest, moved]);

  const hold = useCallback(
    (key: string, on: boolean) => {
      const before = pins.current.get(tab);
      const here = now.current?.tab === tab ? now.current : null;
      if (on) {
        const view = before?.view ?? here;
        if (view === null || (before?.keys.has(key) === true && !before.loose.has(key))) return;
        const keys = new Set([...(before?.keys ?? []), key]);
        return set(tab, { view, keys, loose: without(before?.loose ?? new Set(), key) });
      }
      if (before?.keys.has(key) !== true) return;
      if (here === null) return set(tab, { ...before, loose: new Set([...before.loose, key]) });
      const keys = without(before.keys, key);
      set(tab, keys.size === 0 ? null : { ...before, keys, loose: without(before.loose, key) });
    },
    [tab, set],
  );
  const holdDraft = useCallback(
    (draft: CreateDraft) => {
      hold(CREATING, true);
      const held = pins.current.get(tab);
      if (held !== undefined) pins.current.set(tab, { ...held, view: { ...held.view, draft } });
    },
    [tab, hold],
  );
  const letGo = useCallback(() => set(tab, null), [tab, set]);

  // Somebody has the address now: there is nobody to make any more.
  const over = creating && settled.has(stateOf(view).kind);
  useLayoutEffect(() => {
    if (over) hold(CREATING, false);
  }, [over, hold]);

  const loose = pin !== undefined && pin.loose.size > 0;
  useEffect(() => {
    if (!loose) return;
    const timer = setTimeout(() => {
      for (const key of pins.current.get(tab)?.loose ?? []) hold(key, false);
    }, HOLDS_ON);
    return () => clearTimeout(timer);
  }, [loose, tab, hold]);

  return { view, moved, creating, hold, holdDraft, letGo };
}
