// A sample of each change there is: one that is wanted, one that must be refused. A change without one does not compile.
import type { Change, ChangeType, Made, StagedFile, Stamp } from '@/utils/changes/types';
import type { Belongings, Session, Writes } from '@/utils/connectors/types';
import { parseAddress } from '@/utils/people/address';
import type { Address, Note, Person, Ticket } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';

/** What the samples stand upon. */
export interface Account {
  /** Somebody who is there, with a contact value, a custom field, labels, a group, an organisation, a note, a ticket. */
  readonly known: { readonly name: string; readonly address: Address; readonly tagged: Address };
  /** Nobody has it. */
  readonly stranger: Address;
  /** Hands a text file over. Absent: the server takes no files. */
  readonly stage?: (content: string) => Promise<StagedFile>;
}

/** `wanted` changes something; `refused` must be turned down, with `problem`. */
interface Sample<T extends ChangeType> {
  readonly wanted: Change<T>;
  readonly refused: Change<T>;
  readonly problem: Partial<Problem>;
}
type Samples = { readonly [T in ChangeType]: (session: Session, account: Account) => Promise<Sample<T>> };

export function address(text: string): Address {
  const parsed = parseAddress(text);
  if (parsed === null) throw new Error(`no address: ${text}`);
  return parsed;
}

export const stamped = (): Stamp => ({ entry: crypto.randomUUID(), step: 0, at: new Date().toISOString() });

export async function write(session: Session, change: Change, stamp: Stamp = stamped()): Promise<Made> {
  return make(session.writes, change.type, change, stamp);
}

async function make<T extends ChangeType>(writes: Writes, type: T, change: Change<T>, stamp: Stamp): Promise<Made> {
  return there(writes[type])(change, stamp);
}

const conflict = (theirs: unknown): Partial<Problem> => ({ kind: 'conflict', theirs });

const newcomer = (stranger: Address): Change<'person.create'> => ({
  type: 'person.create',
  person: null,
  draft: { name: 'Nina Newcomer', addresses: [stranger], organisation: { create: 'Newcomers of the contract' } },
});

