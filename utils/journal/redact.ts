// What must not be at rest anywhere: a password that is set, and the address at which a session as somebody is opened.

import type { Change } from '@/utils/changes/types';
import type { Store } from './db';
import type { Entry, Step } from './types';

/** Such a change is made now or not at all: it is never held, queued, or sent by a later background. */
export const isSecret = ({ type }: Change): boolean => type === 'login.password';

const redactedStep = ({ change, made, ...step }: Step): Step => {
  const { view: _view, ...rest } = made ?? { id: '', version: '' };
  return {
    ...step,
    change: change.type === 'login.password' ? { ...change, secret: '' } : change,
    ...(made && { made: rest }),
  };
};

/** The entry as it may be written down. */
export function redacted(entry: Entry): Entry {
  const touched = entry.steps.some(({ change, made }) => isSecret(change) || made?.view !== undefined);
  return touched ? { ...entry, steps: entry.steps.map(redactedStep) } : entry;
}

/** A disk that no secret reaches, whoever writes. */
export const redacting = (store: Store): Store => ({
  ...store,
  put: (entries, gone) => store.put(entries.map(redacted), gone),
});
