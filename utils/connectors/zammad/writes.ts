import type { Change, ChangeType, Made } from '@/utils/changes/types';
import type { Writes } from '@/utils/connectors/types';
import type { Known } from './known';
import type { Tickets } from './tickets';
import type { Write } from './write';
import { removeFactor, setPassword, unlock, viewAs } from './write-account';
import { setAddress, setPrimary } from './write-address';
import { createPerson } from './write-create';
import { cancelErase, erase } from './write-erase';
import { setMembership } from './write-organisation';
import { setContact, setCustom, setEnabled, setValue } from './write-person';
import { createTicket, moveTickets, setTicketState, setTicketUrgent } from './write-ticket';
import type { Zammad } from './zammad';

/**
 * What can be written by Zammad's API: a link for a new password it sends to whoever is signed in with a browser only.
 */
export function writesOf(zammad: Zammad, known: Known, tickets: Tickets): Writes {
  const by =
    <T extends ChangeType>(write: Write<T>) =>
    (change: Change<T>): Promise<Made> => {
      tickets.forget();
      return write({ zammad, known, change }).finally(tickets.forget);
    };
  return {
    'person.create': by(createPerson),
    'person.erase': by(erase),
    'erase.cancel': by(cancelErase),
    'account.enable': by(setEnabled),
    'account.unlock': by(unlock),
    'login.password': by(setPassword),
    'login.view': by(viewAs),
    'factor.remove': by(removeFactor),
    'person.set': by(setValue),
    'email.set': by(setAddress),
    'email.primary': by(setPrimary),
    'contact.set': by(setContact),
    'custom.set': by(setCustom),
    'membership.set': by(setMembership),
    'ticket.create': by(createTicket),
    'ticket.state': by(setTicketState),
    'ticket.urgent': by(setTicketUrgent),
    'ticket.move': by((job) => moveTickets(job, tickets.stays)),
  };
}
