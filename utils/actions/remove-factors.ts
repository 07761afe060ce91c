import type { Action } from './types';

/** All ways of proving who they are beside the password, which alone will do from then on. */
export const removeFactors: Action<'remove-factors'> = {
  id: 'remove-factors',
  needs: ['factor.remove'],
  menu: {
    label: 'action_remove_factors',
    icon: 'shield',
    place: 'security',
    confirm: 'type-address',
    reads: ['security'],
    when: ({ kind }) => kind !== 'shared-mailbox',
  },
  plan: ({ person }) => [{ type: 'factor.remove', person: person.ref.id, factor: null }],
};
