import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * When what had the focus goes with the person it belonged to, the heading takes it: a reader goes on from the name,
 * not from the top of the document. What is still there keeps it.
 */
export function useKeptFocus(frame: RefObject<HTMLElement | null>): void {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const root = frame.current;
    if (root === null) return;
    const entered = (event: FocusEvent) => {
      last.current = event.target instanceof Element ? event.target : null;
    };
    const left = (event: FocusEvent) => {
      // Left for somewhere else by the user, not lost: the element is still there.
      if (event.target instanceof Element && event.target.isConnected && event.relatedTarget !== null)
        last.current = null;
    };
    root.addEventListener('focusin', entered);
    root.addEventListener('focusout', left);
    return () => {
      root.removeEventListener('focusin', entered);
      root.removeEventListener('focusout', left);
    };
  }, [frame]);
  useLayoutEffect(() => {
    if (last.current === null || last.current.isConnected) return;
    last.current = null;
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body) return;
    frame.current?.querySelector<HTMLElement>('h1')?.focus();
  });
}
