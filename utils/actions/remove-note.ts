import type { Action } from './types';

export const removeNote: Action<'remove-note'> = {
  id: 'remove-note',
  needs: ['note.remove'],
  waits: true,
  plan: ({ person, input: { note } }) => [{ type: 'note.remove', person: person.ref.id, note }],
};
