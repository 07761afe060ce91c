// How a value is saved: seen at once, marked until the server has it, and never lost when it refuses.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Ran } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';

/** Saves `to` upon `from`, which the agent saw when they began. */
export type Save<Value> = (to: Value, from: Value) => Promise<Answer<Ran>>;

export type SavingState<Value> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving'; readonly to: Value; readonly from: Value }
  /** Done; the record that is drawn does not have it yet: it is still what was `seen` when the saving began. */
  | { readonly kind: 'saved'; readonly to: Value; readonly seen: Value; readonly version: string | undefined }
  | { readonly kind: 'failed'; readonly to: Value; readonly from: Value; readonly problem: Problem }
  | { readonly kind: 'conflict'; readonly to: Value; readonly from: Value; readonly problem: Problem };

export interface Saving<Value> {
  /** What to draw: what is being saved, was saved or could not be, else the record's own. */
  readonly shown: Value;
  readonly state: SavingState<Value>;
  /** Resolves with whether it went well. `from`: another base than what is shown. */
  readonly save: (to: Value, from?: Value) => Promise<boolean>;
  readonly retry: () => Promise<boolean>;
  /** Back to the record's own value; `theirs`: to what is there now. */
  readonly revert: (theirs?: Value) => void;
}

/** ms that a record may take to show what was saved, once it has changed for whatever reason. */
const CATCH_UP = 1000;
const idle = { kind: 'idle' } as const;

export interface SavingMore<Value> {
  /** Which value of whom, where another one may come to be drawn in the same place: nothing is carried over to it. */
  readonly of?: string;
  /** How values are compared, where they are no plain ones. */
  readonly same?: (a: Value, b: Value) => boolean;
}

/** `value`: the record's own; `version`: of the record, where it has one. */
export function useSaving<Value>(
  value: Value,
  save: Save<Value>,
  version?: string,
  { of = '', same = Object.is }: SavingMore<Value> = {},
): Saving<Value> {
  const [now, setNow] = useState<{ readonly of: string; readonly state: SavingState<Value> }>({ of, state: idle });
  const state = now.of === of ? now.state : idle;
  const setState = (next: SavingState<Value>) => setNow({ of, state: next });
  const turn = useRef(0);
  const settled = state.kind === 'saved' && !same(value, state.seen);
  const shown = state.kind === 'idle' || settled ? value : state.to;

  useEffect(() => {
    if (settled) setState(idle);
  }, [settled]);
  // A value that comes back as it was (the server wrote it otherwise, it was undone) must not be drawn for ever.
  const behind = state.kind === 'saved' && state.version !== version;
  useEffect(() => {
    if (!behind) return;
    const timer = setTimeout(() => setNow((late) => (late.state === state ? { of, state: idle } : late)), CATCH_UP);
    return () => clearTimeout(timer);
  }, [behind, state]);

  const start = async (to: Value, from: Value): Promise<boolean> => {
    turn.current += 1;
    const own = turn.current;
    setState({ kind: 'saving', to, from });
    const answer = await save(to, from);
    // A later one is under way: what it says counts.
    if (turn.current !== own) return answer.ok;
    if (answer.ok) setState({ kind: 'saved', to, seen: value, version });
    else {
      const { problem } = answer;
      const conflict = problem.kind === 'conflict' && problem.theirs !== undefined;
      setState({ kind: conflict ? 'conflict' : 'failed', to, from, problem });
    }
    return answer.ok;
  };
  return {
    shown,
    state: settled ? idle : state,
    save: (to, from = state.kind === 'failed' || state.kind === 'conflict' ? state.from : shown) => start(to, from),
    retry: () =>
      state.kind === 'failed' || state.kind === 'conflict' ? start(state.to, state.from) : Promise.resolve(true),
    revert(theirs) {
      turn.current += 1;
      setState(theirs === undefined ? idle : { kind: 'saved', to: theirs, seen: value, version });
    },
  };
}
