import { useEffect, useMemo, useState } from 'preact/hooks';
import type { QueueState } from '@/utils/messages/protocol';
import type { PanelView } from '@/utils/messages/view';

type Put = (view: PanelView, queue: QueueState) => PanelView;

/** Puts what waits to be sent into the view. Seldom needed, so it comes in a file of its own. */
export function useWaiting(view: PanelView | null, queue: QueueState): PanelView | null {
  const [put, setPut] = useState<{ readonly waiting: Put } | null>(null);
  const any = queue.items.some(({ pending }) => pending.length > 0);
  const wanted = any && put === null;
  useEffect(() => {
    if (!wanted) return;
    import('./with-waiting').then(
      ({ withWaiting }) => setPut({ waiting: withWaiting }),
      // The extension was updated under an open panel: other parts say so.
      () => undefined,
    );
  }, [wanted]);
  return useMemo(
    () => (view !== null && any && put !== null ? put.waiting(view, queue) : view),
    [view, any, put, queue],
  );
}
