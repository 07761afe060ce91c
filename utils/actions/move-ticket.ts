import { type Action, senseless } from './types';

/** A ticket that is somebody else's is given to them. */
export const moveTicket: Action<'move-ticket'> = {
  id: 'move-ticket',
  needs: ['ticket.move'],
  async plan({ person, input: { ticket, to }, get }) {
    const { id } = person.ref;
    if (to === id) return [];
    // Whom the server gives for it: of somebody who was merged into another, that one.
    const other = await get(to);
    if (other.ref.id === id) return [];
    if (other.ref.id !== to) throw senseless('move-merged');
    return [{ type: 'ticket.move', person: id, items: [ticket], from: id, to }];
  },
};
