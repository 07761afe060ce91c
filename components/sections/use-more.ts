import { useState } from 'preact/hooks';
import type { Answer } from '@/utils/messages/protocol';
import type { Part } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';
import { useRead } from './use-read';

export interface More<Item> {
  readonly part: Part<Item> | null;
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** Asks for that many; what came before stays until the answer is there. */
  readonly load: (limit: number) => void;
}

/**
 * The rest of a list that the view holds the first rows of. `of` names whose list it is: an answer for somebody
 * else is dropped. Once asked for, it is read anew whenever `touched` counts up, with no sign of waiting.
 */
export function useMore<Item>(
  of: string,
  ask: (limit: number) => Promise<Answer<Part<Item>>>,
  touched?: number,
): More<Item> {
  const [wanted, setWanted] = useState<{ readonly of: string; readonly limit: number } | null>(null);
  const limit = wanted?.of === of ? wanted.limit : null;
  const read = useRead({ of: limit === null ? null : of, turn: limit ?? 0, touched, ask: () => ask(limit ?? 0) });
  return {
    part: read.value,
    busy: read.busy,
    problem: read.problem,
    load(next) {
      if (next === limit) read.again();
      else setWanted({ of, limit: next });
    },
  };
}
