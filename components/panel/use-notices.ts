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
  /** Null: there is no way back, or this was it. */
  readonly undo: (() => Promise<Answer<unknown>>) | null;
  readonly clock: NoticeClock;
  /** Why it could not be undone. */
  readonly problem: Problem | null;
  /** The journal does not know of it: while this stands, the key for undo takes it back first. */
  readonly outside?: true;
}

/** ms that a notice with a way back stays at least. */
export const STAYS = 10_000;
/** ms of one that only tells. */
const SHORTLY = 5_000;

export const freshClock = (undo: NoticeMark['undo']): NoticeClock => {
  const stays = undo === null ? SHORTLY : STAYS;
  return { stays, left: stays };
};

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
  const find = useCallback((of: number, key: string): NoticeMark | null => {
    const mark = marks.current.get(of);
    return mark?.key === key ? mark : null;
  }, []);
  return { mark: marks.current.get(tab) ?? null, show, close, find };
}

export type Notices = ReturnType<typeof useNotices>;
