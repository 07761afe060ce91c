import type { Action } from './types';

export const addFiles: Action<'add-files'> = {
  id: 'add-files',
  needs: ['file.add'],
  plan: ({ person, input: { files } }) =>
    files.map((file) => ({ type: 'file.add', person: person.ref.id, file, again: null })),
};
