interface Flight<Value> {
  readonly answer: Promise<Value>;
  readonly stop: AbortController;
  readonly waiting: { count: number; over: boolean };
}

export interface Shared<Value> {
  /** Joins the same read that is under way, or begins it. It is stopped once nobody waits for it any more. */
  read(key: string, begin: (signal: AbortSignal) => Promise<Value>, signal?: AbortSignal): Promise<Value>;
  /** What is under way may tell what was before: nobody joins it from now on. */
  forget(): void;
}

/** One call under way for each read, however many ask for it. */
export function sharing<Value>(): Shared<Value> {
  const flights = new Map<string, Flight<Value>>();
  const begun = (key: string, begin: (signal: AbortSignal) => Promise<Value>): Flight<Value> => {
    const stop = new AbortController();
    const flight: Flight<Value> = { answer: begin(stop.signal), stop, waiting: { count: 0, over: false } };
    const over = (): void => {
      flight.waiting.over = true;
      if (flights.get(key) === flight) flights.delete(key);
    };
    flight.answer.then(over, over);
    flights.set(key, flight);
    return flight;
  };
  return {
    forget: () => flights.clear(),
    async read(key, begin, signal) {
      signal?.throwIfAborted();
      const flight = flights.get(key) ?? begun(key, begin);
      flight.waiting.count += 1;
      const leave = (): void => {
        flight.waiting.count -= 1;
        // What is over has nothing to be stopped.
        if (flight.waiting.count > 0 || flight.waiting.over) return;
        if (flights.get(key) === flight) flights.delete(key);
        flight.stop.abort();
      };
      if (signal === undefined) return flight.answer.finally(leave);
      return new Promise<Value>((resolve, reject) => {
        const gone = (): void => {
          leave();
          reject(signal.reason);
        };
        signal.addEventListener('abort', gone, { once: true });
        const told = (tell: () => void) => {
          if (signal.aborted) return;
          signal.removeEventListener('abort', gone);
          leave();
          tell();
        };
        flight.answer.then(
          (value) => told(() => resolve(value)),
          (error: unknown) => told(() => reject(error)),
        );
      });
    },
  };
}
