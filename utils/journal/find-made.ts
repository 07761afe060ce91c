// Connections that keep no stamps are looked through for what a change was to make. Only what is newer than the
// user's click counts, so that an older note of the same words is not taken for it.

import type { Change, Made, Stamp } from '@/utils/changes/types';
import type { Session } from '@/utils/connectors/types';
import type { FileRef, Note, Ticket } from '@/utils/people/types';
import { toProblem } from '@/utils/problem';
import { findActed } from './find-acted';
import type { Settled } from './types';

const NEWEST = { limit: 200 };
/** How far a server's clock may go behind ours, in ms. */
const CLOCKS = 5 * 60 * 1000;

const made = (id: string, version = ''): Settled => ({ state: 'made', made: { id, version } satisfies Made });
const NOT: Settled = { state: 'not-made' };

/** What became of a change to something that stands in a list of its own, or to the record as a whole. */
export async function findMade(session: Session, change: Change, stamp: Stamp): Promise<Settled> {
  const recent = ({ createdAt }: { readonly createdAt?: string }): boolean =>
    createdAt === undefined || Date.parse(createdAt) >= Date.parse(stamp.at) - CLOCKS;
  const person = change.person ?? '';
  switch (change.type) {
    case 'person.create': {
      const [address] = change.draft.addresses;
      const found = address === undefined ? [] : await session.find(address);
      const there = found.find((one) => one.person.name === change.draft.name && recent(one.person));
      return there ? made(there.person.ref.id, there.person.version) : NOT;
    }
    case 'person.delete':
    case 'person.erase':
      return gone(session, person);
    case 'note.add': {
      const there = (await notesOf(session, person)).find((one) => one.text === change.text && recent(one));
      return there ? made(there.id) : NOT;
    }
    case 'note.set': {
      const there = (await notesOf(session, person)).find(({ id }) => id === change.note);
      return compared(change.note, there?.text, change);
    }
    case 'note.remove': {
      const there = (await notesOf(session, person)).some(({ id }) => id === change.note.id);
      return there ? NOT : made(change.note.id);
    }
    case 'file.add': {
      const wanted = change.file ?? change.again;
      const there = (await filesOf(session, person)).find(
        (one) => one.name === wanted?.name && one.size === wanted.size && recent(one),
      );
      return there ? made(there.id) : NOT;
    }
    case 'file.remove': {
      const there = (await filesOf(session, person)).some(({ id }) => id === change.file.id);
      return there ? NOT : made(change.file.id);
    }
    case 'ticket.create': {
      const there = (await ticketsOf(session, person)).find((one) => one.title === change.title && recent(one));
      return there ? made(there.id, there.updatedAt) : NOT;
    }
    case 'ticket.delete': {
      const there = (await ticketsOf(session, person)).some(({ id }) => id === change.ticket);
      return there ? NOT : made(change.ticket);
    }
    case 'ticket.state':
      return compared(change.ticket, (await ticketOf(session, person, change.ticket))?.state, change);
    case 'ticket.urgent':
      return compared(change.ticket, (await ticketOf(session, person, change.ticket))?.urgent, change);
    case 'ticket.notify': {
      const there = await ticketOf(session, person, change.ticket);
      return compared(change.ticket, there && (there.notifies ?? null), change);
    }
    default:
      return findActed(session, change);
  }
}

/** What is not there at all is sent again: the connection then says that it is missing. */
function compared(id: string, now: unknown, { from, to }: { readonly from: unknown; readonly to: unknown }): Settled {
  if (now === to) return made(id);
  return now === from || now === undefined ? NOT : { state: 'else', theirs: now };
}

async function gone(session: Session, id: string): Promise<Settled> {
  try {
    await session.get(id);
    return NOT;
  } catch (error) {
    if (toProblem(error).kind === 'missing') return made(id);
    throw error;
  }
}

const notesOf = async ({ reads }: Session, id: string): Promise<readonly Note[]> =>
  (await reads.notes?.(id, NEWEST))?.items ?? [];

const filesOf = async ({ reads }: Session, id: string): Promise<readonly FileRef[]> =>
  (await reads.files?.(id, NEWEST))?.items ?? [];

const ticketsOf = async ({ reads }: Session, id: string): Promise<readonly Ticket[]> => {
  const parts = await Promise.all([reads.tickets?.(id, 'open', NEWEST), reads.tickets?.(id, 'resolved', NEWEST)]);
  return parts.flatMap((part) => part?.items ?? []);
};

const ticketOf = async (session: Session, person: string, id: string): Promise<Ticket | undefined> =>
  (await ticketsOf(session, person)).find((one) => one.id === id);
