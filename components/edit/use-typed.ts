import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { refKey } from '@/components/panel/states';
import type { Typed } from '@/utils/messages/protocol';
import type { PersonRef } from '@/utils/people/types';

/** ms of rest after which a text is kept. */
const KEEP_AFTER = 150;

export interface TypedField {
  /** What was half-typed here before this was drawn; null: nothing, or not known yet. */
  readonly restored: Typed | null;
  /** Keeps a text a moment later, and before the page goes. `from`: another base than the field's own. */
  readonly keep: (text: string, from?: string) => void;
  /** Saved or given up: nothing of it stays. */
  readonly drop: () => void;
}

/**
 * Keeps what is typed in a place of a person, so that neither a new message nor a closed panel nor a crash loses it.
 * `base`: what the field holds in the record; it is told with the text.
 */
export function useTyped(ref: PersonRef, place: string, base: string): TypedField {
  const { now, tab, typed } = useActs();
  const [restored, setRestored] = useState<Typed | null>(null);
  const waiting = useRef<{ readonly send: () => void; readonly timer: ReturnType<typeof setTimeout> } | null>(null);
  const of = refKey(ref);

  const flush = useCallback(() => {
    const one = waiting.current;
    if (one === null) return;
    waiting.current = null;
    clearTimeout(one.timer);
    one.send();
  }, []);

  // Before the next thing is drawn, which may read the same place.
  useLayoutEffect(() => {
    let gone = false;
    setRestored(null);
    void typed.read(tab, ref, place).then((found) => {
      if (!gone && waiting.current === null) setRestored(found);
    });
    window.addEventListener('pagehide', flush);
    return () => {
      gone = true;
      window.removeEventListener('pagehide', flush);
      flush();
      typed.release(ref);
    };
    // The same record in a new object is the same record.
  }, [typed, of, place, flush]);

  return {
    restored,
    keep(text, from = base) {
      if (waiting.current !== null) clearTimeout(waiting.current.timer);
      const send = () => typed.keep(tab, ref, place, { text, base: from, at: new Date(now()).toISOString() });
      waiting.current = { send, timer: setTimeout(flush, KEEP_AFTER) };
    },
    drop() {
      if (waiting.current !== null) clearTimeout(waiting.current.timer);
      waiting.current = null;
      setRestored(null);
      typed.keep(tab, ref, place, null);
    },
  };
}
