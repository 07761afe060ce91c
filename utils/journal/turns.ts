export interface Turns {
  /** Runs `act` when all that was asked under any of these keys before has ended, well or not. */
  take<Value>(keys: readonly string[], act: () => Promise<Value>): Promise<Value>;
}

/**
 * One queue a person: what is done to one goes in order, and nobody waits for another's. What is about two stands in
 * the queues of both from the same moment on, so no two of them can wait for each other.
 */
export function makeTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    take(keys, act) {
      const before = Promise.all(keys.map((key) => last.get(key) ?? Promise.resolve()));
      const turn = before.then(act);
      const ended = turn.catch(() => undefined);
      for (const key of keys) last.set(key, ended);
      // The last of its queue takes the queue along.
      void ended.then(() => {
        for (const key of keys) if (last.get(key) === ended) last.delete(key);
      });
      return turn;
    },
  };
}
