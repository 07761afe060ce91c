import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useTyped } from '@/components/edit/use-typed';
import { useActs } from '@/components/panel/acts';
import { FILLING } from '@/components/panel/use-pins';
import type { Answer } from '@/utils/messages/protocol';
import type { PersonRef } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';
import type { FormDraft } from './form-draft';
import type { FormProblems } from './form-read';

export interface FormJob {
  /** Whose form; of somebody new any that stands for the form. */
  readonly ref: PersonRef;
  readonly start: FormDraft;
  readonly check: (draft: FormDraft) => FormProblems;
  /** `base`: what the form began with. Rejects never. */
  readonly save: (draft: FormDraft, base: FormDraft) => Promise<Answer<unknown>>;
  /** The record as it is by now, for when it was changed meanwhile; what was typed stays. */
  readonly rebase?: (base: FormDraft, draft: FormDraft) => { readonly base: FormDraft; readonly draft: FormDraft };
  readonly onFailed: (problem: Problem) => void;
}

export interface FormState {
  readonly draft: FormDraft;
  readonly change: (part: Partial<FormDraft>) => void;
  readonly problems: FormProblems;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly frame: RefObject<HTMLFormElement | null>;
  readonly submit: () => Promise<void>;
  readonly cancel: () => void;
}

const isDraft = (value: unknown): value is FormDraft =>
  typeof value === 'object' && value !== null && 'addresses' in value && 'contacts' in value && 'place' in value;

function draftIn(text: string): FormDraft | null {
  const value: unknown = text === '' ? null : JSON.parse(text);
  return isDraft(value) ? value : null;
}

/** A form that is kept to the last letter, checked when it is sent, and stays with all that is typed if that fails. */
export function useForm({ ref, start, check, save, rebase, onFailed }: FormJob): FormState {
  const { hold, leave } = useActs();
  const [base, setBase] = useState(start);
  const [draft, setDraft] = useState(start);
  const [problems, setProblems] = useState<FormProblems>({});
  const [tries, setTries] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const frame = useRef<HTMLFormElement>(null);
  const typed = useTyped(ref, FILLING, JSON.stringify(base));
  const { restored } = typed;

  useEffect(() => {
    const before = restored && draftIn(restored.text);
    if (restored === null || before === null) return;
    setDraft(before);
    setBase(draftIn(restored.base) ?? start);
    hold(FILLING, true);
  }, [restored]);
  useLayoutEffect(() => {
    if (tries > 0) frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);

  const over = () => {
    typed.drop();
    hold(FILLING, false);
    leave();
  };
  return {
    draft,
    problems,
    busy,
    problem,
    frame,
    change(part) {
      const next = { ...draft, ...part };
      setDraft(next);
      if (Object.keys(problems).length > 0) setProblems(check(next));
      hold(FILLING, true);
      typed.keep(JSON.stringify(next));
    },
    async submit() {
      const wrong = check(draft);
      setProblems(wrong);
      if (Object.keys(wrong).length > 0) return setTries(tries + 1);
      const stale = problem?.kind === 'conflict' && problem.owner === undefined;
      const upon = stale && rebase !== undefined ? rebase(base, draft) : { base, draft };
      setBase(upon.base);
      setDraft(upon.draft);
      setBusy(true);
      setProblem(null);
      const answer = await save(upon.draft, upon.base);
      if (answer.ok) return over();
      setBusy(false);
      setProblem(answer.problem);
      onFailed(answer.problem);
    },
    cancel: over,
  };
}
