import { useEffect, useRef, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { problemWords } from '@/components/panel/problem-words';
import type { ChangeType, PersonValues } from '@/utils/changes/types';
import { plural, t } from '@/utils/i18n';
import type { Person, PersonRef } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';
import { type CardRow, cardRows } from './card-rows';
import type { LoadedCard } from './read-files';
import { shrinkPicture } from './shrink-picture';

export interface Able {
  /** Whether changes of that kind can be made there. */
  readonly can: (type: ChangeType, field?: keyof PersonValues) => boolean;
  /** A person is in one organisation at most. */
  readonly oneOrganisation: boolean;
}

export interface Preview {
  /** Null: still being read. */
  readonly person: Person | null;
  readonly rows: readonly CardRow[];
  readonly cannot: readonly string[];
  readonly isOn: (row: CardRow) => boolean;
  readonly check: (row: CardRow, on: boolean) => void;
  readonly problem: Problem | null;
  readonly busy: boolean;
  readonly save: () => Promise<void>;
  readonly again: () => void;
}

/** A card beside the person it is for: what would change, of which the agent takes some. */
export function usePreview(ref: PersonRef, { values }: LoadedCard, able: Able, done: () => void): Preview {
  const { ask, run, warn, sourceName } = useActs();
  const [person, setPerson] = useState<Person | null>(null);
  const [picture, setPicture] = useState<string | null>(null);
  const [touched, setTouched] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [turn, setTurn] = useState(0);
  const sending = useRef(false);

  useEffect(() => {
    const drawn = { still: true };
    setProblem(null);
    setPerson(null);
    const refs = [ref];
    void Promise.all([ask('people', { refs }), shrinkPicture(values.picture)]).then(([answer, small]) => {
      if (!drawn.still) return;
      setPicture(small);
      if (!answer.ok) setProblem(answer.problem);
      else setPerson(answer.value[0] ?? null);
    });
    return () => {
      drawn.still = false;
    };
  }, [ref.connection, ref.id, values, turn]);

  const all = person === null ? [] : cardRows(person, values, picture ?? '', able.oneOrganisation);
  const rows = all.filter(({ needs, field }) => able.can(needs, field));
  const barred = all.filter((row) => !rows.includes(row));
  // What is there is only given up where the agent says so.
  const isOn = (row: CardRow): boolean => touched.get(row.key) ?? row.from === null;

  const save = async (): Promise<void> => {
    const chosen = rows.filter(isOn);
    if (sending.current || person === null) return;
    if (chosen.length === 0) return done();
    sending.current = true;
    setBusy(true);
    setProblem(null);
    const title = plural('cards_taken', chosen.length);
    const answer = await run(
      ref,
      chosen.map((row) => row.chosen),
      title,
    );
    sending.current = false;
    setBusy(false);
    if (answer.ok) return done();
    setProblem(answer.problem);
    const words = problemWords(answer.problem, 'failed_save', sourceName(ref.connection));
    warn(`${words.title} ${words.detail}`);
  };

  return {
    person,
    rows,
    cannot: [
      ...values.cannot,
      ...(values.picture !== '' && picture === '' ? [t('cards_cannot_photo')] : []),
      ...barred.map(({ what, to, picture: image }) => (image ? what : `${what}: ${to}`)),
    ],
    isOn,
    check: (row, on) => setTouched((before) => new Map([...before, [row.key, on]])),
    problem,
    busy,
    save,
    again: () => setTurn((count) => count + 1),
  };
}
