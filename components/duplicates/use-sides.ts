import { useEffect, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import type { Person } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';

export interface Sides {
  /** Which pair they are: what comes late is of another one. */
  readonly key: string;
  /** Null: there is no such person any more. */
  readonly people: readonly [Person | null, Person | null];
  readonly problem: Problem | null;
}

/** The two people of a pair as they are now; null while they are read. */
export function useSides(connection: string, ids: readonly [string, string] | null, turn: number): Sides | null {
  const { ask } = useActs();
  const [sides, setSides] = useState<Sides | null>(null);
  const [left, right] = ids ?? ['', ''];
  const key = `${left}|${right}|${turn}`;
  useEffect(() => {
    if (left === '' || right === '') return;
    const drawn = { still: true };
    const read = async (id: string) => ask('people', { refs: [{ connection, id }] });
    void Promise.all([read(left), read(right)]).then((answers) => {
      if (!drawn.still) return;
      const [one, other] = answers.map((answer) => (answer.ok ? (answer.value[0] ?? null) : null));
      const failed = answers.flatMap((answer) =>
        answer.ok || answer.problem.kind === 'missing' ? [] : [answer.problem],
      );
      setSides({ key, people: [one ?? null, other ?? null], problem: failed[0] ?? null });
    });
    return () => {
      drawn.still = false;
    };
  }, [ask, connection, left, right, turn]);
  return sides?.key === key ? sides : null;
}
