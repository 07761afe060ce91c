import { address, keepsTheContract } from '@/test/connectors/contract';
import type { ChangeType } from '@/utils/changes/types';
import { loadSample, local } from '@/utils/connectors/local';
import { connection, dump, emptyBooks, everything, stage } from './book';

/** False: a book kept in this browser has no such thing. */
const all: Readonly<Record<ChangeType, boolean>> = {
  'person.create': true,
  'person.delete': true,
  'person.erase': true,
  'person.hide': true,
  'person.merge': false,
  'erase.cancel': false,
  'account.enable': true,
  'account.unlock': false,
  'address.ban': true,
  'ticket.move': true,
  'note.move': true,
  'file.move': true,
  'charge.move': true,
  'chat.move': true,
  'activity.move': true,
  'login.password': false,
  'login.reset': false,
  'login.view': false,
  'factor.remove': false,
  'person.set': true,
  'email.set': true,
  'email.primary': true,
  'contact.set': true,
  'custom.set': true,
  'label.set': true,
  'group.set': true,
  'membership.set': true,
  'note.add': true,
  'note.set': true,
  'note.remove': true,
  'file.add': true,
  'file.remove': true,
  'ticket.create': true,
  'ticket.delete': true,
  'ticket.state': true,
  'ticket.urgent': true,
  'ticket.notify': true,
};
const isType = (text: string): text is ChangeType => Object.entries(all).some(([type, has]) => has && type === text);

keepsTheContract('the embedded book', Object.keys(all).filter(isType), async () => {
  await emptyBooks();
  await loadSample(new Date('2026-11-21T12:00:00Z'));
  return {
    connector: local,
    connection: connection('sample'),
    known: {
      name: 'Anna Keller',
      address: address('anna.keller@example.com'),
      tagged: address('anna.keller+shop@example.com'),
    },
    shared: { address: address('office@lindqvist.example.org'), people: 3 },
    stranger: address('nina@example.net'),
    stage,
    dump: () => dump('sample'),
    trace: () => everything('sample'),
    stop: emptyBooks,
  };
});
