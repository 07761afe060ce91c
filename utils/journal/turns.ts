export interface Turns {
  /** Runs `act` when all that was asked under this key before has ended, well or not. */
  take<Value>(key: string, act: () => Promise<Value>): Promise<Value>;
}

/** One queue a person: what is done to one goes in order, and nobody waits for another's. */
export function makeTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    take(key, act) {
      const before = last.get(key) ?? Promise.resolve();
      const turn = before.then(act);
      const ended = turn.catch(() => undefined);
      last.set(key, ended);
      // The last of its queue takes the queue along.
      void ended.then(() => last.get(key) === ended && last.delete(key));
      return turn;
    },
  };
}
