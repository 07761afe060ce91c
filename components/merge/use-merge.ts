import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { isolate } from '@/components/panel/person-words';
import { same } from '@/utils/changes/same';
import type { ChangeType } from '@/utils/changes/types';
import type { Room, Session } from '@/utils/connectors/types';
import { t } from '@/utils/i18n';
import { type Comparison, compare, type Refusal, refusalOf } from '@/utils/merge';
import type { Plan } from '@/utils/messages/protocol';
import type { Address, Person, PersonRef } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';
import { inputOf, keepOf, NOTHING_CHOSEN, type Sides, sidesOf, unseenOf } from './sides';
import type { Pair } from './use-pair';
import { usePlan } from './use-plan';

export interface Merging {
  readonly sides: Sides;
  readonly refusal: Refusal | null;
  readonly comparison: Comparison;
  /** Of what is chosen now; null: not known yet. */
  readonly plan: Plan | null;
  readonly last: Plan | null;
  /** It was asked for, and runs. */
  readonly busy: boolean;
  /** What went wrong, and with what: with counting, or with the merging itself. */
  readonly trouble: { readonly problem: Problem; readonly call: 'failed_merge_plan' | 'failed_merge' } | null;
  readonly choose: (key: string, whose: Person) => void;
  readonly choosePrimary: (address: Address) => void;
  readonly turnRound: () => void;
  readonly confirm: () => void;
  readonly retry: () => void;
  /** Who stays is settled: what is read anew does not turn it round. */
  readonly settle: () => void;
}

export interface MergeJob {
  readonly pair: Pair;
  readonly can: (type: ChangeType) => boolean;
  /** See `Session.oneOrganisation`. */
  readonly oneOrganisation: boolean;
  /** See `Session.room`. */
  readonly room?: Room;
  /** See `Session.limits`. */
  readonly limits?: Session['limits'];
  /** They are one now. */
  readonly onDone: (survivor: PersonRef) => void;
}

const refusals: Readonly<Record<string, Refusal>> = { 'merge-self': 'self', 'merge-agent': 'agent' };

/** Two people on the way to become one: what is chosen, what it comes down to, and what became of it. */
export function useMerge({ pair, can, oneOrganisation, room, limits: longest, onDone }: MergeJob): Merging {
  const { run, say } = useActs();
  const [choice, setChoice] = useState(NOTHING_CHOSEN);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Problem | null>(null);
  const drawn = useRef(true);
  useEffect(
    () => () => {
      drawn.current = false;
    },
    [],
  );

  const sides = useMemo(() => sidesOf(pair, choice.stays), [pair, choice.stays]);
  const { stays, goes } = sides;
  const comparison = useMemo(() => {
    const { definitions } = pair;
    const chosen = { keep: keepOf(choice, stays), primary: choice.primary };
    const unseen = unseenOf(pair, goes);
    const limits = { unseen, oneOrganisation, ...(room && { room }), ...(longest && { limits: longest }) };
    return compare({ stays, goes, ...chosen, can, ...limits, definitions });
  }, [pair, sides, choice, oneOrganisation, room, longest]);
  const refusal = refusalOf(stays, goes);
  const input = refusal === null ? inputOf(sides, comparison) : null;
  const plans = usePlan(stays.ref, input, pair.turn);
  useEffect(() => setFailed(null), [pair]);

  const change = (some: Partial<typeof choice>): void => {
    if (busy) return;
    setFailed(null);
    setChoice({ ...choice, ...some });
  };
  const done = async (plan: Plan): Promise<void> => {
    setBusy(true);
    plans.take();
    const title = t('merge_done', [isolate(goes.name), isolate(stays.name)]);
    const answer = await run(stays.ref, { draft: plan.draft }, title);
    if (!drawn.current) return;
    setBusy(false);
    if (answer.ok) onDone(stays.ref);
    else setFailed(answer.problem);
  };
  /** A draft is run once: what failed is planned anew, and runs by itself only if it comes down to the same. */
  const retry = async (): Promise<void> => {
    const { last } = plans;
    setBusy(failed !== null);
    const answer = await plans.again();
    if (!drawn.current) return;
    setBusy(false);
    setFailed(null);
    if (failed !== null && answer?.ok === true && same(answer.value.changes, last?.changes)) await done(answer.value);
  };
  const refused = plans.problem?.kind === 'invalid' ? refusals[plans.problem.detail ?? ''] : undefined;
  // Nothing is to be done: somebody has merged them meanwhile.
  const merged = plans.plan?.changes.length === 0 ? 'self' : null;
  const problem = failed ?? plans.problem;
  return {
    sides,
    refusal: refusal ?? refused ?? merged,
    comparison,
    plan: plans.plan,
    last: plans.last,
    busy,
    trouble: problem === null ? null : { problem, call: failed === null ? 'failed_merge_plan' : 'failed_merge' },
    choose: (key, whose) => change({ values: { ...choice.values, [key]: whose.ref.id } }),
    choosePrimary: (primary) => change({ primary }),
    turnRound() {
      change({ stays: goes.ref.id });
      say(t('merge_switched', [isolate(goes.name), isolate(stays.name)]));
    },
    confirm() {
      if (busy || plans.plan === null) return;
      void (failed === null ? done(plans.plan) : retry());
    },
    retry: () => void retry(),
    settle: () => setChoice({ ...choice, stays: stays.ref.id }),
  };
}
