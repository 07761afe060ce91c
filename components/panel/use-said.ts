import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Announcement } from './announcements';

/** Says each announcement once, after its wait; one that is replaced meanwhile is never said. */
function useSpoken(announcement: Announcement | null, say: (text: string) => void): void {
  const key = announcement?.key ?? null;
  // The same key is the same announcement.
  useEffect(() => {
    if (announcement === null) return;
    const timer = setTimeout(() => say(announcement.text), announcement.after);
    return () => clearTimeout(timer);
  }, [key, say]);
}

export interface Said {
  readonly polite: string;
  readonly alert: string;
  readonly say: (text: string) => void;
}

/** The texts of the two live regions. */
export function useSaid(state: Announcement | null, part: Announcement | null, failure: Announcement | null): Said {
  const [polite, setPolite] = useState('');
  const [alert, setAlert] = useState('');
  // The same words again are news only if the region was emptied in between.
  const say = useCallback((text: string) => {
    setPolite('');
    setTimeout(() => setPolite(text), 50);
  }, []);
  useSpoken(state, setPolite);
  useSpoken(part, setPolite);
  useSpoken(failure, setAlert);
  return { polite, alert, say };
}
