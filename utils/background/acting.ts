import { mayWait, neededFor, othersOf, planAll, sightOf } from '@/utils/actions';
import type { Chosen } from '@/utils/actions/inputs';
import { dropStagedFile, stageFile } from '@/utils/connectors/local';
import { canTryAgain, canUndo, type Entry, isFinal, type Journal, type Run } from '@/utils/journal';
import type { PanelAnswers } from '@/utils/messages';
import type { EntryMark, Plan, Ran } from '@/utils/messages/acting';
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
    const entry = await journal.run(runOf(ref, chosen));
    // Not before all is done: what is taken back in the middle can be tried again. Whatever fails here goes within a day.
    if (entry?.state !== 'queued') await Promise.allSettled(chosen.flatMap(stagedIn).map(dropStagedFile));
    return ranOf(entry);
  };
  return {
    'action.run': ({ ref, chosen }) => runAll(ref, [chosen]),
    'action.runAll': ({ ref, chosen }) => runAll(ref, chosen),
    'action.undo': async ({ entry }) => ranOf(await journal.undo(entry)),
    'action.again': async ({ entry }) => ranOf(await journal.again(entry)),
    'action.plan': async ({ ref, chosen }) => planOf(await journal.plan({ ...runOf(ref, [chosen]), chosen: [chosen] })),
    'action.confirm': async ({ draft }) =>
      ranOf(
        await journal.confirm(draft, ({ connection, person, chosen = [] }) =>
          runOf({ connection, id: person ?? '' }, chosen),
        ),
      ),
    'action.drop': async ({ entry }) => {
      await journal.drop(entry);
      return null;
    },
    'queue.send': async ({ entry }) => {
      await journal.send(entry);
      return null;
    },
    'entry.resolve': async ({ entry, mine, texts }) => ranOf(await journal.resolve(entry, mine, texts)),
    'ban.lift': async ({ connection, address }) =>
      ranOf(
        await journal.run({
          connection,
          person: null,
          action: 'lift-ban',
          needs: ['address.ban'],
          plan: async () => [{ change: { type: 'address.ban', person: null, address, from: true, to: false }, of: 0 }],
        }),
      ),
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

const runOf = (ref: PersonRef, chosen: readonly Chosen[]): Run => ({
  connection: ref.connection,
  person: ref.id,
  others: othersOf(chosen),
  action: nameOf(chosen),
  needs: neededFor(chosen),
  waits: mayWait(chosen),
  plan: async (session) => {
    const person = await session.get(ref.id);
    // Merged meanwhile: what was wanted for the one is not done to who stands for them now.
    if (person.ref.id !== ref.id)
      throw new ProblemError({ kind: 'conflict', connection: ref.connection, call: nameOf(chosen) });
    return planAll(person, chosen, sightOf(session));
  },
});

/** Null: nothing was done, and there is nothing to undo. */
function ranOf(entry: Entry | null): Ran {
  if (entry === null) return { entry: '', made: [] };
  const { id, steps, state, heldUntil } = entry;
  const view = steps.find(({ made }) => made?.view !== undefined)?.made?.view;
  return {
    entry: id,
    made: steps.flatMap(({ made }) => made?.id ?? []),
    ...(state === 'queued' && { queued: true as const }),
    ...(state === 'held' && heldUntil !== undefined && { heldUntil }),
    // Also where nothing is to be taken back: an unlocked account, a view that was opened.
    ...((steps.some(({ change }) => isFinal(change)) || (state === 'done' && !canUndo(entry))) && {
      final: true as const,
    }),
    ...(view !== undefined && { view }),
  };
}

const planOf = ({ id, steps }: Entry): Plan => ({
  draft: id,
  changes: steps.map(({ change }) => change),
  final: [...steps.entries()].flatMap(([index, { change }]) => (isFinal(change) ? [index] : [])),
});

function markOf(entry: Entry): EntryMark {
  const { id, action, at, state, problem, others } = entry;
  return {
    id,
    action,
    at,
    state: state === 'sending' || state === 'draft' ? 'waiting' : state,
    ...(others && { others }),
    canUndo: canUndo(entry),
    ...(problem && { problem }),
    ...(canTryAgain(entry) && { canTryAgain: true as const }),
  };
}
