import type { Action } from './types';

export const setTicketState: Action<'set-ticket-state'> = {
  id: 'set-ticket-state',
  needs: ['ticket.state'],
  waits: true,
  plan({ person, input: { ticket, from, to } }) {
    return from === to ? [] : [{ type: 'ticket.state', person: person.ref.id, ticket, from, to }];
  },
};
