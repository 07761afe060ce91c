import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';

export interface Asked<Value> {
  /** The last answer; null until there is one. */
  readonly value: Value | null;
  /** Why the last question got no answer. */
  readonly problem: Problem | null;
  again(): void;
  /** Shows an answer that came by another way. */
  put(answer: Answer<Value>): void;
}

/**
 * Asks when drawn and again when the window comes back to the front: sites, shortcuts and people also change
 * outside of this page. An older answer never covers a newer one.
 */
export function useAsked<Value>(question: () => Promise<Answer<Value>>): Asked<Value> {
  const [value, setValue] = useState<Value | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const turn = useRef(0);
  const asking = useRef(question);
  asking.current = question;

  const put = useCallback((answer: Answer<Value>) => {
    turn.current += 1;
    if (answer.ok) setValue(answer.value);
    setProblem(answer.ok ? null : answer.problem);
  }, []);

  const again = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    void asking.current().then((answer) => {
      if (mine === turn.current) put(answer);
    });
  }, [put]);

  useEffect(() => {
    again();
    addEventListener('focus', again);
    return () => {
      turn.current += 1;
      removeEventListener('focus', again);
    };
  }, [again]);

  return { value, problem, again, put };
}
