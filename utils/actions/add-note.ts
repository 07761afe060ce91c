import { type Action, senseless } from './types';

export const addNote: Action<'add-note'> = {
  id: 'add-note',
  needs: ['note.add'],
  waits: true,
  plan({ person, input: { text, files } }) {
    if (text.trim() === '' && files.length === 0) throw senseless('an empty note');
    return [{ type: 'note.add', person: person.ref.id, text, files, again: null }];
  },
};
