import { useState } from 'preact/hooks';
import type { Answer } from '@/utils/messages/protocol';
import type { Part } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';

interface Loaded<Item> {
  readonly of: string;
  readonly part: Part<Item> | null;
  readonly busy: boolean;
  readonly problem: Problem | null;
}

export interface More<Item> extends Omit<Loaded<Item>, 'of'> {
  /** Asks for that many; what came before stays until the answer is there. */
  readonly load: (limit: number) => void;
}

/**
 * The rest of a list that the view holds the first rows of. `of` names whose list it is: an answer for somebody
 * else is dropped.
 */
export function useMore<Item>(of: string, ask: (limit: number) => Promise<Answer<Part<Item>>>): More<Item> {
  const [state, setState] = useState<Loaded<Item> | null>(null);
  const mine = state?.of === of ? state : null;
  const load = async (limit: number): Promise<void> => {
    const part = mine?.part ?? null;
    setState({ of, part, busy: true, problem: null });
    const answer = await ask(limit);
    setState((before) => {
      if (before?.of !== of) return before;
      return answer.ok
        ? { of, part: answer.value, busy: false, problem: null }
        : { of, part, busy: false, problem: answer.problem };
    });
  };
  return {
    part: mine?.part ?? null,
    busy: mine?.busy ?? false,
    problem: mine?.problem ?? null,
    load: (limit) => void load(limit),
  };
}
