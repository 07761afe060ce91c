import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Announcement } from './announcements';

/** Says each announcement once, after its wait; one that is replaced meanwhile is never said. */
function useSpoken(announcement: Announcement | null, say: (text: string) => void): void {
  const key = announcement?.key ?? null;
  const last = useRef('');
  // The same key is the same announcement.
  useEffect(() => {
    if (announcement === null || (announcement.once === true && announcement.key === last.current)) return;
    const timer = setTimeout(() => {
      last.current = announcement.key;
      say(announcement.text);
    }, announcement.after);
    return () => clearTimeout(timer);
  }, [key, say]);
}

export interface Said {
  readonly polite: string;
  readonly alert: string;
  readonly say: (text: string) => void;
  readonly warn: (text: string) => void;
}

/** ms: what is said within them is said together, none in another's place. */
const TOGETHER = 50;

/** One live region. The same words again are news only if it was emptied in between. */
function useRegion(): readonly [string, (text: string) => void] {
  const [text, setText] = useState('');
  const waiting = useRef<ReadonlySet<string>>(new Set());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const say = useCallback((next: string) => {
    waiting.current = new Set([...waiting.current, next]);
    setText('');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setText([...waiting.current].join(' '));
      waiting.current = new Set();
    }, TOGETHER);
  }, []);
  return [text, say];
}

/** The texts of the two live regions. */
export function useSaid(state: Announcement | null, part: Announcement | null, failure: Announcement | null): Said {
  const [polite, say] = useRegion();
  const [alert, warn] = useRegion();
  useSpoken(state, say);
  useSpoken(part, say);
  useSpoken(failure, warn);
  return { polite, alert, say, warn };
}
