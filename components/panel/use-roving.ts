// One stop of the Tab key for a whole list: the arrows go on from there.

import { useRef, useState } from 'preact/hooks';
import { moved } from '@/components/ui/listbox';

const ROW = '[data-rove]';

/** `rows`: how many, or a key for each, by which the stop stays with its row while others come and go before it. */
export function useRoving(rows: number | readonly string[], first = 0) {
  const list = useRef<HTMLUListElement>(null);
  const keys = typeof rows === 'number' ? null : rows;
  const count = keys?.length ?? (typeof rows === 'number' ? rows : 0);
  const [at, setAt] = useState<number | string>(keys?.[first] ?? first);
  const found = typeof at === 'string' ? (keys?.indexOf(at) ?? -1) : at;
  const here = Math.min(found < 0 ? first : found, Math.max(count - 1, 0));
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
      onFocus: () => setAt(keys?.[index] ?? index),
    }),
  };
}
