import { inverse } from '@/utils/changes/inverse';
import type { Change } from '@/utils/changes/types';
import { type Problem, ProblemError } from '@/utils/problem';
import type { Entry, Step } from './types';

const isStanding = ({ state, undone }: Step): boolean => state === 'done' && undone !== true;

/** What takes a step back; null where there is nothing to take back. */
const taking = ({ change, made }: Step) => (made === undefined ? 'harmless' : inverse(change, made));

/** Done, and each step of it that still stands can be taken back, or there is nothing to take back in it. */
export function canUndo({ state, steps }: Entry): boolean {
  const ways = steps.filter(isStanding).map(taking);
  return state === 'done' && !ways.includes('final') && ways.some((way) => way !== 'harmless');
}

/**
 * Whether a step brings somebody back who was merged, or takes them away once more: without that nothing of theirs has
 * anywhere to go, or is another's business.
 */
export const isReturn = ({ type }: Change): boolean => type === 'person.hide';

/**
 * The steps that take an entry back, last one first, but for whoever comes back, or goes again, themselves: before
 * anything of theirs does. Each names the step that it is for.
 */
export function stepsBack({ steps, person }: Entry): readonly Step[] {
  const all = [...steps.entries()].reverse().flatMap(([index, step]): readonly Step[] => {
    const inverted = isStanding(step) ? taking(step) : 'harmless';
    if (typeof inverted === 'string') return [];
    return [{ change: { ...inverted, person: inverted.person ?? person }, of: index, state: 'planned' }];
  });
  return [...all.filter(({ change }) => isReturn(change)), ...all.filter(({ change }) => !isReturn(change))];
}

/** The entry after `undo` has run: what that took back stands no more. */
export function takenBack(entry: Entry, undo: Entry): Entry {
  const done = new Set(undo.steps.flatMap(({ state, of }) => (state === 'done' ? [of] : [])));
  const steps = entry.steps.map((step, index): Step => (done.has(index) ? { ...step, undone: true } : step));
  return { ...entry, steps, state: steps.some((step) => isStanding(step)) ? entry.state : 'undone' };
}

/** What an undo could not restore, as one problem: the first refusal, with how many there are. */
export function leftBy({ steps, problem }: Entry): Problem | null {
  const refused = steps.filter(({ state }) => state === 'refused');
  if (refused.length === 0) return problem ?? null;
  const { step: _step, ...first } = refused[0]?.problem ?? { kind: 'bug' };
  return { ...first, left: { count: refused.length, of: steps.length } };
}

/** Undone already, or nothing that could be. */
export const notUndoable = (entry: string): ProblemError =>
  new ProblemError({ kind: 'missing', call: 'action.undo', detail: entry });
