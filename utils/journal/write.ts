import type { Change, ChangeType, Made, Stamp } from '@/utils/changes/types';
import type { Session, Writes } from '@/utils/connectors/types';
import { type Problem, ProblemError, type ProblemKind, toProblem } from '@/utils/problem';
import { settled } from './settle';

/** `unsure`: nobody can tell at present whether it was made. */
export type Outcome =
  | { readonly kind: 'done'; readonly made: Made }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'unsure'; readonly problem: Problem };

/** After these the change may have been made all the same: the answer got lost, or the server failed in the middle. */
const DOUBTFUL: readonly ProblemKind[] = ['offline', 'timeout', 'server', 'bug'];

const PASSING: readonly ProblemKind[] = ['offline', 'timeout', 'server', 'rate-limited', 'locked', 'no-access'];

/** Goes by itself: the same may work later. */
export const isPassing = ({ kind }: Problem): boolean => PASSING.includes(kind);

/** Of these the network or the load is to blame; any other failure of a server is its answer. */
const BUSY: readonly (number | undefined)[] = [502, 503, 504];

/** The server cannot be reached, or asks for a pause, or it may not be called for now: what may wait, waits. */
export const isAway = ({ kind, retryAt, status }: Problem): boolean =>
  kind === 'server' ? retryAt !== undefined || BUSY.includes(status) : PASSING.includes(kind);

/** Fails with `forbidden` if the connection cannot make one of these. */
export function mustWrite({ writes, denied }: Session, types: readonly ChangeType[], connection: string): void {
  const missing = types.find((type) => writes[type] === undefined || denied.includes(type));
  if (missing !== undefined) throw new ProblemError({ kind: 'forbidden', connection, call: missing });
}

/** Makes a change that was never sent. Where the answer leaves it open, the connection is asked what became of it. */
export async function send(session: Session, change: Change, stamp: Stamp): Promise<Outcome> {
  try {
    return { kind: 'done', made: await write(session.writes, change.type, change, stamp) };
  } catch (error) {
    const problem = { ...toProblem(error), call: change.type };
    if (!DOUBTFUL.includes(problem.kind)) return { kind: 'refused', problem };
    const found = await lookAfter(session, change, stamp);
    if (found.kind === 'not-made') return { kind: 'refused', problem };
    return found.kind === 'unsure' ? { kind: 'unsure', problem } : found;
  }
}

/**
 * A change found sent but without an answer: it was made, or it is sent again, or something else stands there now. It
 * is never sent blindly. `given`: the problem it was given up with, then it is not sent again.
 */
export async function resume(
  session: Session,
  change: Change,
  stamp: Stamp,
  given: Problem | undefined,
): Promise<Outcome> {
  const found = await lookAfter(session, change, stamp);
  if (found.kind !== 'not-made') return found;
  return given ? { kind: 'refused', problem: given } : send(session, change, stamp);
}

async function lookAfter(session: Session, change: Change, stamp: Stamp): Promise<Outcome | { kind: 'not-made' }> {
  try {
    const found = await settled(session, change, stamp);
    if (found.state === 'made') return { kind: 'done', made: found.made };
    if (found.state === 'not-made') return { kind: 'not-made' };
    // It may have been made, so it is not sent again; it may not, so it is not called done.
    if (found.state === 'untold') return { kind: 'refused', problem: { kind: 'timeout', call: change.type } };
    return { kind: 'refused', problem: { kind: 'conflict', call: change.type, theirs: found.theirs } };
  } catch (error) {
    return { kind: 'unsure', problem: { ...toProblem(error), call: change.type } };
  }
}

async function write<T extends ChangeType>(writes: Writes, type: T, change: Change<T>, stamp: Stamp): Promise<Made> {
  const make = writes[type];
  if (make === undefined) throw new ProblemError({ kind: 'forbidden', call: type });
  return make(change, stamp);
}
