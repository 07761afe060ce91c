import { type Action, outdated } from './types';

export const setSummary: Action<'set-summary'> = {
  id: 'set-summary',
  needs: ['person.set'],
  waits: true,
  plan({ person, input: { from, to } }) {
    if (to === person.summary) return [];
    if (from !== person.summary) throw outdated(person.summary);
    return [{ type: 'person.set', person: person.ref.id, field: 'summary', from, to }];
  },
};