export const samples: Samples = {
  'person.create': async (_, { stranger, known }) => ({
    wanted: newcomer(stranger),
    refused: newcomer(known.address),
    problem: { kind: 'conflict' },
  }),
  'person.delete': async (session, { stranger }) => {
    const made = await write(session, newcomer(stranger));
    const wanted: Change<'person.delete'> = { type: 'person.delete', person: made.id, version: made.version };
    return { wanted, refused: { ...wanted, version: `${made.version}-of-another-day` }, problem: { kind: 'conflict' } };
  },
  'person.erase': async (session, { stranger }) => {
    const { id, version } = await write(session, newcomer(stranger));
    const wanted = { type: 'person.erase', person: id, version } as const;
    return { wanted, refused: { ...wanted, version: `${version}-of-another-day` }, problem: { kind: 'conflict' } };
  },
  'person.hide': async (session, account) => {
    const { wanted } = await merging(session, account);
    return { wanted, refused: { ...wanted, from: true, to: false }, problem: conflict(false) };
  },
  'person.merge': async (session, account) => {
    const { wanted, into } = await merging(session, account);
    const merge = { type: 'person.merge', person: into, other: there(wanted.person) } as const;
    return { wanted: merge, refused: { ...merge, other: '999999999' }, problem: { kind: 'missing' } };
  },
  'account.enable': async (session, account) => {
    const { ref } = await knownPerson(session, account);
    const wanted = { type: 'account.enable', person: ref.id, from: true, to: false } as const;
    return { wanted, refused: { ...wanted, from: false, to: true }, problem: conflict(true) };
  },
  'erase.cancel': async (session, account) => {
    const { ref, version = null } = await knownPerson(session, account);
    await write(session, { type: 'person.erase', person: ref.id, version });
    const { task } = there(await there(session.reads.leaving)(ref.id));
    const wanted = { type: 'erase.cancel', person: ref.id, task } as const;
    return { wanted, refused: { ...wanted, task: '999999999' }, problem: { kind: 'missing' } };
  },
  'account.unlock': async (session, account) => {
    const { ref } = await knownPerson(session, account);
    return withoutPerson({ type: 'account.unlock', person: ref.id });
  },
  'address.ban': async (_, { stranger }) => {
    const wanted = { type: 'address.ban', person: null, address: stranger, from: false, to: true } as const;
    return { wanted, refused: { ...wanted, from: true, to: false }, problem: conflict(false) };
  },
  'ticket.move': (session, account) => moving('ticket.move', 'tickets', session, account),
  'note.move': (session, account) => moving('note.move', 'notes', session, account),
  'file.move': async (session, account) => {
    const { ref } = await knownPerson(session, account);
    const staged = await there(account.stage)('A plan');
    await write(session, { type: 'file.add', person: ref.id, file: staged, again: null });
    return moving('file.move', 'files', session, account);
  },
  'charge.move': (session, account) => moving('charge.move', 'charges', session, account),
  'chat.move': (session, account) => moving('chat.move', 'chats', session, account),
  'activity.move': (session, account) => moving('activity.move', 'activity', session, account),
  'login.password': async (session, account) => {
    const { ref } = await knownPerson(session, account);
    const wanted = { type: 'login.password', person: ref.id, secret: 'Correct-Horse-7-Battery' } as const;
    return { wanted, refused: { ...wanted, secret: '' }, problem: { kind: 'invalid' } };
  },
  'login.reset': async (session, account) => {
    const { ref } = await knownPerson(session, account);
    const wanted = { type: 'login.reset', person: ref.id, address: account.known.address } as const;
    return { wanted, refused: { ...wanted, address: account.stranger }, problem: { kind: 'invalid' } };
  },
  'login.view': async (session, account) => {
    const { ref } = await knownPerson(session, account);
    return withoutPerson({ type: 'login.view', person: ref.id });
  },
  'factor.remove': async (session, account) => {
    const { ref } = await knownPerson(session, account);
    const { factors } = await there(session.reads.security)(ref.id);
    const wanted = { type: 'factor.remove', person: ref.id, factor: there(factors[0]).id } as const;
    return { wanted, refused: { ...wanted, factor: '999999999' }, problem: { kind: 'missing' } };
  },
  'person.set': async (session, account) => {
    const { name, ...about } = await knownPerson(session, account);
    const wanted = { type: 'person.set', person: about.ref.id, field: 'name', from: name, to: 'Ännie Other' } as const;
    return { wanted, refused: { ...wanted, from: 'Somebody' }, problem: conflict(name) };
  },
  'email.set': async (session, account) => {
    const { ref } = await knownPerson(session, account);
    const to = { address: account.stranger, label: 'Shop' };
    const wanted = { type: 'email.set', person: ref.id, at: 0, from: null, to } as const;
    return { wanted, refused: { ...wanted, from: to, to: null }, problem: conflict(null) };
  },
  'email.primary': async (session, account) => {
    const { ref } = await knownPerson(session, account);
    const { stranger, known } = account;
    await write(session, { type: 'email.set', person: ref.id, at: 1, from: null, to: { address: stranger } });
    const wanted = { type: 'email.primary', person: ref.id, from: known.address, to: stranger } as const;
    return { wanted, refused: { ...wanted, from: stranger }, problem: conflict(known.address) };
  },
  'contact.set': async (session, account) => {
    const { ref, fields } = await knownPerson(session, account);
    const contact = there(fields.find(({ custom }) => custom !== true));
    const wanted = { type: 'contact.set', person: ref.id, at: 0, from: contact, to: null } as const;
    return { wanted, refused: { ...wanted, from: { ...contact, value: 'gone long ago' } }, problem: conflict(null) };
  },
  'custom.set': async (session, account) => {
    const { ref, fields } = await knownPerson(session, account);
    const { id = '', value } = there(fields.find(({ custom }) => custom === true));
    const wanted = { type: 'custom.set', person: ref.id, field: id, from: value, to: null } as const;
    return { wanted, refused: { ...wanted, from: null }, problem: conflict(value) };
  },
  'label.set': async (session, account) => {
    const { ref, labels } = await knownPerson(session, account);
    const label = there(labels[0]);
    const wanted = { type: 'label.set', person: ref.id, label, at: 0, from: true, to: false } as const;
    return { wanted, refused: { ...wanted, from: false, to: true }, problem: conflict(true) };
  },
  'group.set': async (session, account) => {
    const { ref, groups } = await knownPerson(session, account);
    const group = there(groups[0]).id;
    const wanted = { type: 'group.set', person: ref.id, group, from: true, to: false } as const;
    return { wanted, refused: { ...wanted, from: false, to: true }, problem: conflict(true) };
  },
  'membership.set': async (session, account) => {
    const { ref } = await knownPerson(session, account);
    const organisation = { id: null, name: 'Newcomers of the contract' };
    const to = { position: 'Founder', manager: true };
    const wanted = { type: 'membership.set', person: ref.id, organisation, at: 0, from: null, to } as const;
    return { wanted, refused: { ...wanted, from: to, to: null }, problem: conflict(null) };
  },
  'note.add': async (session, account) => {
    const { ref } = await knownPerson(session, account);
    const files = account.stage === undefined ? [] : [await account.stage('What was said')];
    const wanted = { type: 'note.add', person: ref.id, text: 'Called today', files, again: null } as const;
    return { wanted, refused: { ...wanted, text: ' ', files: [] }, problem: { kind: 'invalid' } };
  },
  'note.set': async (session, account) => {
    const { ref } = await knownPerson(session, account);
    const { id, text } = await knownNote(session, ref.id);
    const wanted = { type: 'note.set', person: ref.id, note: id, from: text, to: 'Something else' } as const;
    return { wanted, refused: { ...wanted, from: 'What it once was' }, problem: conflict(text) };
  },
  'note.remove': async (session, account) => {
    const { ref } = await knownPerson(session, account);
    const note = await knownNote(session, ref.id);
    const wanted = { type: 'note.remove', person: ref.id, note } as const;
    return { wanted, refused: { ...wanted, note: { ...note, text: 'What it once was' } }, problem: conflict(note) };
  },
  'file.add': async (session, account) => {
    const { ref } = await knownPerson(session, account);
    const file = await there(account.stage)('A plan');
    const wanted = { type: 'file.add', person: ref.id, file, again: null } as const;
    return { wanted, refused: { ...wanted, file: { ...file, size: 7 } }, problem: { kind: 'invalid' } };
  },
  'file.remove': async (session, account) => {
    const { ref } = await knownPerson(session, account);
    const staged = await there(account.stage)('A plan');
    await write(session, { type: 'file.add', person: ref.id, file: staged, again: null });
    const files = await there(session.reads.files)(ref.id, { limit: 1 });
    const file = there(files.items[0]);
    const wanted = { type: 'file.remove', person: ref.id, file } as const;
    return { wanted, refused: { ...wanted, file: { ...file, id: '999999999' } }, problem: { kind: 'missing' } };
  },
  'ticket.create': async (session, account) => {
    const { ref } = await knownPerson(session, account);
    const asked = { title: 'The light is off', text: 'Since yesterday.', urgent: true };
    const wanted = { type: 'ticket.create', person: ref.id, ...asked } as const;
    return { wanted, refused: { ...wanted, title: ' ' }, problem: { kind: 'invalid' } };
  },
  'ticket.delete': async (session, account) => {
    const { ref } = await knownPerson(session, account);
    const opened = { type: 'ticket.create', person: ref.id, title: 'By mistake', text: '', urgent: false } as const;
    const { id, version } = await write(session, opened);
    const wanted = { type: 'ticket.delete', person: ref.id, ticket: id, version } as const;
    return { wanted, refused: { ...wanted, version: 'of another day' }, problem: { kind: 'conflict' } };
  },
  'ticket.state': async (session, account) => {
    const { ref } = await knownPerson(session, account);
    const { id, state } = await knownTicket(session, ref.id);
    const wanted = { type: 'ticket.state', person: ref.id, ticket: id, from: state, to: 'resolved' } as const;
    return { wanted, refused: { ...wanted, from: 'resolved', to: 'hold' }, problem: conflict(state) };
  },
  'ticket.urgent': async (session, account) => {
    const { ref } = await knownPerson(session, account);
    const { id, urgent } = await knownTicket(session, ref.id);
    const wanted = { type: 'ticket.urgent', person: ref.id, ticket: id, from: urgent, to: !urgent } as const;
    return { wanted, refused: { ...wanted, from: !urgent, to: urgent }, problem: conflict(urgent) };
  },
  'ticket.notify': async (session, account) => {
    const { ref } = await knownPerson(session, account);
    const { stranger, known } = account;
    await write(session, { type: 'email.set', person: ref.id, at: 1, from: null, to: { address: stranger } });
    const { id } = await knownTicket(session, ref.id);
    const wanted = { type: 'ticket.notify', person: ref.id, ticket: id, from: null, to: stranger } as const;
    return { wanted, refused: { ...wanted, from: known.address }, problem: conflict(null) };
  },
};

