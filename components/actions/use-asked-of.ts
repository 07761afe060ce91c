import { useEffect, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import type { Answer } from '@/utils/messages/protocol';
import type { PersonRef } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';

export interface AskedOf<Value> {
  /** Null: not known yet, or not to be known. */
  readonly value: Value | null;
  readonly problem: Problem | null;
  readonly again: () => void;
}

function useOnce<Value>(ask: () => Promise<Answer<Value>>): AskedOf<Value> {
  const [value, setValue] = useState<Value | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const drawn = { still: true };
    void ask().then((answer) => {
      if (!drawn.still) return;
      if (answer.ok) setValue(answer.value);
      else setProblem(answer.problem);
    });
    return () => {
      drawn.still = false;
    };
  }, [turn]);
  return {
    value,
    problem,
    again() {
      setProblem(null);
      setTurn(turn + 1);
    },
  };
}

/** What goes with a person, asked when the question is put: never a count from before. */
export function useHoldings(ref: PersonRef) {
  const { ask } = useActs();
  return useOnce(() => ask('holdings', { ref }));
}

/** How a person signs in, asked when the question is put. */
export function useSecurity(ref: PersonRef) {
  const { ask } = useActs();
  return useOnce(() => ask('security', { ref }));
}

/** Tickets that are read of what somebody sees. */
const MOST_SEEN = 50;

/** What they may see, read in their name. */
export function useSees(ref: PersonRef) {
  const { ask } = useActs();
  return useOnce(() => ask('sees', { ref, limit: MOST_SEEN }));
}
