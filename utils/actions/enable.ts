import type { Action } from './types';

export const enable: Action<'enable'> = {
  id: 'enable',
  needs: ['account.enable'],
  menu: {
    label: 'action_enable',
    icon: 'check',
    place: 'account',
    confirm: 'none',
    when: ({ status, kind }) => kind === 'person' && status === 'disabled',
  },
  plan({ person }) {
    if (person.status !== 'disabled') return [];
    return [{ type: 'account.enable', person: person.ref.id, from: false, to: true }];
  },
};
