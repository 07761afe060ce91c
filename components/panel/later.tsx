import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
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
    if (Part !== null) return <Part {...props} />;
    return (
      <div class="pad" aria-busy="true">
        <Skeleton />
      </div>
    );
  };
}
