/** Lets so many run at a time; who waits comes in the order of asking, and is not run at all if aborted before. */
export function takingTurns(
  atOnce: number,
): <Value>(run: () => Promise<Value>, signal?: AbortSignal) => Promise<Value> {
  const state = { running: 0 };
  const waiting: (() => void)[] = [];
  const turn = (signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      const gone = (): void => {
        waiting.splice(waiting.indexOf(start), 1);
        reject(signal?.reason);
      };
      const start = (): void => {
        signal?.removeEventListener('abort', gone);
        state.running += 1;
        resolve();
      };
      if (state.running < atOnce) return start();
      waiting.push(start);
      signal?.addEventListener('abort', gone, { once: true });
    });
  return async (run, signal) => {
    signal?.throwIfAborted();
    await turn(signal);
    try {
      return await run();
    } finally {
      state.running -= 1;
      waiting.shift()?.();
    }
  };
}
