import { charges } from './sample/billing';
import { sampleFile, typeOf } from './sample/files';
import { activity, changeLog, chats, signIns } from './sample/history';
import { notes } from './sample/notes';
import { when } from './sample/when';
import { personId } from './sample-people';
import type {
  ActivityRow,
  BlobRow,
  ChargeRow,
  ChatRow,
  FileRow,
  LogRow,
  NoteRow,
  SignInRow,
  TicketRow,
} from './schema';

/** What was written, charged, said and seen; `tickets` are the rows that numbers point at. */
export function sampleHistory(now: Date, tickets: readonly TicketRow[]) {
  const files: FileRow[] = [];
  const blobs: BlobRow[] = [];
  const ticket = (number: number | undefined): { ticket?: number } => {
    const row = tickets.find((one) => one.number === String(number));
    return row === undefined ? {} : { ticket: row.id };
  };
  const noteRows = notes.map((note, index): NoteRow => {
    const person = personId(note.person);
    const createdAt = when(note.at, now);
    const ids = (note.files ?? []).map(({ name, size }) => {
      const id = files.length + 1;
      files.push({ id, person, name, size, type: typeOf(name), createdAt });
      blobs.push({ id, content: sampleFile(name, size) });
      return id;
    });
    return {
      id: index + 1,
      person,
      author: note.author,
      text: note.text,
      createdAt,
      ...(ids.length === 0 ? {} : { files: ids }),
    };
  });
  return {
    notes: noteRows,
    files,
    blobs,
    charges: charges.map(
      ({ person, ticket: number, at, text, minutes, amount }, index): ChargeRow => ({
        id: index + 1,
        person: personId(person),
        at: when(at, now),
        text,
        seconds: minutes * 60,
        amount,
        currency: 'EUR',
        ...ticket(number),
      }),
    ),
    chats: chats.map((chat, index): ChatRow => {
      const start = new Date(when(chat.at, now)).getTime();
      const later = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
      return {
        id: index + 1,
        person: personId(chat.person),
        agent: personId(chat.agent),
        at: later(0),
        endedAt: later(chat.minutes),
        subject: chat.subject,
        lines: chat.lines.map(([by, text], line) => ({ by, at: later(line), text })),
      };
    }),
    changeLog: changeLog.map(
      ({ person, at, ...rest }, index): LogRow => ({
        id: index + 1,
        person: personId(person),
        at: when(at, now),
        ...rest,
      }),
    ),
    activity: activity.map(
      ({ person, at, ticket: number, ...rest }, index): ActivityRow => ({
        id: index + 1,
        person: personId(person),
        at: when(at, now),
        ...rest,
        ...ticket(number),
      }),
    ),
    signIns: signIns.map(
      ({ person, at, ...rest }, index): SignInRow => ({
        id: index + 1,
        person: personId(person),
        at: when(at, now),
        ...rest,
      }),
    ),
  };
}
