import { type Action, outdated } from './types';

/** For good, with all that belongs to them: held for a while first, see the journal. */
export const deleteForGood: Action<'delete'> = {
  id: 'delete',
  needs: ['person.erase'],
  menu: {
    label: 'action_delete',
    icon: 'trash',
    place: 'danger',
    confirm: 'type-address',
    reads: ['holdings'],
    when: ({ kind }) => kind === 'person',
  },
  plan({ person, input }) {
    if (input.version !== (person.version ?? null)) throw outdated(person.version ?? null);
    return [{ type: 'person.erase', person: person.ref.id, version: input.version }];
  },
};
