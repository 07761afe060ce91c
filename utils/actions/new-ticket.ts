import { type Action, senseless } from './types';

export const newTicket: Action<'new-ticket'> = {
  id: 'new-ticket',
  needs: ['ticket.create'],
  waits: true,
  plan({ person, input }) {
    const title = input.title.replace(/\s+/gu, ' ').trim();
    if (title === '') throw senseless('a ticket without a title');
    const { text, urgent } = input;
    return [{ type: 'ticket.create', person: person.ref.id, title, text, urgent }];
  },
};
