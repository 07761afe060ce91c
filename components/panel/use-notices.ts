import { useCallback, useRef, useState } from 'preact/hooks';
import type { NoticeClock } from '@/components/ui/Notice';
import type { Answer } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';

/** Something that was just done, with the way back. */
export interface NoticeMark {
  /** Of the journal's entry, or of the creation. */
  readonly key: string;
  /** What was done. */
  readonly title: string;
  /** To whom, where. */
  readonly detail: readonly string[];
  readonly source: string;
  readonly undo: () => Promise<Answer<unknown>>;
  readonly clock: NoticeClock;
  /** Why it could not be undone. */
  readonly problem: Problem | null;
}

/** ms that a notice stays at least. */
export const STAYS = 10_000;

/** One notice a tab: the newest. What is left of its time waits while another tab is in front. */
export function useNotices(tab: number) {
  const marks = useRef(new Map<number, NoticeMark>());
  const [, redraw] = useState(0);
  const show = useCallback((of: number, mark: NoticeMark) => {
    marks.current.set(of, mark);
    redraw((count) => count + 1);
  }, []);
  /** `key`: only if it is still that one. */
  const close = useCallback((of: number, key: string) => {
    if (marks.current.get(of)?.key !== key) return;
    marks.current.delete(of);
    redraw((count) => count + 1);
  }, []);
  const has = useCallback((of: number, key: string) => marks.current.get(of)?.key === key, []);
  const clock = useCallback((of: number) => marks.current.get(of)?.clock ?? null, []);
  return { mark: marks.current.get(tab) ?? null, show, close, has, clock };
}

export type Notices = ReturnType<typeof useNotices>;
