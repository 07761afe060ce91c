import type { Action } from './types';

export const sendReset: Action<'send-reset'> = {
  id: 'send-reset',
  needs: ['login.reset'],
  menu: {
    label: 'action_send_reset',
    icon: 'mail',
    place: 'security',
    confirm: 'ask',
    reads: ['security'],
    when: ({ kind }) => kind !== 'shared-mailbox',
  },
  plan: ({ person, input }) => [{ type: 'login.reset', person: person.ref.id, address: input.address }],
};
