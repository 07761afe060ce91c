import { autoRepliesOf } from '@/utils/changes/current';
import { type Action, outdated } from './types';

export const setAutoReplies: Action<'set-auto-replies'> = {
  id: 'set-auto-replies',
  needs: ['person.set'],
  waits: true,
  plan({ person, input: { from, to } }) {
    const now = autoRepliesOf(person);
    if (to === now) return [];
    if (from !== now) throw outdated(now);
    return [{ type: 'person.set', person: person.ref.id, field: 'autoReplies', from, to }];
  },
};
