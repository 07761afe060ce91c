// What was done here and is not sent yet, for every part of the panel that shows some of it.

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Change } from '@/utils/changes/types';
import type { Queued, QueueState } from '@/utils/messages/protocol';
import { sameRef } from '@/utils/people/ref';
import type { PersonRef } from '@/utils/people/types';

/** All is sent. */
export const NO_QUEUE: QueueState = { items: [], offline: {} };

export const QueueContext = createContext<QueueState>(NO_QUEUE);

export const useQueue = (): QueueState => useContext(QueueContext);

/** Those about one person. */
export const queuedOf = ({ items }: QueueState, ref: PersonRef): readonly Queued[] =>
  items.filter((one) => one.ref !== null && sameRef(one.ref, ref));

const waits = ({ state }: Queued): boolean => state === 'queued' || state === 'sending';

/** The changes of a person that will be sent once the server can be reached, in their order. */
export const waitingOf = (queue: QueueState, ref: PersonRef): readonly Change[] =>
  queuedOf(queue, ref)
    .filter(waits)
    .flatMap(({ pending }) => pending);

/** Where on the profile a change is seen: the place that an edited field is known by. */
function placeOf(change: Change): string | null {
  switch (change.type) {
    case 'person.set':
      return change.field;
    case 'custom.set':
      return `custom:${change.field}`;
    case 'contact.set':
      return change.to && `contact:${change.to.type}:${change.to.value}`;
    case 'email.set':
      return change.to && `contact:address:${change.to.address}`;
    case 'note.set':
      return `note:${change.note}`;
    default:
      return null;
  }
}

/** Whether the value in this place is saved here only. */
export function useWaits(ref: PersonRef, place: string): boolean {
  const queue = useQueue();
  if (queue.items.length === 0) return false;
  return waitingOf(queue, ref).some((change) => placeOf(change) === place);
}
