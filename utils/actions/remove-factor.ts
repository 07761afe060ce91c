import type { Action } from './types';

/** One way of proving who they are; which, the dialog asks. */
export const removeFactor: Action<'remove-factor'> = {
  id: 'remove-factor',
  needs: ['factor.remove'],
  menu: {
    label: 'action_remove_factor',
    icon: 'shield',
    place: 'security',
    confirm: 'ask',
    reads: ['security'],
    when: ({ kind }) => kind !== 'shared-mailbox',
  },
  plan: ({ person, input }) => [{ type: 'factor.remove', person: person.ref.id, factor: input.factor }],
};
