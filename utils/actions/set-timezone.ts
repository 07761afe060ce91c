import { type Action, outdated } from './types';

export const setTimezone: Action<'set-timezone'> = {
  id: 'set-timezone',
  needs: ['person.set'],
  waits: true,
  plan({ person, input }) {
    const now = person.timezone ?? null;
    const to = input.to === '' ? null : input.to;
    if (to === now) return [];
    if ((input.from === '' ? null : input.from) !== now) throw outdated(now);
    return [{ type: 'person.set', person: person.ref.id, field: 'timezone', from: now, to }];
  },
};
