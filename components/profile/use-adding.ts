import { useEffect, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { refKey } from '@/components/panel/states';
import type { Person } from '@/utils/people/types';
import type { ContactType } from './ContactControl';
import { contactTypes } from './contact-words';

/** A contact value that is being added. */
export interface Adding {
  readonly type: ContactType;
  /** Where its half-typed text is kept: one of a type at a time. */
  readonly place: string;
  /** By hand, just now; false: left half-typed before. */
  readonly opened: boolean;
  /** The record that did not have it yet when it was saved. */
  readonly saved: Person | null;
}

const placeOf = (type: ContactType): string => `contact:add:${type}`;
const types: readonly ContactType[] = ['address', ...contactTypes];

/** The rows that "+" adds, those among them that were left half-typed. */
export function useAdding(person: Person) {
  const { tab, typed } = useActs();
  const [all, setAll] = useState<readonly Adding[]>([]);
  const of = refKey(person.ref);
  const start = (type: ContactType, opened: boolean) =>
    setAll((rows) => [
      ...rows.filter((row) => row.type !== type || row.saved !== null),
      { type, place: placeOf(type), opened, saved: null },
    ]);
  useEffect(() => {
    let gone = false;
    setAll([]);
    for (const type of types) {
      void typed.read(tab, person.ref, placeOf(type)).then((found) => {
        if (!gone && found !== null) start(type, false);
      });
    }
    return () => {
      gone = true;
      for (const _ of types) typed.release(person.ref);
    };
  }, [typed, of]);
  // Saved: drawn until the record that has it is there, and not twice.
  const rows = all.filter(({ saved }) => saved === null || saved === person);
  return {
    rows,
    start: (type: ContactType) => start(type, true),
    done: (type: ContactType, saved: boolean) =>
      setAll((now) => now.flatMap((row) => (row.type !== type ? [row] : saved ? [{ ...row, saved: person }] : []))),
  };
}
