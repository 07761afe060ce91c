import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface Reorder {
  /** As the rows stand now: while one is dragged, and until a new order is told. */
  readonly ids: readonly string[];
  readonly dragged: string | null;
  readonly list: RefObject<HTMLUListElement | null>;
  /** One place up (-1) or down (1); false at the end of the list. The focus stays with what moved. */
  move(id: string, by: 1 | -1): boolean;
  grab(id: string): void;
}

type Commit = (ids: readonly string[], moved: string) => Promise<boolean>;

/** `ids` as they are kept; `commit` is told the whole new order and which one moved, and tells whether it is kept. */
export function useReorder(ids: readonly string[], commit: Commit): Reorder {
  const kept = ids.join(' ');
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const focused = useRef<HTMLElement | null>(null);
  const shown = order ?? ids;
  const keep = (next: readonly string[], moved: string): void => {
    void commit(next, moved).then((done) => {
      if (!done) setOrder(null);
    });
  };
  const now = useRef({ shown, ids, keep });
  now.current = { shown, ids, keep };

  useEffect(() => setOrder(null), [kept]);
  // A row that is put elsewhere in the document lets go of the focus.
  useLayoutEffect(() => {
    if (focused.current?.isConnected === true) focused.current.focus({ preventScroll: true });
    focused.current = null;
  }, [shown.join(' ')]);

  const put = (next: readonly string[]): void => {
    const { activeElement } = document;
    focused.current =
      activeElement instanceof HTMLElement && list.current?.contains(activeElement) === true ? activeElement : null;
    setOrder(next);
  };

  useEffect(() => {
    if (dragged === null) return;
    const over = new AbortController();
    const { signal } = over;
    const drag = ({ clientY }: PointerEvent) => {
      const others = now.current.shown.filter((id) => id !== dragged);
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-id]') ?? [])];
      const above = rows.filter((row) => {
        const { top, height } = row.getBoundingClientRect();
        return row.dataset['id'] !== dragged && top + height / 2 < clientY;
      }).length;
      const next = others.toSpliced(above, 0, dragged);
      if (next.join(' ') !== now.current.shown.join(' ')) put(next);
    };
    const drop = () => {
      setDragged(null);
      const { shown: next, ids: before, keep: end } = now.current;
      if (next.join(' ') !== before.join(' ')) end(next, dragged);
    };
    const back = () => {
      setDragged(null);
      setOrder(null);
    };
    document.addEventListener('pointermove', drag, { signal });
    document.addEventListener('pointerup', drop, { signal });
    document.addEventListener('pointercancel', back, { signal });
    document.addEventListener('keydown', (event) => event.key === 'Escape' && back(), { signal });
    return () => over.abort();
  }, [dragged]);

  return {
    ids: shown,
    dragged,
    list,
    grab: setDragged,
    move(id, by) {
      const at = shown.indexOf(id);
      const to = at + by;
      if (at < 0 || to < 0 || to >= shown.length) return false;
      const next = shown.toSpliced(at, 1).toSpliced(to, 0, id);
      put(next);
      keep(next, id);
      return true;
    },
  };
}
