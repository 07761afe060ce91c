import type { Change, ChangeType, Made } from '@/utils/changes/types';
import type { Capability, Writes } from '@/utils/connectors/types';
import type { Deskpro } from './deskpro';
import type { Known } from './known';
import type { Proofs } from './proofs';
import type { Write } from './write';
import { banAddress, erase, mergePeople, sendReset, setEnabled, setPassword, viewAs } from './write-account';
import { setAddress, setPrimary } from './write-address';
import { setContact } from './write-contact';
import { createPerson } from './write-create';
import { setCustom } from './write-fields';
import { setMembership } from './write-membership';
import { addNote, removeNote, setNote } from './write-note';
import { setGroup, setLabel, setValue } from './write-person';
import { createTicket, moveTickets, setNotified, setTicketState, setTicketUrgent } from './write-ticket';

/**
 * What can be written by Deskpro's API v2, and what an administrator set a call up for: of a pair that takes each other
 * back both have to be there, or what fails in between would stay half done.
 */
export function writesOf(desk: Deskpro, known: Known, proofs: Proofs): Writes {
  const by =
    <T extends ChangeType>(write: Write<T>) =>
    (change: Change<T>): Promise<Made> =>
      write({ desk, known, proofs, change });
  const has = (...calls: readonly string[]): boolean => calls.every((call) => desk.own.has(call));
  return {
    'person.create': by(createPerson),
    'person.erase': by(erase),
    'person.set': by(setValue),
    'email.set': by(setAddress),
    'email.primary': by(setPrimary),
    'contact.set': by(setContact),
    'custom.set': by(setCustom),
    'label.set': by(setLabel),
    'group.set': by(setGroup),
    'membership.set': by(setMembership),
    'note.add': by(addNote),
    'note.set': by(setNote),
    'note.remove': by(removeNote),
    'login.password': by(setPassword),
    'ticket.create': by(createTicket),
    'ticket.state': by(setTicketState),
    'ticket.urgent': by(setTicketUrgent),
    'ticket.move': by(moveTickets),
    ...(has('merge') ? { 'person.merge': by(mergePeople) } : {}),
    ...(has('disable', 'enable') ? { 'account.enable': by(setEnabled) } : {}),
    ...(has('reset') ? { 'login.reset': by(sendReset) } : {}),
    ...(has('view', 'view-page') ? { 'login.view': by(viewAs) } : {}),
    ...(has('ban', 'lift') ? { 'address.ban': by(banAddress) } : {}),
    ...(has('notify') ? { 'ticket.notify': by(setNotified) } : {}),
  };
}

/** What is made by a call that was set up instead of by API v2: nothing is to be found out of it by trying. */
export const madeByOwn = ({ own }: Pick<Deskpro, 'own'>): ReadonlySet<Capability> =>
  new Set<Capability>(own.has('password') ? ['login.password'] : []);
