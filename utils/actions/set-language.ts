import { type Action, outdated } from './types';

export const setLanguage: Action<'set-language'> = {
  id: 'set-language',
  needs: ['person.set'],
  waits: true,
  plan({ person, input }) {
    const now = person.language ?? null;
    const to = input.to === '' ? null : input.to;
    if (to === now) return [];
    if ((input.from === '' ? null : input.from) !== now) throw outdated(now);
    return [{ type: 'person.set', person: person.ref.id, field: 'language', from: now, to }];
  },
};
