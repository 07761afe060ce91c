/** Work in the background is cut into slices of this many milliseconds, so that lookups go on beside it. */
const SLICE = 5;

/** Gives back a promise when the slice is used up, to be awaited before going on; undefined while there is time. */
export type Pace = () => Promise<void> | undefined;

export function startPace(slice = SLICE): Pace {
  const clock = { since: performance.now() };
  return () => {
    if (performance.now() - clock.since < slice) return undefined;
    return yieldToOthers().then(() => {
      clock.since = performance.now();
    });
  };
}

/** A new task at once: a timer would be held back for 4 ms, and in a hidden page for a second. */
function yieldToOthers(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
