// What waits or stopped, told to the panels: written into session storage when it has changed, and only then.

import { readStored, writeStored } from '@/utils/browser/storage';
import { same } from '@/utils/changes/same';
import type { Change } from '@/utils/changes/types';
import { dropStagedFile } from '@/utils/connectors/local';
import { disputedIn, type Entry } from '@/utils/journal';
import { isQueue, NO_QUEUE, type Queued, type QueueState, queueKey } from '@/utils/messages/acting';
import { quietly } from './quietly';

/** Letters of what is told of an entry. */
const LINE = 200;

export function queueOf(live: readonly Entry[]): QueueState {
  const listed = live.filter((entry) => entry.listed === true);
  const offline: Record<string, string> = {};
  for (const { connection, state, since, trouble } of listed) {
    const away =
      state === 'queued' && since !== undefined && trouble?.kind !== 'rate-limited' && trouble?.kind !== 'locked';
    if (away && since < (offline[connection] ?? '~')) offline[connection] = since;
  }
  return { items: listed.map(itemOf), offline };
}

function itemOf(entry: Entry): Queued {
  const { id, connection, person, name = '', action, at, steps } = entry;
  const conflicts = disputedIn(entry);
  const state = stateOf(entry, conflicts.length > 0);
  const until = state === 'held' ? entry.heldUntil : state === 'queued' ? entry.retryAt : undefined;
  const problem = entry.problem ?? entry.trouble;
  return {
    entry: id,
    ref: person === null ? null : { connection, id: person },
    name,
    action,
    text: textOf(steps.map(({ change }) => change)),
    at,
    state,
    ...(until !== undefined && { until }),
    ...(problem && { problem }),
    ...(conflicts.length > 0 && { conflicts }),
    // Of a merge some are the other's, whose record this is not.
    pending: steps.flatMap((step) => (isPending(step) && step.change.person === person ? [step.change] : [])),
  };
}

function stateOf({ state }: Entry, disputed: boolean): Queued['state'] {
  if (state === 'queued' || state === 'held') return state;
  if (state === 'sending' || state === 'waiting') return 'sending';
  return disputed ? 'conflict' : 'failed';
}

/** Not made yet, and of a kind that shows on the record; what moves are long lists of ids. */
const isPending = ({ state, change }: Entry['steps'][number]): boolean =>
  (state === 'planned' || state === 'sent') && !change.type.endsWith('.move');

/** A line of what the changes say. */
const textOf = (changes: readonly Change[]): string =>
  [...new Set(changes.map(wordsOf))]
    .filter((text) => text !== '')
    .join(', ')
    .split('\n', 1)
    .join('')
    .slice(0, LINE);

/** The words of a change that a person has written. Never a secret. */
function wordsOf(change: Change): string {
  switch (change.type) {
    case 'person.set':
      return typeof change.to === 'string' && change.field !== 'picture' ? change.to : '';
    case 'email.set':
      return (change.to ?? change.from)?.address ?? '';
    case 'contact.set':
      return (change.to ?? change.from)?.value ?? '';
    case 'custom.set':
    case 'email.primary':
    case 'note.set':
    case 'ticket.notify':
      return change.to ?? '';
    case 'label.set':
      return change.label;
    case 'membership.set':
      return change.organisation.name;
    case 'note.add':
      return change.text;
    case 'note.remove':
      return change.note.text;
    case 'ticket.create':
      return change.title;
    default:
      return '';
  }
}

/** Tells panels what is live in the journal now. Once something has gone, the files that were handed over for it go. */
export function tellQueue(): (live: readonly Entry[]) => void {
  const told: { state?: QueueState; files: readonly string[]; write: Promise<unknown> } = {
    files: [],
    write: Promise.resolve(),
  };
  const before = async (): Promise<QueueState> => {
    const stored = await readStored('session', queueKey).catch(() => null);
    return isQueue(stored) ? stored : NO_QUEUE;
  };
  return (live) => {
    const state = queueOf(live);
    const wanted = live.flatMap(stagedFor);
    quietly(Promise.all(told.files.filter((id) => !wanted.includes(id)).map(dropStagedFile)));
    // Of what an agent waits for, whoever handed it over drops the files.
    told.files = live.filter(({ listed }) => listed).flatMap(stagedFor);
    told.write = told.write.then(async () => {
      const last = told.state ?? (await before());
      told.state = state;
      // A full storage loses the line, not the work.
      if (!same(last, state)) await writeStored('session', queueKey, state).catch(() => undefined);
    });
  };
}

/** Ids of the files that were handed over for an entry. */
export const stagedFor = ({ steps }: Entry): readonly string[] => steps.flatMap(({ change }) => stagedIn(change));

function stagedIn(change: Change): readonly string[] {
  if (change.type === 'note.add') return change.files.map(({ staged }) => staged);
  return change.type === 'file.add' && change.file ? [change.file.staged] : [];
}
