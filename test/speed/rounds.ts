// How many calls are made one after the other, each upon an answer to the one before.

export interface Rounds {
  readonly fetch: typeof fetch;
  /** The calls of each round: they were under way at once. */
  readonly all: readonly (readonly string[])[];
}

/** Ms in which somebody who has an answer makes the next call. */
const PAUSE = 15;

/** All calls that are under way are answered at the same moment, once nobody makes another one: a round. */
export function inRounds(server: { readonly fetch: typeof fetch }): Rounds {
  const all: string[][] = [];
  const now: { waiting: (() => void)[]; asked: string[]; timer?: ReturnType<typeof setTimeout> } = {
    waiting: [],
    asked: [],
  };
  const answer = (): void => {
    all.push(now.asked.splice(0));
    for (const go of now.waiting.splice(0)) go();
  };
  return {
    all,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      now.asked.push(`${request.method} ${new URL(request.url).pathname}`);
      clearTimeout(now.timer);
      now.timer = setTimeout(answer, PAUSE);
      await new Promise<void>((go) => now.waiting.push(go));
      return server.fetch(request);
    },
  };
}
