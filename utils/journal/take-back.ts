import { inverse } from '@/utils/changes/inverse';
import type { Change, Stamp } from '@/utils/changes/types';
import type { Session } from '@/utils/connectors/types';
import type { Entry, Step } from './types';
import { isPassing, resume, send } from './write';

export interface Job {
  readonly session: Session;
  /** Writes the entry down as it stands now. */
  mark(entry: Entry): Promise<void>;
}

/** Takes back what was done of an entry that stopped in the middle, last step first. `waiting` if that must wait. */
export async function back(stopped: Entry, { session, mark }: Job): Promise<Entry> {
  let entry = stopped;
  for (const [index, { state }] of [...stopped.steps.entries()].reverse()) {
    if (state !== 'done' && state !== 'returning') continue;
    const step = entry.steps[index];
    const inverted = step?.made ? inverse(changeOf(entry, index), step.made) : 'harmless';
    if (inverted === 'harmless') entry = withStep(entry, index, { state: 'returned' });
    if (inverted === 'final') entry = withStep(entry, index, { state: 'kept' });
    if (typeof inverted === 'string') continue;
    // A call of its own: counted on after the last step, so that a connection tells it from the step itself.
    const stamp = stampOf(entry, 2 * entry.steps.length - 1 - index);
    entry = withStep(entry, index, { state: 'returning' });
    // Even where nothing can be written down any more, what was done halfway is taken back.
    if (state === 'done') await mark(entry).catch(() => undefined);
    const outcome =
      state === 'done' ? await send(session, inverted, stamp) : await resume(session, inverted, stamp, undefined);
    // Half done is no end: it waits for a better network, as it waits for an answer.
    if (outcome.kind !== 'done' && (outcome.kind === 'unsure' || isPassing(outcome.problem))) {
      return { ...entry, state: 'waiting', doubt: entry.problem ?? outcome.problem };
    }
    entry = withStep(
      entry,
      index,
      outcome.kind === 'done' ? { state: 'returned' } : { state: 'kept', problem: outcome.problem },
    );
  }
  return entry;
}

export function withStep(entry: Entry, index: number, part: Partial<Step>): Entry {
  const step = entry.steps[index];
  return step ? { ...entry, steps: entry.steps.with(index, { ...step, ...part }) } : entry;
}

/** Steps after the one that makes a person are about that person. */
export function changeOf({ steps, person }: Entry, index: number): Change {
  const step = steps[index];
  if (!step) throw new Error(`no step ${index}`);
  return step.change.type === 'person.create' ? step.change : { ...step.change, person: step.change.person ?? person };
}

export const stampOf = ({ id, at }: Entry, step: number): Stamp => ({ entry: id, step, at });
