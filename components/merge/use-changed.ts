import { useEffect, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import type { Person } from '@/utils/people/types';
import { type Changed, changedSince } from './changed-since';

export interface ChangedRecord {
  /** As it was called when it was read. */
  readonly name: string;
  readonly values: readonly Changed[];
}

/**
 * What became of two records since they were read, once `on`. Null: not known yet. A record of which nothing that is
 * shown here has changed comes without values; nobody: the server could not be asked, or both are as they were.
 */
export function useChanged(on: boolean, people: readonly Person[]): readonly ChangedRecord[] | null {
  const { ask } = useActs();
  const [changed, setChanged] = useState<readonly ChangedRecord[] | null>(null);
  useEffect(() => {
    setChanged(null);
    if (!on) return;
    const drawn = { still: true };
    void ask('people', { refs: people.map(({ ref }) => ref) }).then((answer) => {
      if (!drawn.still) return;
      const now = answer.ok ? answer.value : [];
      setChanged(
        people.flatMap((person, index) => {
          const there = now[index];
          if (there === undefined) return [];
          const values = changedSince(person, there);
          return values.length === 0 && there.version === person.version ? [] : [{ name: person.name, values }];
        }),
      );
    });
    return () => {
      drawn.still = false;
    };
  }, [on, people]);
  return changed;
}
