import { type Action, senseless } from './types';

/** Which address the mails of a ticket go to. */
export const notifyAddress: Action<'notify-address'> = {
  id: 'notify-address',
  needs: ['ticket.notify'],
  waits: true,
  plan({ person, input: { ticket, from, to } }) {
    if (to !== null && !person.emails.some(({ address }) => address === to)) throw senseless('not their address');
    return from === to ? [] : [{ type: 'ticket.notify', person: person.ref.id, ticket, from, to }];
  },
};
