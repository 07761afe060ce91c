import type { Action } from './types';

/** Cannot sign in nor open tickets; stays in search, and can be enabled again. */
export const disable: Action<'disable'> = {
  id: 'disable',
  needs: ['account.enable'],
  menu: {
    label: 'action_disable',
    icon: 'ban',
    place: 'account',
    confirm: 'none',
    when: ({ status, kind }) => kind === 'person' && (status === 'active' || status === 'locked'),
  },
  plan({ person }) {
    if (person.status === 'disabled') return [];
    return [{ type: 'account.enable', person: person.ref.id, from: true, to: false }];
  },
};
