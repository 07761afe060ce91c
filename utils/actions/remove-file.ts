import type { Action } from './types';

export const removeFile: Action<'remove-file'> = {
  id: 'remove-file',
  needs: ['file.remove'],
  plan: ({ person, input: { file } }) => [{ type: 'file.remove', person: person.ref.id, file }],
};
