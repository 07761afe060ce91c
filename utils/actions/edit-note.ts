import type { Action } from './types';

/** That the note still reads as it did is looked at by the connection: a record does not hold its notes. */
export const editNote: Action<'edit-note'> = {
  id: 'edit-note',
  needs: ['note.set'],
  waits: true,
  plan({ person, input: { note, from, to } }) {
    return from === to ? [] : [{ type: 'note.set', person: person.ref.id, note, from, to }];
  },
};
