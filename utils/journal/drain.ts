import type { Change } from '@/utils/changes/types';
import { type Problem, toProblem } from '@/utils/problem';
import { isSecret } from './redact';
import { back, changeOf, type Job, stampOf, withStep } from './take-back';
import type { Entry, Step } from './types';
import { isReturn } from './undo';
import { isAway, type Outcome, resume, send } from './write';

/**
 * Runs the steps of an entry that are left, one by one, from wherever a stopped background left it. Each is written
 * down as sent before its call, and as done with the mark of the next. An edit is all or none: when a step is refused,
 * those before it are taken back. An undo goes on instead: it restores what nobody touched and tells the rest.
 * Gives the entry as it is to be written down last; `queued` if the server cannot be reached and it may wait, `waiting`
 * if it cannot be told what became of a step.
 */
export async function drain({ doubt, trouble: _trouble, ...entry }: Entry, job: Job): Promise<Entry> {
  const sent = await forth({ ...entry, state: 'sending' }, job, doubt);
  if (sent.state !== 'sending') return sent;
  return isStopping(sent) ? ended(await back(sent, job)) : ended(sent);
}

/** Nothing more of it is sent, and what was made is taken back. */
const isStopping = ({ problem, dropped, undoes }: Entry): boolean =>
  undoes === undefined && (problem !== undefined || dropped === true);

async function forth(begun: Entry, job: Job, doubt: Problem | undefined): Promise<Entry> {
  let entry = begun;
  for (const [index, { state, change }] of begun.steps.entries()) {
    const wanted = state === 'sent' || (state === 'planned' && !isStopping(entry) && entry.dropped !== true);
    if (!wanted) continue;
    const away = state === 'planned' ? stayedAway(entry) : undefined;
    if (away) {
      entry = withStep(entry, index, { state: 'refused', problem: away });
      continue;
    }
    const { outcome, before } = await go(entry, index, job, doubt);
    entry = after(before, index, outcome, change);
    if (entry.state !== 'sending') return entry;
  }
  return entry;
}

/** Who was merged cannot come back, or not be merged again: then nothing of theirs is taken from where it is. */
const stayedAway = ({ undoes, steps }: Entry): Problem | undefined =>
  undoes === undefined
    ? undefined
    : steps.find(({ change, state }) => state === 'refused' && isReturn(change))?.problem;

async function go(entry: Entry, index: number, { session, mark }: Job, doubt: Problem | undefined) {
  const stamp = stampOf(entry, index);
  const change = changeOf(entry, index);
  const lost = isLost(change);
  if (entry.steps[index]?.state === 'sent') {
    // Of an edit the user was told that it failed, so it is not sent again; an undo is still wanted.
    const given = entry.undoes === undefined || entry.dropped ? (doubt ?? lost ?? givenUp(entry)) : undefined;
    return { before: entry, outcome: await resume(session, change, stamp, given) };
  }
  if (lost) return { before: entry, outcome: { kind: 'refused', problem: lost } satisfies Outcome };
  const before = withStep(entry, index, { state: 'sent' });
  // What cannot be written down is not sent.
  const refusal = await mark(before).then(() => null, toProblem);
  const outcome: Outcome = refusal ? { kind: 'refused', problem: refusal } : await send(session, change, stamp);
  return { before, outcome };
}

/** A secret that a stopped background took along: nobody heard the answer, and nobody can send it again. */
const isLost = (change: Change): Problem | undefined =>
  change.type === 'login.password' && change.secret === '' ? { kind: 'timeout', call: change.type } : undefined;

const givenUp = ({ dropped }: Entry): Problem | undefined =>
  dropped ? { kind: 'missing', call: 'action.drop' } : undefined;

/**
 * Whether it may wait for the network: by its nature, or since it stands half done. Nobody waits for a secret, and what
 * was taken out of the queue only has to be taken back.
 */
const mayQueue = ({ waits, undoes, dropped, steps }: Entry): boolean =>
  dropped !== true &&
  !steps.some(({ change }) => isSecret(change)) &&
  (waits === true || undoes !== undefined || steps.some(({ state }) => state === 'done'));

function after(entry: Entry, index: number, outcome: Outcome, { type }: Change): Entry {
  const of = entry.steps[index]?.of ?? 0;
  const told = (problem: Problem): Problem => ({ call: type, ...problem, connection: entry.connection, step: of });
  switch (outcome.kind) {
    case 'done': {
      const person = type === 'person.create' ? outcome.made.id : entry.person;
      return { ...withStep(entry, index, { state: 'done', made: outcome.made }), person };
    }
    case 'refused': {
      if (entry.dropped) return withStep(entry, index, { state: 'given' });
      const problem = told(outcome.problem);
      if (isAway(problem) && mayQueue(entry)) {
        return { ...withStep(entry, index, { state: 'planned' }), state: 'queued', trouble: problem };
      }
      return { ...withStep(entry, index, { state: 'refused', problem }), problem: entry.problem ?? problem };
    }
    case 'unsure': {
      const problem = told(outcome.problem);
      return mayQueue(entry)
        ? { ...entry, state: 'queued', trouble: problem }
        : { ...entry, state: 'waiting', doubt: problem };
    }
  }
}

/** Every step has come to its end: so has the entry. */
function ended(entry: Entry): Entry {
  if (entry.state === 'waiting') return entry;
  const { dropped, ...rest } = entry;
  const steps = dropped ? entry.steps.map(givenIfPlanned) : entry.steps;
  const kept = steps.find(({ state }) => state === 'kept');
  const problem = entry.problem ?? (dropped && kept && (kept.problem ?? { kind: 'conflict' }));
  if (problem) return { ...rest, steps, problem, state: kept || problem.kind === 'conflict' ? 'conflict' : 'failed' };
  return { ...rest, steps, state: dropped && entry.undoes === undefined ? 'undone' : 'done' };
}

const givenIfPlanned = (step: Step): Step => (step.state === 'planned' ? { ...step, state: 'given' } : step);
