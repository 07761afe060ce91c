import { useRef } from 'preact/hooks';
import type { Closed } from '@/components/edit/use-inline-edit';

type Start = { current: (() => void) | null };

export interface Sequence {
  /** What starts the editing of a row; handed to it. */
  readonly startOf: (key: string) => Start;
  /** From the first that can be edited. */
  readonly begin: () => void;
  readonly onClosed: (key: string, how: Closed) => void;
}

/** One field after the other, as long as each is taken: Enter leads from row to row, Esc or a press elsewhere ends it. */
export function useSequence(keys: readonly string[]): Sequence {
  const starts = useRef(new Map<string, Start>());
  const going = useRef(false);
  const startOf = (key: string): Start => {
    const known = starts.current.get(key) ?? { current: null };
    starts.current.set(key, known);
    return known;
  };
  const from = (index: number): void => {
    const next = keys.slice(index).find((key) => startOf(key).current !== null);
    going.current = next !== undefined;
    if (next !== undefined) startOf(next).current?.();
  };
  return {
    startOf,
    begin: () => from(0),
    onClosed(key, how) {
      if (!going.current) return;
      if (how === 'taken') from(keys.indexOf(key) + 1);
      else going.current = false;
    },
  };
}
