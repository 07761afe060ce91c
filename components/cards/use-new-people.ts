import { useEffect, useRef, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { problemWords } from '@/components/panel/problem-words';
import { plural, t } from '@/utils/i18n';
import type { Source } from '@/utils/messages/view';
import type { Problem } from '@/utils/problem';
import { createFromCard, type MadeFromCard, uncreate } from './create-from-card';
import type { LoadedCard } from './read-files';
import { type Standing, standingOf } from './who-is-there';

export interface Failed {
  readonly name: string;
  readonly problem: Problem;
}

export interface NewPeople {
  readonly standing: ReadonlyMap<number, Standing>;
  /** How many are looked for, made or taken back; null: nothing goes on. */
  readonly doing: { readonly kind: 'looking' | 'making' | 'undoing'; readonly at: number; readonly of: number } | null;
  readonly chosen: readonly LoadedCard[];
  readonly check: (card: LoadedCard, on: boolean) => void;
  readonly create: () => Promise<void>;
  readonly stop: () => void;
  readonly made: readonly MadeFromCard[];
  readonly failed: readonly Failed[];
  /** Null once all are taken back, or before any was made. */
  readonly undoAll: (() => Promise<void>) | null;
}

/** Whether a card may become somebody new. */
export const mayCreate = (standing: Standing | undefined): boolean =>
  standing?.kind === 'new' || standing?.kind === 'near' || standing?.kind === 'unknown';

/** Cards as new people of a book: who is there already, which to make, and the way back. */
export function useNewPeople(cards: readonly LoadedCard[], target: Source | null): NewPeople {
  const { ask, tab, say, warn, notice } = useActs();
  const [standing, setStanding] = useState<NewPeople['standing']>(new Map());
  const [doing, setDoing] = useState<NewPeople['doing']>(null);
  const [touched, setTouched] = useState<ReadonlyMap<number, boolean>>(new Map());
  const [made, setMade] = useState<readonly MadeFromCard[]>([]);
  const [failed, setFailed] = useState<readonly Failed[]>([]);
  const stopped = useRef(false);
  const still = useRef(true);
  const connection = target?.id ?? null;

  useEffect(() => {
    still.current = true;
    return () => {
      still.current = false;
      stopped.current = true;
    };
  }, []);

  useEffect(() => {
    const turn = { mine: true };
    setStanding(new Map());
    setTouched(new Map());
    setMade([]);
    setFailed([]);
    const look = async (): Promise<void> => {
      if (connection === null) return;
      const before = new Map<string, string>();
      const found = new Map<number, Standing>();
      for (const [at, card] of cards.entries()) {
        if (!turn.mine) return;
        setDoing({ kind: 'looking', at, of: cards.length });
        found.set(card.at, await standingOf(ask, connection, card, before));
        for (const { address } of card.values.emails) before.set(address, card.values.name);
      }
      if (!turn.mine) return;
      setStanding(found);
      setDoing(null);
    };
    void look();
    return () => {
      turn.mine = false;
    };
  }, [cards, connection]);

  // A namesake may be the same person: whoever makes a second one says so.
  const isOn = ({ at }: LoadedCard): boolean => touched.get(at) ?? standing.get(at)?.kind !== 'near';
  const chosen = cards.filter((card) => mayCreate(standing.get(card.at)) && isOn(card));

  const undo = async (all: readonly MadeFromCard[]): Promise<Problem | null> => {
    const left: MadeFromCard[] = [];
    const problems: Problem[] = [];
    for (const [at, one] of [...all].reverse().entries()) {
      if (still.current) setDoing({ kind: 'undoing', at, of: all.length });
      const problem = await uncreate(ask, one);
      if (problem === null) continue;
      left.unshift(one);
      problems.push(problem);
    }
    if (still.current) {
      setDoing(null);
      setMade(left);
    }
    return problems[0] ?? null;
  };

  const create = async (): Promise<void> => {
    if (connection === null || doing !== null || chosen.length === 0) return;
    stopped.current = false;
    const done: MadeFromCard[] = [];
    const refused: Failed[] = [];
    for (const [at, { values }] of chosen.entries()) {
      if (stopped.current) break;
      setDoing({ kind: 'making', at, of: chosen.length });
      const result = await createFromCard(ask, tab, values, connection);
      if ('made' in result) done.push(result.made);
      else refused.push({ name: values.name, problem: result.problem });
    }
    if (still.current) {
      setDoing(null);
      setMade(done);
      setFailed(refused);
    }
    const title = plural('cards_made', done.length);
    if (refused.length > 0) warn(plural('cards_not_made', refused.length));
    if (done.length === 0) return;
    say(title);
    const source = target?.name ?? '';
    const undoAll = async () => {
      const problem = await undo(done);
      return problem === null ? ({ ok: true, value: null } as const) : ({ ok: false, problem } as const);
    };
    notice({ key: `cards ${done[0]?.ref.id ?? ''}`, title, detail: [source], source, undo: undoAll });
  };

  const undoAll = async (): Promise<void> => {
    const problem = await undo(made);
    if (problem === null) return say(t('said_undone', [plural('cards_made', made.length)]));
    const words = problemWords(problem, 'failed_undo', target?.name ?? '');
    warn(`${words.title} ${words.detail}`);
  };

  return {
    standing,
    doing,
    chosen,
    check: ({ at }, on) => setTouched((before) => new Map([...before, [at, on]])),
    create,
    stop: () => {
      stopped.current = true;
    },
    made,
    failed,
    undoAll: made.length === 0 || doing !== null ? null : undoAll,
  };
}
