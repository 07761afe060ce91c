import type { Action } from './types';

/** Opens an account that too many wrong passwords have locked. */
export const unlock: Action<'unlock'> = {
  id: 'unlock',
  needs: ['account.unlock'],
  menu: {
    label: 'action_unlock',
    icon: 'unlock',
    place: 'account',
    confirm: 'none',
    when: ({ status }) => status === 'locked',
  },
  plan: ({ person }) => (person.status === 'locked' ? [{ type: 'account.unlock', person: person.ref.id }] : []),
};
