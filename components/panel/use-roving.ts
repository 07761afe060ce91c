// One stop of the Tab key for a whole list: the arrows go on from there.

import { useRef, useState } from 'preact/hooks';
import { moved } from '@/components/ui/listbox';

const ROW = '[data-rove]';

export function useRoving(count: number, first = 0) {
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(first);
  const here = Math.min(at, Math.max(count - 1, 0));
  const onKeyDown = (event: KeyboardEvent): void => {
    // Only from a row itself: its buttons and fields have keys of their own.
    if (!(event.target instanceof HTMLElement) || !event.target.matches(ROW)) return;
    const next = moved(event.key, here, count);
    if (next === here || next < 0) return;
    event.preventDefault();
    list.current?.querySelectorAll<HTMLElement>(ROW)[next]?.focus();
  };
  return {
    at: here,
    list: { ref: list, onKeyDown },
    row: (index: number) => ({
      'data-rove': '',
      tabIndex: index === here ? 0 : -1,
      onFocus: () => setAt(index),
    }),
  };
}
