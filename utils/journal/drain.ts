import { inverse } from '@/utils/changes/inverse';
import type { Change, Stamp } from '@/utils/changes/types';
import type { Session } from '@/utils/connectors/types';
import { type Problem, toProblem } from '@/utils/problem';
import type { Entry, Step } from './types';
import { isPassing, type Outcome, resume, send } from './write';

interface Job {
  readonly session: Session;
  /** Writes the entry down as it stands now. */
  mark(entry: Entry): Promise<void>;
}

/**
 * Runs the steps of an entry that are left, one by one, from wherever a stopped background left it. Each is written
 * down as sent before its call, and as done with the mark of the next. An edit is all or none: when a step is refused,
 * those before it are taken back. An undo goes on instead: it restores what nobody touched and tells the rest.
 * Gives the entry as it is to be written down last; `waiting` if it cannot be told what became of a step.
 */
export async function drain({ doubt, ...entry }: Entry, job: Job): Promise<Entry> {
  const sent = await forth({ ...entry, state: 'sending' }, job, doubt);
  if (sent.state === 'waiting') return sent;
  return sent.problem && !sent.undoes ? back(sent, job) : ended(sent);
}

async function forth(begun: Entry, job: Job, doubt: Problem | undefined): Promise<Entry> {
  let entry = begun;
  for (const [index, { state, change }] of begun.steps.entries()) {
    if (entry.problem && !entry.undoes) return entry;
    if (state !== 'sent' && state !== 'planned') continue;
    const { outcome, before } = await go(entry, index, job, doubt);
    entry = after(before, index, outcome, change);
    if (entry.state === 'waiting') return entry;
  }
  return entry;
}

async function go(entry: Entry, index: number, { session, mark }: Job, doubt: Problem | undefined) {
  const stamp = stampOf(entry, index);
  const change = changeOf(entry, index);
  if (entry.steps[index]?.state === 'sent') {
    // Of an edit the user was told that it failed, so it is not sent again; an undo is still wanted.
    return { before: entry, outcome: await resume(session, change, stamp, entry.undoes ? undefined : doubt) };
  }
  const before = withStep(entry, index, { state: 'sent' });
  // What cannot be written down is not sent.
  const refusal = await mark(before).then(() => null, toProblem);
  const outcome: Outcome = refusal ? { kind: 'refused', problem: refusal } : await send(session, change, stamp);
  return { before, outcome };
}

function after(entry: Entry, index: number, outcome: Outcome, { type }: Change): Entry {
  const of = entry.steps[index]?.of ?? 0;
  const told = (problem: Problem): Problem => ({ call: type, ...problem, connection: entry.connection, step: of });
  switch (outcome.kind) {
    case 'done': {
      const person = type === 'person.create' ? outcome.made.id : entry.person;
      return { ...withStep(entry, index, { state: 'done', made: outcome.made }), person };
    }
    case 'refused': {
      const problem = told(outcome.problem);
      return { ...withStep(entry, index, { state: 'refused', problem }), problem: entry.problem ?? problem };
    }
    case 'unsure':
      return { ...entry, state: 'waiting', doubt: told(outcome.problem) };
  }
}

/** Takes back what was done of an entry that stopped in the middle, last step first. */
async function back(stopped: Entry, { session, mark }: Job): Promise<Entry> {
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
  return ended(entry);
}

/** Every step has come to its end: so has the entry. */
function ended(entry: Entry): Entry {
  if (!entry.problem) return { ...entry, state: 'done' };
  const kept = entry.steps.some(({ state }) => state === 'kept');
  return { ...entry, state: kept || entry.problem.kind === 'conflict' ? 'conflict' : 'failed' };
}

function withStep(entry: Entry, index: number, part: Partial<Step>): Entry {
  const step = entry.steps[index];
  return step ? { ...entry, steps: entry.steps.with(index, { ...step, ...part }) } : entry;
}

/** Steps after the one that makes a person are about that person. */
function changeOf({ steps, person }: Entry, index: number): Change {
  const step = steps[index];
  if (!step) throw new Error(`no step ${index}`);
  return step.change.type === 'person.create' ? step.change : { ...step.change, person: step.change.person ?? person };
}

const stampOf = ({ id, at }: Entry, step: number): Stamp => ({ entry: id, step, at });
