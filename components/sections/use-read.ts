import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';

export interface Question<Value> {
  /** Whose it is; null: nothing is asked. Another one drops what came before. */
  readonly of: string | null;
  /** What of theirs: another one is asked for, and what came before stays until it is there. */
  readonly turn?: string | number;
  /** Counts up with each change of the record: asked again, unseen. */
  readonly touched?: number | undefined;
  readonly ask: () => Promise<Answer<Value>>;
}

export interface Read<Value> {
  readonly value: Value | null;
  readonly problem: Problem | null;
  /** Something is awaited that the user asked for: not while the same is read anew. */
  readonly busy: boolean;
  /** Asks the same once more, after it failed. */
  readonly again: () => void;
}

interface Answered<Value> {
  readonly of: string;
  readonly turn: string;
  readonly value: Value | null;
  readonly problem: Problem | null;
}

/** What is read beside the view. An answer to a question that is no longer asked is dropped. */
export function useRead<Value>({ of, turn = '', touched = 0, ask }: Question<Value>): Read<Value> {
  const [answered, setAnswered] = useState<Answered<Value> | null>(null);
  const [tries, setTries] = useState(0);
  const latest = useRef('');
  const seen = `${turn} ${tries}`;
  const question = of === null ? '' : `${of} ${seen} ${touched}`;
  latest.current = question;
  useEffect(() => {
    if (of === null) return;
    void ask().then((answer) => {
      if (latest.current !== question) return;
      setAnswered((before) => {
        if (answer.ok) return { of, turn: seen, value: answer.value, problem: null };
        return { of, turn: seen, value: before?.of === of ? before.value : null, problem: answer.problem };
      });
    });
    return () => {
      // Gone from the page: nobody is there to be told.
      if (latest.current === question) latest.current = '';
    };
  }, [question]);
  const mine = answered?.of === of ? answered : null;
  const busy = of !== null && mine?.turn !== seen;
  return {
    value: mine?.value ?? null,
    problem: busy ? null : (mine?.problem ?? null),
    busy,
    again: () => setTries((count) => count + 1),
  };
}
