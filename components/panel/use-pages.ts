import { useCallback, useRef, useState } from 'preact/hooks';
import type { PanelPage } from './acts';

interface Opened {
  /** What the panel was about: the pages go when it turns to something else. */
  readonly of: string;
  readonly pages: readonly PanelPage[];
}

/** The pages that were opened in place of the profile, one upon the other; for each tab apart. */
export function usePages(tab: number, of: string) {
  const opened = useRef(new Map<number, Opened>());
  const [, redraw] = useState(0);
  const set = useCallback((at: number, next: Opened) => {
    opened.current.set(at, next);
    redraw((count) => count + 1);
  }, []);
  const here = opened.current.get(tab);
  const pages = here?.of === of ? here.pages : [];
  const now = useRef({ tab, of, pages });
  now.current = { tab, of, pages };
  const open = useCallback(
    (page: PanelPage) => set(now.current.tab, { of: now.current.of, pages: [...now.current.pages, page] }),
    [set],
  );
  const leave = useCallback(
    () => set(now.current.tab, { of: now.current.of, pages: now.current.pages.slice(0, -1) }),
    [set],
  );
  const leaveAll = useCallback(() => {
    if (now.current.pages.length > 0) set(now.current.tab, { of: now.current.of, pages: [] });
  }, [set]);
  return { page: pages.at(-1) ?? null, depth: pages.length, open, leave, leaveAll };
}
