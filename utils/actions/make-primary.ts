import { type Action, outdated } from './types';

export const makePrimary: Action<'make-primary'> = {
  id: 'make-primary',
  needs: ['email.primary'],
  waits: true,
  plan({ person, input }) {
    const from = person.emails.find(({ primary }) => primary)?.address ?? null;
    if (input.address === from) return [];
    // Removed, or changed, since its button was drawn.
    if (!person.emails.some(({ address }) => address === input.address)) throw outdated(null);
    return [{ type: 'email.primary', person: person.ref.id, from, to: input.address }];
  },
};
