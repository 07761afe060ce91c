// What every part of the panel can do, so that it need not be handed down by hand: ask the background, act within
// the user's click, say something to a screen reader, and know what time it is.

import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { AskBackground, PageActs } from '@/utils/messages/protocol';

export interface Acts {
  readonly tab: number;
  readonly ask: AskBackground;
  readonly page: PageActs;
  /** ms since the epoch */
  readonly now: () => number;
  /** Announces politely, once. */
  readonly say: (text: string) => void;
  /** Interrupts, once: something that was asked for failed. */
  readonly warn: (text: string) => void;
  /** Is a section folded away? Remembered per user. */
  readonly folded: (section: string, byDefault: boolean) => boolean;
  readonly fold: (section: string, folded: boolean) => void;
}

export const ActsContext = createContext<Acts | null>(null);

export function useActs(): Acts {
  const acts = useContext(ActsContext);
  if (acts === null) throw new Error('a part of the panel is drawn outside of it');
  return acts;
}

/** The time in ms, drawn anew every `every` ms; 0: it stands still. */
export function useNow(every: number): number {
  const { now } = useActs();
  const [, redraw] = useState(0);
  useEffect(() => {
    if (every === 0) return;
    const timer = setInterval(() => redraw((count) => count + 1), every);
    return () => clearInterval(timer);
  }, [every]);
  return now();
}
