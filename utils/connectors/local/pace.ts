/** Work in the background is cut into slices of this many milliseconds, so that lookups go on beside it. */
const SLICE = 5;
/** ms: somebody may begin to wait meanwhile. */
const LONGEST_REST = 100;

/** Gives back a promise when the slice is used up, to be awaited before going on; undefined while there is time. */
export type Pace = () => Promise<void> | undefined;

/** `hurried`: false while nobody waits for the work; it then rests as long as it worked. */
export function startPace(slice = SLICE, hurried: () => boolean = () => true): Pace {
  const clock = { since: performance.now() };
  return () => {
    const worked = performance.now() - clock.since;
    if (worked < slice) return undefined;
    return (hurried() ? yieldToOthers() : restFor(Math.min(worked, LONGEST_REST))).then(() => {
      clock.since = performance.now();
    });
  };
}

const restFor = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

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
