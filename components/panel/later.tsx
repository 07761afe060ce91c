import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Skeleton } from '@/components/ui/Skeleton';

/**
 * A part that is seldom drawn: it comes in a file of its own, when it is drawn for the first time, so that the panel
 * itself opens sooner. Until then there are lines where it will be.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const loaded: { part: ComponentType<Props> | null } = { part: null };
  return function Later(props: Props) {
    const [, redraw] = useState(0);
    const gone = useRef(false);
    const waited = useRef(loaded.part === null);
    useEffect(() => {
      if (loaded.part !== null) return;
      void load().then((part) => {
        loaded.part = part;
        if (!gone.current) redraw(1);
      });
      return () => {
        gone.current = true;
      };
    }, []);
    const { part: Part } = loaded;
    // The focus waits at the way back, where there was no heading yet.
    useLayoutEffect(() => {
      if (Part === null || !waited.current) return;
      waited.current = false;
      const back = document.activeElement?.closest('.back');
      back?.parentElement?.querySelector<HTMLElement>('h1')?.focus();
    }, [Part]);
    if (Part !== null) return <Part {...props} />;
    return (
      <div class="pad" aria-busy="true">
        <Skeleton />
      </div>
    );
  };
}
