import { useEffect, useRef, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import type { Input } from '@/utils/actions/inputs';
import type { Answer, Plan } from '@/utils/messages/protocol';
import type { PersonRef } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';

/** ms: going through the choices with the arrows asks once, for where they end. */
const SETTLES = 150;

export interface Planned {
  /** Of what is chosen now; null: not known yet. */
  readonly plan: Plan | null;
  /** The last one that was told, of whatever was chosen then: counts need not go while the next one comes. */
  readonly last: Plan | null;
  readonly problem: Problem | null;
  /** Hands the draft over to be run: it is no longer dropped here. */
  readonly take: () => void;
  /** Plans the same once more. */
  readonly again: () => Promise<Answer<Plan> | null>;
}

interface Told {
  readonly key: string;
  readonly answer: Answer<Plan>;
}

/**
 * What merging comes down to, planned anew with each choice and each `turn`; only the latest counts, and older drafts
 * are dropped. Null: there is nothing to plan.
 */
export function usePlan(ref: PersonRef, input: Input<'merge'> | null, turn: number): Planned {
  const { ask } = useActs();
  const [told, setTold] = useState<Told | null>(null);
  const [last, setLast] = useState<Plan | null>(null);
  const draft = useRef<string | null>(null);
  const first = useRef(true);
  const key = input === null ? '' : JSON.stringify([ref, input, turn]);
  const now = useRef(key);
  now.current = key;

  const drop = (id: string | null): void => {
    if (id !== null) void ask('action.drop', { entry: id });
  };
  const plan = async (): Promise<Answer<Plan> | null> => {
    if (input === null) return null;
    const answer = await ask('action.plan', { ref, chosen: { action: 'merge', input } });
    if (now.current !== key) {
      if (answer.ok) drop(answer.value.draft);
      return null;
    }
    drop(draft.current);
    draft.current = answer.ok ? answer.value.draft : null;
    setTold({ key, answer });
    if (answer.ok) setLast(answer.value);
    return answer;
  };
  useEffect(() => {
    if (key === '') return;
    const timer = setTimeout(() => void plan(), first.current ? 0 : SETTLES);
    first.current = false;
    return () => clearTimeout(timer);
  }, [key]);
  useEffect(
    () => () => {
      now.current = 'gone';
      drop(draft.current);
    },
    [],
  );
  const answer = told?.key === key ? told.answer : null;
  return {
    plan: answer?.ok === true ? answer.value : null,
    last,
    problem: answer?.ok === false ? answer.problem : null,
    take() {
      draft.current = null;
    },
    again: plan,
  };
}
