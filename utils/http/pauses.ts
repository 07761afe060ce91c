import { ProblemError } from '@/utils/problem';

const FIRST_MS = 2_000;
const LONGEST_MS = 5 * 60_000;

/** Between `share` and 1 of the pause: so that those who were sent away together do not come back together. */
const SHARE = 0.7;

/**
 * Leaves a server alone that has asked to wait (429) and did not say how long: each time for longer, until it answers
 * again. What is asked meanwhile fails with `rate-limited` at once, and is not sent. `now` in ms since the epoch.
 */
export function pausing(now: () => number = Date.now, random: () => number = Math.random) {
  const state = { times: 0, until: 0 };
  return async <Value>(about: object, send: () => Promise<Value>): Promise<Value> => {
    if (now() < state.until) throw new ProblemError({ ...about, kind: 'rate-limited', retryAt: state.until });
    try {
      const value = await send();
      state.times = 0;
      return value;
    } catch (error) {
      if (!(error instanceof ProblemError) || error.problem.kind !== 'rate-limited') throw error;
      const longest = Math.min(FIRST_MS * 2 ** state.times, LONGEST_MS);
      // Those that were under way together count as one.
      if (now() >= state.until) state.times += 1;
      const told = error.problem.retryAt;
      state.until = Math.max(state.until, told ?? now() + longest * (SHARE + (1 - SHARE) * random()));
      throw new ProblemError({ ...error.problem, retryAt: state.until }, { cause: error });
    }
  };
}
