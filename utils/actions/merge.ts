import { type Action, outdated, senseless } from './types';

/** Two records of one person become one. What moves and what is dropped is the list of changes; all of it can be undone. */
export const merge: Action<'merge'> = {
  id: 'merge',
  needs: [],
  oneOf: ['person.hide', 'person.merge', 'account.enable'],
  menu: {
    label: 'action_merge',
    icon: 'merge',
    place: 'people',
    confirm: 'page',
    when: ({ kind }) => kind === 'person',
  },
  async plan({ person, input, get }) {
    if (input.goes === person.ref.id) throw senseless('merge-self');
    const other = await get(input.goes);
    if (other.kind !== 'person' || person.kind !== 'person') throw senseless('merge-agent');
    if ((other.version ?? null) !== input.versions.goes) throw outdated(other.version ?? null);
    return [];
  },
};
