import { type Action, outdated } from './types';

export const setPicture: Action<'set-picture'> = {
  id: 'set-picture',
  needs: ['person.set'],
  waits: true,
  plan({ person, input: { from, to } }) {
    const now = person.picture ?? null;
    if (now === to) return [];
    if (now !== from) throw outdated(now);
    return [{ type: 'person.set', person: person.ref.id, field: 'picture', from, to }];
  },
};
