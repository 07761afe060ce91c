import type { Change, Made } from './types';

/**
 * What takes a change back, given what it made. 'harmless': there is nothing to take back. 'final': nothing can.
 * One case for each kind of change: a new one without a decision does not compile.
 */
export function inverse(change: Change, made: Made): Change | 'harmless' | 'final' {
  const { person } = change;
  switch (change.type) {
    case 'person.create':
      return { type: 'person.delete', person: made.id, version: made.version };
    case 'person.delete':
    case 'person.erase':
    case 'person.merge':
      return 'final';
    case 'person.hide':
      return { ...change, from: change.to, to: change.from };
    case 'account.enable':
      return { ...change, from: change.to, to: change.from };
    case 'erase.cancel':
    case 'account.unlock':
    case 'login.view':
      return 'harmless';
    case 'login.password':
    case 'login.reset':
    case 'factor.remove':
      return 'final';
    case 'address.ban':
      return { ...change, from: change.to, to: change.from };
    case 'ticket.move':
    case 'note.move':
    case 'file.move':
    case 'charge.move':
    case 'chat.move':
    case 'activity.move':
      return { ...change, person: change.to, from: change.to, to: change.from };
    case 'person.set':
      // One kind of value each, which the compiler cannot follow through a swap.
      return { ...change, from: change.to, to: change.from } as Change<'person.set'>;
    case 'email.set':
      return { ...change, from: change.to, to: change.from };
    case 'email.primary':
      return { ...change, from: change.to, to: change.from };
    case 'contact.set':
      return { ...change, from: change.to, to: change.from };
    case 'custom.set':
      return { ...change, from: change.to, to: change.from };
    case 'label.set':
      return { ...change, from: change.to, to: change.from };
    case 'group.set':
      return { ...change, from: change.to, to: change.from };
    case 'membership.set': {
      const id = change.organisation.id ?? made.id;
      return { ...change, organisation: { ...change.organisation, id }, from: change.to, to: change.from };
    }
    case 'note.add': {
      const { text, again } = change;
      const note = again ?? { id: made.id, author: '', text, createdAt: '', files: [] };
      return { type: 'note.remove', person, note: { ...note, id: made.id } };
    }
    case 'note.set':
      return { ...change, from: change.to, to: change.from };
    case 'note.remove':
      return { type: 'note.add', person, text: change.note.text, files: [], again: change.note };
    case 'file.add': {
      const { name, size, type } = change.again ?? change.file ?? { name: '', size: 0, type: '' };
      return { type: 'file.remove', person, file: { id: made.id, name, size, type } };
    }
    case 'file.remove':
      return { type: 'file.add', person, file: null, again: change.file };
    case 'ticket.create':
      return { type: 'ticket.delete', person, ticket: made.id, version: made.version };
    case 'ticket.delete':
      return 'final';
    case 'ticket.state':
      return { ...change, from: change.to, to: change.from };
    case 'ticket.urgent':
      return { ...change, from: change.to, to: change.from };
    case 'ticket.notify':
      return { ...change, from: change.to, to: change.from };
  }
}
