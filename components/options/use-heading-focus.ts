import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * The heading to take the focus when a change of `state` removed the control that had it: a reader goes on from
 * there, not from the top of the page.
 */
export function useHeadingFocus(state: string): RefObject<HTMLHeadingElement | null> {
  const head = useRef<HTMLHeadingElement>(null);
  const before = useRef(state);
  useLayoutEffect(() => {
    if (before.current === state) return;
    before.current = state;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost) head.current?.focus({ preventScroll: true });
  }, [state]);
  return head;
}
