import { customOf } from '@/utils/changes/current';
import { type Action, outdated } from './types';

export const editCustom: Action<'edit-custom'> = {
  id: 'edit-custom',
  needs: ['custom.set'],
  waits: true,
  plan({ person, input }) {
    const { field } = input;
    const now = customOf(person, field);
    const to = input.to === '' ? null : input.to;
    if (to === now) return [];
    if ((input.from === '' ? null : input.from) !== now) throw outdated(now);
    return [{ type: 'custom.set', person: person.ref.id, field, from: now, to }];
  },
};
