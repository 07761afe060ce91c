import { ProblemError } from '@/utils/problem';

/** A server that is slower has failed for this question; the next one asks it again. */
export const PATIENCE_MS = 8000;

/**
 * `call` with a signal that also fires after `ms`. Fails with `timeout` then, or with the outer signal's reason;
 * whichever comes first, the call's own late answer is dropped.
 */
export async function within<Value>(
  ms: number,
  outer: AbortSignal,
  call: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  outer.throwIfAborted();
  const signal = AbortSignal.any([outer, AbortSignal.timeout(ms)]);
  const aborted = new Promise<never>((_, fail) => {
    signal.addEventListener('abort', () => fail(outer.aborted ? outer.reason : new ProblemError({ kind: 'timeout' })), {
      once: true,
    });
  });
  return Promise.race([call(signal), aborted]);
}

/** A question that nobody takes back, with the usual patience. */
export function inPatience<Value>(call: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  return within(PATIENCE_MS, new AbortController().signal, call);
}
