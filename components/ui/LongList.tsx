import { type ComponentChildren, Fragment } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';

/** Rows that are drawn in one go. */
const STEP = 200;

interface ChunkProps<Item> {
  readonly items: readonly Item[];
  readonly from: number;
  readonly draw: (item: Item) => ComponentChildren;
}

/** What is drawn stays as it is until its items or the way to draw them change. */
function Chunk<Item>({ items, from, draw }: ChunkProps<Item>) {
  const rows = useMemo(() => items.slice(from, from + STEP).map(draw), [items, from, draw]);
  return <>{rows}</>;
}

/** How many of so many rows are drawn by now: more each moment, so that nothing waits for all of them. */
function useGrowing(count: number): number {
  const [drawn, setDrawn] = useState(STEP);
  const more = drawn < count;
  useEffect(() => {
    if (!more) return;
    const timer = setTimeout(() => setDrawn(drawn + STEP), 0);
    return () => clearTimeout(timer);
  }, [more, drawn]);
  return Math.min(drawn, count);
}

/**
 * The rows of a list that can have thousands: the first at once, the others in steps while the page stays usable.
 * `draw` gives each row its key; it must be the same function as long as it draws the same.
 */
export function LongList<Item>({ items, draw }: Omit<ChunkProps<Item>, 'from'>) {
  const drawn = useGrowing(items.length);
  const starts = Array.from({ length: Math.ceil(drawn / STEP) }, (_, index) => index * STEP);
  return (
    <Fragment>
      {starts.map((from) => (
        <Chunk key={from} items={items} from={from} draw={draw} />
      ))}
    </Fragment>
  );
}
