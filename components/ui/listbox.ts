// What the two kinds of lists under a field have in common: which option the arrows stand on.

import { useState } from 'preact/hooks';

/** The next index for a key; the same where the key moves nothing. Goes round at the ends. */
export function moved(key: string, index: number, count: number): number {
  if (count === 0) return -1;
  if (key === 'ArrowDown') return index + 1 >= count ? 0 : index + 1;
  if (key === 'ArrowUp') return index <= 0 ? count - 1 : index - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return index;
}

export const moves = (key: string): boolean => key === 'ArrowDown' || key === 'ArrowUp';

export function useList(count: number) {
  const [open, setOpen] = useState(false);
  const [wanted, setActive] = useState(-1);
  const active = wanted < count ? wanted : -1;
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  return { open: open && count > 0, setOpen, active, setActive, close };
}
