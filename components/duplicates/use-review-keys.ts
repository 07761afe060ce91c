import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { singleKeysOff } from '@/components/panel/single-keys';
import type { Reviewing } from './use-review';

const FIELDS = 'input, textarea, select, [contenteditable], [role="combobox"]';
/** What Enter presses by itself. */
const PRESSED = 'button, a, summary, [role="menuitem"]';

const isUndo = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z';

/** A whole review without a pointer. Never while something is typed, nor under a dialog or behind another page. */
export function useReviewKeys(page: RefObject<HTMLElement | null>, on: boolean, reviewing: Reviewing): void {
  const now = useRef(reviewing);
  now.current = reviewing;
  useEffect(() => {
    if (!on) return;
    const act = (event: KeyboardEvent): (() => void) | undefined => {
      const { move, merge, apart, skip, undo } = now.current;
      if (isUndo(event)) return undo;
      if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
      if (event.key.length === 1 && singleKeysOff()) return undefined;
      const forwards = page.current !== null && getComputedStyle(page.current).direction === 'rtl' ? -1 : 1;
      switch (event.key.toLowerCase()) {
        case 'j':
          return () => move(1);
        case 'k':
          return () => move(-1);
        case 'arrowright':
          return () => move(forwards);
        case 'arrowleft':
          return () => move(forwards === 1 ? -1 : 1);
        case 'm':
          return merge;
        case 'enter':
          return event.target instanceof Element && event.target.closest(PRESSED) !== null ? undefined : merge;
        case 'd':
          return apart;
        case 's':
          return skip;
        case 'z':
          return undo;
        default:
          return undefined;
      }
    };
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.repeat) return;
      if (event.target instanceof Element && event.target.closest(FIELDS) !== null) return;
      if (page.current?.closest('[hidden]') !== null || document.querySelector('dialog[open]') !== null) return;
      const meant = act(event);
      if (meant === undefined) return;
      event.preventDefault();
      meant();
    };
    // Before the panel's own key for undo, which means what was done to the person behind this page.
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, [on, page]);
}
