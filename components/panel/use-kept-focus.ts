import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * When what had the focus goes with the person it belonged to, the heading takes it: a reader goes on from the name,
 * not from the top of the document. What is still there keeps it.
 */
export function useKeptFocus(frame: RefObject<HTMLElement | null>): void {
  const last = useRef<Element | null>(null);
  const part = useRef<HTMLElement | null>(null);
  // Does nothing while the focus is somewhere.
  const rescue = (to: HTMLElement | null | undefined): void => {
    if (last.current === null || last.current.isConnected) return;
    last.current = null;
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) to?.focus();
  };
  useEffect(() => {
    const root = frame.current;
    if (root === null) return;
    const entered = (event: FocusEvent) => {
      last.current = event.target instanceof Element ? event.target : null;
      part.current = last.current?.closest('.fold')?.querySelector<HTMLElement>('.fold-button') ?? null;
    };
    const left = (event: FocusEvent) => {
      // Left for somewhere else by the user, not lost: the element is still there.
      if (event.target instanceof Element && event.target.isConnected && event.relatedTarget !== null)
        last.current = null;
    };
    // A button that is gone when pressed ("Show all 8") goes by itself: its part's own heading is next to it.
    const changed = new MutationObserver(() => {
      rescue(part.current?.isConnected === true ? part.current : root.querySelector<HTMLElement>('h1'));
    });
    changed.observe(root, { childList: true, subtree: true });
    root.addEventListener('focusin', entered);
    // Before the field that is left hears of it, and goes.
    root.addEventListener('focusout', left, true);
    return () => {
      changed.disconnect();
      root.removeEventListener('focusin', entered);
      root.removeEventListener('focusout', left, true);
    };
  }, [frame]);
  useLayoutEffect(() => {
    rescue(frame.current?.querySelector<HTMLElement>('h1'));
  });
}
