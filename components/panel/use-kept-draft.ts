import { useEffect, useRef } from 'preact/hooks';
import type { CreateDraft, Subject } from '@/utils/messages/view';
import { useActs } from './acts';

/** ms of rest after which a draft is kept. */
const KEEP_AFTER = 150;

/**
 * Keeps what is typed for the subject it is typed for, also if panel or form go in the middle of a word. Returns how
 * to let go of what is not kept yet.
 */
export function useKeptDraft(subject: Subject, draft: CreateDraft, touched: boolean): () => void {
  const { ask, tab } = useActs();
  const of = subject.party.address ?? subject.party.name;
  const due = useRef<(() => void) | null>(null);
  useEffect(() => () => due.current?.(), []);
  useEffect(() => {
    if (!touched) return;
    const keep = () => {
      if (due.current !== keep) return;
      due.current = null;
      void ask('draft.keep', { tab, draft, of });
    };
    due.current = keep;
    const timer = setTimeout(keep, KEEP_AFTER);
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [ask, draft, of, tab, touched]);
  return () => {
    due.current = null;
  };
}
