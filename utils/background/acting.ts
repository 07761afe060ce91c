import { neededFor, planAll, sightOf } from '@/utils/actions';
import type { Chosen } from '@/utils/actions/inputs';
import { dropStagedFile, stageFile } from '@/utils/connectors/local';
import { canTryAgain, canUndo, type Entry, type Journal } from '@/utils/journal';
import type { PanelAnswers } from '@/utils/messages';
import type { EntryMark, Ran } from '@/utils/messages/protocol';
import type { PersonRef } from '@/utils/people/types';
import { ProblemError } from '@/utils/problem';
import type { Typing } from './typing';

/**
 * What pages ask to have done: run, undo, keep what is typed, take over files. What is done from a private window is
 * written into the record, and so into the journal like all else: it is about the record, not about the browsing.
 */
export type Acting = Pick<
  PanelAnswers,
  | 'action.run'
  | 'action.runAll'
  | 'action.undo'
  | 'action.again'
  | 'action.plan'
  | 'action.confirm'
  | 'action.drop'
  | 'queue.send'
  | 'entry.resolve'
  | 'ban.lift'
  | 'entries'
  | 'typed.get'
  | 'typed.keep'
  | 'file.piece'
  | 'file.drop'
>;

export function makeActing({ journal, typing }: { readonly journal: Journal; readonly typing: Typing }): Acting {
  const runAll = async (ref: PersonRef, chosen: readonly Chosen[]): Promise<Ran> => {
    const entry = await journal.run({
      connection: ref.connection,
      person: ref.id,
      action: nameOf(chosen),
      needs: neededFor(chosen),
      plan: async (session) => planAll(await session.get(ref.id), chosen, sightOf(session)),
    });
    // Not before all is done: what is taken back in the middle can be tried again. Whatever fails here goes within a day.
    await Promise.allSettled(chosen.flatMap(stagedIn).map(dropStagedFile));
    return entry ? ranOf(entry) : { entry: '', made: [] };
  };
  return {
    'action.run': ({ ref, chosen }) => runAll(ref, [chosen]),
    'action.runAll': ({ ref, chosen }) => runAll(ref, chosen),
    'action.undo': async ({ entry }) => ranOf(await journal.undo(entry)),
    'action.again': async ({ entry }) => ranOf(await journal.again(entry)),
    'action.plan': () => notYet('action.plan'),
    'action.confirm': () => notYet('action.confirm'),
    'action.drop': () => notYet('action.drop'),
    'queue.send': () => notYet('queue.send'),
    'entry.resolve': () => notYet('entry.resolve'),
    'ban.lift': () => notYet('ban.lift'),
    entries: async ({ ref, limit }) => (await journal.entries(ref, limit)).map(markOf),
    'typed.get': typing['typed.get'],
    'typed.keep': typing['typed.keep'],
    'file.piece': async (piece) => {
      await stageFile(piece);
      return null;
    },
    'file.drop': async ({ id }) => {
      await dropStagedFile(id);
      return null;
    },
  };
}

/** Ids of files that were handed over for it. */
const stagedIn = ({ action, input }: Chosen): readonly string[] =>
  action === 'add-files' || action === 'add-note' ? input.files.map(({ staged }) => staged) : [];

/** Several actions of one kind are called by it; of several kinds it is the person that was edited. */
function nameOf(chosen: readonly Chosen[]): Entry['action'] {
  const [first, ...more] = chosen;
  return first && more.every(({ action }) => action === first.action) ? first.action : 'edit-person';
}

const ranOf = ({ id, steps }: Entry): Ran => ({ entry: id, made: steps.flatMap(({ made }) => made?.id ?? []) });

function markOf(entry: Entry): EntryMark {
  const { id, action, at, state, problem } = entry;
  return {
    id,
    action,
    at,
    state: state === 'sending' ? 'waiting' : state,
    canUndo: canUndo(entry),
    ...(problem && { problem }),
    ...(canTryAgain(entry) && { canTryAgain: true as const }),
  };
}

const notYet = async (call: string): Promise<never> => {
  throw new ProblemError({ kind: 'missing', call });
};
