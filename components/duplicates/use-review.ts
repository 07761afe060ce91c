import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { type FailedCall, problemWords } from '@/components/panel/problem-words';
import { plural, t } from '@/utils/i18n';
import type { Answer } from '@/utils/messages/protocol';
import type { Source } from '@/utils/messages/view';
import type { SuspectPair } from '@/utils/people/same-person';
import type { Problem } from '@/utils/problem';
import { decisionTitle } from './decision-words';
import { mergeBetween } from './merge-between';
import { type Decision, decided, moved, type Review, type State, sidesOf, stateOf, takenBack } from './review';
import { type Finding, seatOf } from './reviews';
import { type Sides, useSides } from './use-sides';

export interface Reviewing {
  readonly finding: Finding | null;
  readonly review: Review;
  readonly pair: SuspectPair | null;
  readonly state: State;
  readonly sides: Sides | null;
  /** Both are there, nothing is decided on them, and nothing is under way. */
  readonly ready: boolean;
  readonly busy: boolean;
  readonly find: () => void;
  readonly stop: () => void;
  readonly move: (step: 1 | -1) => void;
  readonly merge: () => void;
  readonly apart: () => void;
  readonly skip: () => void;
  readonly undo: () => void;
  readonly undoAll: () => void;
  readonly readAgain: () => void;
  /** Counts up with each pair that was declared different, or no longer. */
  readonly changes: number;
}

/** One book's pairs, one after the other, with all that was decided in this sitting. */
export function useReview(source: Source): Reviewing {
  const { ask, open, say, warn, page } = useActs();
  const connection = source.id;
  const seat = useMemo(() => seatOf(page, connection), [page, connection]);
  const [, redraw] = useState(0);
  const [turn, setTurn] = useState(0);
  const [changes, setChanges] = useState(0);
  const [busy, setBusy] = useState(false);
  const lock = useRef(false);
  useEffect(() => seat.listen(() => redraw((count) => count + 1)), [seat]);

  const { finding, review } = seat.now();
  const pair = review.pairs[review.at] ?? null;
  const ids = pair === null ? null : sidesOf(review, pair);
  const state = stateOf(review, review.at);
  const sides = useSides(connection, ids, turn);
  const names = (): readonly [string, string] => [sides?.people[0]?.name ?? '', sides?.people[1]?.name ?? ''];

  /** One thing at a time: a key that is pressed twice means it once. */
  const alone = async (act: () => Promise<void>): Promise<void> => {
    if (lock.current) return;
    lock.current = true;
    setBusy(true);
    await act();
    lock.current = false;
    setBusy(false);
  };
  const refuse = useCallback(
    (problem: Problem, call: FailedCall): void => {
      const words = problemWords(problem, call, source.name);
      warn(`${words.title} ${words.detail}`);
    },
    [warn, source.name],
  );

  const find = useCallback(async () => {
    const answer = await ask('apart.list', { connection });
    if (answer.ok) seat.find(answer.value);
    else refuse(answer.problem, 'failed_duplicates');
  }, [ask, seat, connection, refuse]);
  useEffect(() => {
    if (seat.now().finding === null) void find();
  }, [seat, find]);

  const decide = (decision: Decision): void => {
    seat.change((before) => ({ ...before, merging: null, review: decided(before.review, decision) }));
    say(decisionTitle(decision));
  };
  // Back from the merge page, it is the journal that says what became of it, and who stayed.
  useEffect(() => {
    const { merging, review: before } = seat.now();
    const open_ = merging === null ? undefined : before.pairs[merging];
    if (merging === null || open_ === undefined) return;
    const both = sidesOf(before, open_);
    void mergeBetween(ask, connection, both).then((merge) => {
      if (seat.now().merging !== merging) return;
      if (merge === null) seat.change((now) => ({ ...now, merging: null }));
      else decide({ ...merge, pair: merging, kind: 'merged', names: seat.now().names });
    });
  }, [seat]);

  const back = async (decision: Decision): Promise<Answer<unknown>> => {
    if (decision.kind === 'skipped') return { ok: true, value: null };
    if (decision.kind === 'merged') {
      // The notice may have taken it back already.
      const still = await mergeBetween(ask, connection, [decision.stays, decision.goes]);
      return still === null ? { ok: true, value: null } : ask('action.undo', { entry: decision.entry });
    }
    const { left, right } = decision;
    return ask('apart.set', { a: { connection, id: left }, b: { connection, id: right }, apart: false });
  };
  const undoLast = async (): Promise<boolean> => {
    const last = seat.now().review.decisions.at(-1);
    if (last === undefined) return false;
    const answer = await back(last);
    if (!answer.ok) {
      refuse(answer.problem, 'failed_undo');
      return false;
    }
    seat.change((before) => ({ ...before, review: takenBack(before.review) }));
    setChanges((count) => count + 1);
    setTurn((count) => count + 1);
    return true;
  };

  const both = sides !== null && sides.problem === null && sides.people[0] !== null && sides.people[1] !== null;
  const ready = both && state === 'open' && !busy;
  return {
    finding,
    review,
    pair,
    state,
    sides,
    ready,
    busy,
    changes,
    find: () => void find(),
    stop: seat.stop,
    move: (step) => seat.change((before) => ({ ...before, review: moved(before.review, step) })),
    merge() {
      if (!ready || ids === null) return;
      const [left, right] = ids;
      seat.change((before) => ({ ...before, merging: review.at, names: names() }));
      open({ kind: 'merge', stays: { connection, id: left }, goes: { connection, id: right }, after: 'back' });
    },
    apart() {
      if (!ready || ids === null) return;
      const [left, right] = ids;
      const decision = { pair: review.at, kind: 'apart', left, right, names: names() } as const;
      void alone(async () => {
        const pairRefs = { a: { connection, id: left }, b: { connection, id: right } };
        const answer = await ask('apart.set', { ...pairRefs, apart: true });
        if (!answer.ok) return refuse(answer.problem, 'failed_apart');
        decide(decision);
        setChanges((count) => count + 1);
      });
    },
    skip() {
      if (ids === null || state !== 'open' || busy) return;
      const [left, right] = ids;
      decide({ pair: review.at, kind: 'skipped', left, right, names: names() });
    },
    undo: () =>
      void alone(async () => {
        const last = seat.now().review.decisions.at(-1);
        if (last === undefined) return say(t('duplicates_nothing_to_undo'));
        if (await undoLast()) say(t('said_undone', [decisionTitle(last)]));
      }),
    undoAll: () =>
      void alone(async () => {
        const many = seat.now().review.decisions.length;
        while (await undoLast());
        const undone = many - seat.now().review.decisions.length;
        if (undone > 0) say(plural('duplicates_undone', undone));
      }),
    readAgain: () => setTurn((count) => count + 1),
  };
}
