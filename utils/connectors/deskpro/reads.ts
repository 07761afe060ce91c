import type { Reads } from '@/utils/connectors/types';
import type { Deskpro } from './deskpro';
import type { Known } from './known';
import { listTickets, toTicket } from './tickets';

/** What Deskpro can tell beside a person. */
export function readsOf(desk: Deskpro, _known: Known): Reads {
  return {
    async tickets(id, which, range, signal) {
      const { items, total } = await listTickets(desk, { person: id }, which, range, { call: 'tickets', signal });
      return { items: items.map((one) => toTicket(desk, one)), total };
    },
  };
}
