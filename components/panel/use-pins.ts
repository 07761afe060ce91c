import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CreateDraft, PanelView } from '@/utils/messages/view';
import { type PanelState, stateOf } from './states';

/** Key of the form of somebody who is not there yet. */
export const CREATING = 'create';

interface Pin {
  /** What is drawn while the page has moved on. */
  readonly view: PanelView;
  /** The places that hold it. */
  readonly keys: ReadonlySet<string>;
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
      if (!on) {
        if (before?.keys.has(key) !== true) return;
        const keys = new Set([...before.keys].filter((one) => one !== key));
        return set(tab, keys.size === 0 ? null : { ...before, keys });
      }
      const held = before?.view ?? (now.current?.tab === tab ? now.current : null);
      if (held === null || before?.keys.has(key) === true) return;
      set(tab, { view: held, keys: new Set([...(before?.keys ?? []), key]) });
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

  return { view, moved, creating, hold, holdDraft, letGo };
}
