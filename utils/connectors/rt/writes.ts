import type { Change, ChangeType, Made } from '@/utils/changes/types';
import type { Writes } from '@/utils/connectors/types';
import type { Known } from './known';
import type { KnownRights } from './rights';
import type { Rt } from './rt';
import type { Tickets } from './tickets';
import type { Write } from './write';
import { setAddress, setPrimary } from './write-address';
import { setContact, setCustom } from './write-contact';
import { createPerson } from './write-create';
import { setGroup } from './write-group';
import { setEnabled, setMembership, setValue } from './write-person';
import { createTicket, deleteTicket, moveTickets, setTicketState } from './write-ticket';

/**
 * What can be written by RT's REST 2: no password (RT 5.0.3 answers 500, and keeps the old one), nobody is deleted, and
 * a priority is a number, no switch.
 */
export function writesOf(rt: Rt, known: Known, tickets: Tickets, rights: KnownRights): Writes {
  const by =
    <T extends ChangeType>(write: Write<T>) =>
    (change: Change<T>): Promise<Made> => {
      tickets.forget();
      return write({ rt, known, change }).finally(tickets.forget);
    };
  return {
    'person.create': by(createPerson),
    'account.enable': by(setEnabled),
    'person.set': by(setValue),
    'email.set': by(setAddress),
    ...(rt.others === '' ? {} : { 'email.primary': by(setPrimary) }),
    'contact.set': by(setContact),
    'custom.set': by(setCustom),
    'group.set': by(setGroup),
    'membership.set': by(setMembership),
    'ticket.create': by(async (write) => createTicket(await rights.queues(write.change.type))(write)),
    'ticket.delete': by(deleteTicket),
    'ticket.state': by(setTicketState),
    'ticket.move': by(moveTickets),
  };
}
