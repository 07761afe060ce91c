import { useRef } from 'preact/hooks';
import type { Choosable } from './choosing';

/**
 * A long list, made when it is first asked for and then kept: to make it takes longer than a key press may. It is made
 * anew once `of` is another.
 */
export function useLongList(make: () => readonly Choosable[], of: string | number = ''): () => readonly Choosable[] {
  const kept = useRef<{ readonly of: string | number; readonly list: readonly Choosable[] } | null>(null);
  return () => {
    if (kept.current?.of !== of) kept.current = { of, list: make() };
    return kept.current.list;
  };
}
