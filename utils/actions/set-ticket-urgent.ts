import type { Action } from './types';

export const setTicketUrgent: Action<'set-ticket-urgent'> = {
  id: 'set-ticket-urgent',
  needs: ['ticket.urgent'],
  waits: true,
  plan({ person, input: { ticket, from, to } }) {
    return from === to ? [] : [{ type: 'ticket.urgent', person: person.ref.id, ticket, from, to }];
  },
};
