import { useState } from 'preact/hooks';
import { refKey } from '@/components/panel/states';
import type { Person } from '@/utils/people/types';

interface Typed {
  readonly of: string;
  /** How often each was typed here. */
  readonly wanted: ReadonlyMap<string, number>;
  /** Taken off here, where the record does not say so yet. */
  readonly gone: ReadonlySet<string>;
}

const none: Typed = { of: '', wanted: new Map(), gone: new Set() };
const folded = (label: string): string => label.normalize('NFC').toLocaleLowerCase();

export interface LabelList {
  /** Those of the record and those typed here, each once. */
  readonly labels: readonly string[];
  /** Without those taken off a moment ago. */
  readonly there: readonly string[];
  readonly wanted: (label: string) => number;
  /** Null: it is put on; else the one that is there already, however it is written. */
  readonly add: (label: string) => string | null;
  readonly remove: (label: string) => void;
}

/** The labels of a person, with those that are on their way. */
export function useLabels(person: Person): LabelList {
  const of = refKey(person.ref);
  const [typed, setTyped] = useState<Typed>(none);
  const { wanted, gone } = typed.of === of ? typed : none;
  const labels = [...new Set([...person.labels, ...wanted.keys()])];
  const there = labels.filter((label) => !gone.has(label));
  return {
    labels,
    there,
    wanted: (label) => wanted.get(label) ?? 0,
    add(label) {
      const twice = there.find((one) => folded(one) === folded(label));
      if (twice !== undefined) return twice;
      const same = labels.find((one) => one === label) ?? label;
      setTyped({
        of,
        wanted: new Map([...wanted, [same, (wanted.get(same) ?? 0) + 1]]),
        gone: new Set([...gone].filter((one) => one !== same)),
      });
      return null;
    },
    remove: (label) => setTyped({ of, wanted, gone: new Set([...gone, label]) }),
  };
}