/** What has no value to be wrong in can be refused for the person only. */
const withoutPerson = <C extends Change<'account.unlock'> | Change<'login.view'>>(wanted: C) => ({
  wanted,
  refused: { ...wanted, person: '999999999' },
  problem: { kind: 'missing' } as const,
});

/** Somebody who is about to be merged into the person who is known. */
async function merging(session: Session, account: Account) {
  const { ref } = await knownPerson(session, account);
  const made = await write(session, newcomer(account.stranger));
  const wanted = { type: 'person.hide', person: made.id, into: ref.id, from: false, to: true } as const;
  return { wanted, into: ref.id };
}

type MoveType = Extract<ChangeType, `${string}.move`>;

/** All of one kind goes to a newcomer; what is somebody else's does not. */
async function moving<T extends MoveType>(
  type: T,
  kind: keyof Belongings,
  session: Session,
  account: Account,
): Promise<{ wanted: MovingOf<T>; refused: MovingOf<T>; problem: Partial<Problem> }> {
  const { ref } = await knownPerson(session, account);
  const { id: to } = await write(session, newcomer(account.stranger));
  const items = there((await there(session.reads.belongings)(ref.id))[kind]);
  there(items[0]);
  const wanted = { type, person: ref.id, items, from: ref.id, to };
  return { wanted, refused: { ...wanted, person: to, from: to, to: ref.id }, problem: { kind: 'conflict' } };
}

interface MovingOf<T extends MoveType> {
  readonly type: T;
  readonly person: string;
  readonly items: readonly string[];
  readonly from: string;
  readonly to: string;
}

async function knownPerson(session: Session, { known }: Account): Promise<Person> {
  return there((await session.find(known.address))[0]).person;
}

async function knownNote(session: Session, person: string): Promise<Note> {
  const notes = await there(session.reads.notes)(person, { limit: 1 });
  return there(notes.items[0]);
}

async function knownTicket(session: Session, person: string): Promise<Ticket> {
  const tickets = await there(session.reads.tickets)(person, 'open', { limit: 1 });
  return there(tickets.items[0]);
}

export function there<Value>(value: Value): NonNullable<Value> {
  if (value === null || value === undefined) throw new Error('This server does not have what the sample needs');
  return value;
}
