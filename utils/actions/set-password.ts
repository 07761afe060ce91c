import type { Action } from './types';

/** The password goes to the server at once, or not at all: it is kept nowhere. */
export const setPassword: Action<'set-password'> = {
  id: 'set-password',
  needs: ['login.password'],
  menu: {
    label: 'action_set_password',
    icon: 'key',
    place: 'security',
    confirm: 'ask',
    reads: ['security'],
    when: ({ kind }) => kind !== 'shared-mailbox',
  },
  plan: ({ person, input }) => [{ type: 'login.password', person: person.ref.id, secret: input.secret }],
};
