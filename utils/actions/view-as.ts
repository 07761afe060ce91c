import type { Action } from './types';

/** A real session as that person, in a tab of its own. */
export const viewAs: Action<'view-as'> = {
  id: 'view-as',
  needs: ['login.view'],
  menu: {
    label: 'action_view_as',
    icon: 'eye',
    place: 'security',
    confirm: 'ask',
    when: ({ kind, status }) => kind === 'person' && status === 'active',
  },
  plan: ({ person }) => [{ type: 'login.view', person: person.ref.id }],
};
