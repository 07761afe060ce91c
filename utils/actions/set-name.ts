import { type Action, outdated, senseless } from './types';

export const setName: Action<'set-name'> = {
  id: 'set-name',
  needs: ['person.set'],
  waits: true,
  plan({ person, input }) {
    // As every book writes a name: what is read back is held against it.
    const to = input.to.replace(/\s+/gu, ' ').trim();
    if (to === '') throw senseless('a person without a name');
    if (to === person.name) return [];
    if (input.from !== person.name) throw outdated(person.name);
    return [{ type: 'person.set', person: person.ref.id, field: 'name', from: person.name, to }];
  },
};
