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
    // Who is locked out for too many wrong passwords is still looked after; a disabled one may have no session.
    when: ({ kind, status }) => kind === 'person' && (status === 'active' || status === 'locked'),
  },
  plan: ({ person }) => [{ type: 'login.view', person: person.ref.id }],
};
