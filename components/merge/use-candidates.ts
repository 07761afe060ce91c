import { useCallback, useEffect, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import type { Suspect } from '@/utils/connectors/types';
import { sameRef } from '@/utils/people/ref';
import type { Person, PersonRef } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';

/** Rows of a list that somebody reads through. */
const MOST = 10;

/** Somebody who can be merged in; with the reasons, where there are any. */
export interface Candidate {
  readonly person: Person;
  readonly suspect: Suspect | null;
}

export interface Candidates {
  /** Who is to stay, read anew; null: not known yet. */
  readonly person: Person | null;
  readonly open: readonly Candidate[];
  /** Without those that are open in a tab. */
  readonly suspects: readonly Candidate[];
  readonly busy: boolean;
  /** Of reading the person, or those who may be the same. */
  readonly problem: { readonly problem: Problem; readonly call: 'failed_people' | 'failed_suspects' } | null;
  readonly again: () => void;
}

interface Told {
  readonly person: Person | null;
  readonly open: readonly Person[];
  readonly suspects: readonly Suspect[];
  readonly problem: Candidates['problem'];
}

const NOBODY: Told = { person: null, open: [], suspects: [], problem: null };

/** Whom somebody may be merged with: those open in other tabs, and those who seem to be the same. */
export function useCandidates(of: PersonRef): Candidates {
  const { ask, tab } = useActs();
  const [told, setTold] = useState<Told | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const drawn = { still: true };
    const { connection } = of;
    void Promise.all([
      ask('people', { refs: [of] }),
      ask('people.open', { tab, connection }),
      ask('suspects', { ref: of, limit: MOST }),
    ]).then(([people, open, suspects]) => {
      if (!drawn.still) return;
      setTold({
        person: people.ok ? (people.value[0] ?? null) : null,
        open: open.ok ? open.value.filter(({ ref }) => !sameRef(ref, of)) : [],
        suspects: suspects.ok ? suspects.value : [],
        problem: people.ok
          ? suspects.ok
            ? null
            : { problem: suspects.problem, call: 'failed_suspects' }
          : { problem: people.problem, call: 'failed_people' },
      });
    });
    return () => {
      drawn.still = false;
    };
  }, [of.connection, of.id, tab, turn]);
  const { person, open, suspects, problem } = told ?? NOBODY;
  return {
    person,
    open: open.map((one) => ({
      person: one,
      suspect: suspects.find((suspect) => sameRef(suspect.person.ref, one.ref)) ?? null,
    })),
    suspects: suspects
      .filter((suspect) => !open.some(({ ref }) => sameRef(ref, suspect.person.ref)))
      .map((suspect) => ({ person: suspect.person, suspect })),
    busy: told === null,
    problem,
    again: useCallback(() => setTurn((before) => before + 1), []),
  };
}
