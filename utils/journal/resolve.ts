import { rebased } from '@/utils/changes/rebase';
import { same } from '@/utils/changes/same';
import type { Change } from '@/utils/changes/types';
import { withText } from '@/utils/changes/with-text';
import { type Problem, ProblemError } from '@/utils/problem';
import type { Entry, Step } from './types';

/** A value that was changed here and there. */
export interface Disputed {
  /** Which step, from 0. */
  readonly step: number;
  readonly change: Change;
  readonly theirs: unknown;
}

/** Refused for itself, not since another step was. */
const wasTried = ({ change, problem }: { readonly change: Change; readonly problem: Problem | undefined }): boolean =>
  problem?.call === change.type;

/** Of a stopped entry: the values that are not what the change was made upon. */
export const disputedIn = ({ state, steps, person }: Entry): readonly Disputed[] =>
  state !== 'conflict'
    ? []
    : [...steps.entries()].flatMap(([step, { state: now, change, problem }]) =>
        now === 'refused' &&
        wasTried({ change, problem }) &&
        problem?.kind === 'conflict' &&
        problem.theirs !== undefined
          ? [{ step, change: { ...change, person: change.person ?? person }, theirs: problem.theirs }]
          : [],
      );

/** By step: what the agent has written instead of what was in dispute. */
export type Texts = Readonly<Record<string, string>>;

/**
 * What is to be made of a stopped entry: all that nobody disputes, and of the disputed values those in `mine`, upon
 * what is there now, with another text where there is one. Fails with `invalid` for a text that such a value cannot be.
 */
export function stepsMine(entry: Entry, mine: readonly number[], texts: Texts = {}): readonly Step[] {
  const disputed = disputedIn(entry);
  return [...entry.steps.entries()].flatMap(([index, { change, of, state, problem }]): readonly Step[] => {
    if (state === 'planned' || state === 'returned') return [{ change, of, state: 'planned' }];
    // What another one held up goes with that.
    if (state === 'refused' && !wasTried({ change, problem })) {
      return mine.length > 0 ? [{ change, of, state: 'planned' }] : [];
    }
    const found = mine.includes(index) ? disputed.find(({ step }) => step === index) : undefined;
    const upon = found && rebased(worded(change, texts[index]), found.theirs);
    // Written as it stands there already.
    return upon && !isSo(upon) ? [{ change: upon, of, state: 'planned' }] : [];
  });
}

function worded(change: Change, text: string | undefined): Change {
  const other = text === undefined ? change : withText(change, text);
  if (other === null) throw new ProblemError({ kind: 'invalid', call: change.type });
  return other;
}

const isSo = (change: Change): boolean => 'from' in change && 'to' in change && same(change.from, change.to);

/** Resolved already, or never in dispute. */
export const notDisputed = (entry: string): ProblemError =>
  new ProblemError({ kind: 'missing', call: 'entry.resolve', detail: entry });
