import type { Change, ChangeType, Made, Stamp } from '@/utils/changes/types';
import type { Writes } from '@/utils/connectors/types';
import { ProblemError, toProblem } from '@/utils/problem';
import { clearBin } from './bin';
import { createPerson } from './create';
import type { BookDatabase } from './database';
import { deletePerson } from './delete';
import { erasePerson } from './erase';
import type { Write } from './write';
import { setEnabled } from './write-account';
import { setAddress, setPrimary } from './write-address';
import { banAddress } from './write-ban';
import { setContact, setCustom } from './write-field';
import { addFile, removeFile } from './write-file';
import { hidePerson } from './write-hide';
import { setGroup, setLabel } from './write-label';
import { setMembership } from './write-membership';
import { moveActivity, moveCharges, moveChats, moveFiles, moveNotes, moveTickets } from './write-move';
import { addNote, removeNote, setNote } from './write-note';
import { setValue } from './write-person';
import { createTicket, deleteTicket, setTicketNotify, setTicketState, setTicketUrgent } from './write-ticket';

/** Everything that can be written into a book: each in one transaction, which a full disk too leaves without a trace. */
export function bookWrites(database: BookDatabase, connection: string): Writes {
  const by =
    <T extends ChangeType>(write: Write<T>) =>
    async (change: Change<T>, stamp: Stamp): Promise<Made> => {
      await tidy(database);
      try {
        return await write({ database, connection, change, stamp });
      } catch (cause) {
        const problem = toProblem(cause);
        if (problem.kind !== 'storage-full') throw cause;
        throw new ProblemError({ ...problem, connection, call: change.type }, { cause });
      }
    };
  return {
    'person.create': by(createPerson),
    'person.delete': by(deletePerson),
    'person.erase': by(erasePerson),
    'person.hide': by(hidePerson),
    'account.enable': by(setEnabled),
    'address.ban': by(banAddress),
    'ticket.move': by(moveTickets),
    'note.move': by(moveNotes),
    'file.move': by(moveFiles),
    'charge.move': by(moveCharges),
    'chat.move': by(moveChats),
    'activity.move': by(moveActivity),
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
    'file.add': by(addFile),
    'file.remove': by(removeFile),
    'ticket.create': by(createTicket),
    'ticket.delete': by(deleteTicket),
    'ticket.state': by(setTicketState),
    'ticket.urgent': by(setTicketUrgent),
    'ticket.notify': by(setTicketNotify),
  };
}

/** Books whose bin was looked at since the background started. */
const tidied = new Set<BookDatabase>();

async function tidy(database: BookDatabase): Promise<void> {
  if (tidied.has(database)) return;
  tidied.add(database);
  // No reason to refuse a write: it is tried again at the next start.
  await clearBin(database).catch(() => undefined);
}
