import { useCallback, useEffect, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import type { Suspect } from '@/utils/messages/protocol';
import type { PersonRef } from '@/utils/people/types';

/** ms after which a browser that is never idle is asked all the same. */
const AT_LATEST = 2000;
/** ms that somebody is looked at before they are asked about: who leafs through messages is not held up by it. */
const RESTS = 700;
const MOST = 10;

/** What must not hold up the profile's first paint comes when the browser has nothing better to do. */
function whenIdle(act: () => void): () => void {
  // Where a window has no such call, at once.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(act, 0);
    return () => clearTimeout(timer);
  }
  const waiting = { idle: 0 };
  const timer = setTimeout(() => {
    waiting.idle = requestIdleCallback(act, { timeout: AT_LATEST });
  }, RESTS);
  return () => {
    clearTimeout(timer);
    cancelIdleCallback(waiting.idle);
  };
}

/** Who may be the same person, the surest first; asked anew when the person was changed. What fails is nobody. */
export function useSuspects({ connection, id }: PersonRef, touched: number) {
  const { ask } = useActs();
  const [suspects, setSuspects] = useState<readonly Suspect[]>([]);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const drawn = { still: true };
    const cancel = whenIdle(() => {
      void ask('suspects', { ref: { connection, id }, limit: MOST }).then((answer) => {
        if (drawn.still && answer.ok) setSuspects(answer.value);
      });
    });
    return () => {
      drawn.still = false;
      cancel();
    };
  }, [ask, connection, id, touched, turn]);
  const drop = useCallback(
    (gone: string) => setSuspects((before) => before.filter(({ person }) => person.ref.id !== gone)),
    [],
  );
  return { suspects, drop, again: useCallback(() => setTurn((before) => before + 1), []) };
}
