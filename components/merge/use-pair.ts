import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import type { Holdings } from '@/utils/connectors/types';
import type { AskBackground } from '@/utils/messages/protocol';
import type { CustomField, Person, PersonRef } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';

/** Two records as the server has them now, with what tells which of them has the longer history. */
export interface Pair {
  readonly people: readonly [Person, Person];
  /** Of each; null: the server does not count it. */
  readonly holdings: readonly [Holdings | null, Holdings | null];
  /** Tickets of each that this login does not see. */
  readonly unseen: readonly [number, number];
  readonly definitions: readonly CustomField[];
  /** Counts the readings: what was planned upon an older one is planned anew. */
  readonly turn: number;
}

export type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'read'; readonly pair: Pair };

const LOADING: Loaded = { state: 'loading' };

async function holdingsOf(ask: AskBackground, ref: PersonRef): Promise<Holdings | null> {
  const answer = await ask('holdings', { ref });
  return answer.ok ? answer.value : null;
}

/** What cannot be counted stops the plan, which says why. */
async function unseenOf(ask: AskBackground, ref: PersonRef): Promise<number> {
  const answer = await ask('unseen', { ref });
  return answer.ok ? answer.value : 0;
}

async function read(ask: AskBackground, a: PersonRef, b: PersonRef, turn: number): Promise<Loaded> {
  const [people, first, second, unseen, hidden, definitions] = await Promise.all([
    ask('people', { refs: [a, b] }),
    holdingsOf(ask, a),
    holdingsOf(ask, b),
    unseenOf(ask, a),
    unseenOf(ask, b),
    ask('definitions', { connection: a.connection }),
  ]);
  if (!people.ok) return { state: 'failed', problem: people.problem };
  const [one, other] = people.value;
  if (one === undefined || other === undefined) return { state: 'failed', problem: { kind: 'missing' } };
  return {
    state: 'read',
    // Fields can be drawn without the server's list of them.
    pair: {
      people: [one, other],
      holdings: [first, second],
      unseen: [unseen, hidden],
      definitions: definitions.ok ? definitions.value : [],
      turn,
    },
  };
}

/** Reads both anew; once more when asked to, and then what was read before stays until the answer. */
export function usePair(a: PersonRef, b: PersonRef): { readonly loaded: Loaded; readonly again: () => void } {
  const { ask } = useActs();
  const [loaded, setLoaded] = useState(LOADING);
  const [turn, setTurn] = useState(0);
  const of = useRef('');
  const key = JSON.stringify([a, b]);
  useEffect(() => {
    const drawn = { still: true };
    if (of.current !== key) setLoaded(LOADING);
    of.current = key;
    void read(ask, a, b, turn).then((told) => {
      if (drawn.still) setLoaded(told);
    });
    return () => {
      drawn.still = false;
    };
  }, [key, turn]);
  return { loaded, again: useCallback(() => setTurn((before) => before + 1), []) };
}
