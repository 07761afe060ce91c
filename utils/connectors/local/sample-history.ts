import { charges } from './sample/billing';
import { changeLog } from './sample/change-log';
import { chats } from './sample/chats';
import { sampleFile, typeOf } from './sample/files';
import { signIns } from './sample/history';
import { notes } from './sample/notes';
import { profileFiles } from './sample/profile-files';
import { when } from './sample/when';
import { sampleActivity } from './sample-activity';
import { personId } from './sample-people';
import type { BlobRow, ChargeRow, ChatRow, FileRow, LogRow, NoteRow, SignInRow, TicketRow } from './schema';

/** What was written, charged, said and seen; `tickets` are the rows that numbers point at. */
export function sampleHistory(now: Date, tickets: readonly TicketRow[]) {
  const files: FileRow[] = [];
  const blobs: BlobRow[] = [];
  const ticket = (number: number | undefined): { ticket?: number } => {
    const row = tickets.find((one) => one.number === String(number));
    return row === undefined ? {} : { ticket: row.id };
  };
  const keep = (row: Omit<FileRow, 'id' | 'type'>): number => {
    const id = files.length + 1;
    files.push({ id, type: typeOf(row.name), ...row });
    blobs.push({ id, content: sampleFile(row.name, row.size) });
    return id;
  };
  const noteRows = notes.map((note, index): NoteRow => {
    const person = personId(note.person);
    const createdAt = when(note.at, now);
    const ids = (note.files ?? []).map((file) => keep({ person, ...file, createdAt }));
    return {
      id: index + 1,
      person,
      author: note.author,
      text: note.text,
      createdAt,
      ...(ids.length === 0 ? {} : { files: ids }),
    };
  });
  for (const { person, at, ...file } of profileFiles) {
    keep({ person: personId(person), profile: personId(person), ...file, createdAt: when(at, now) });
  }
  return {
    notes: noteRows,
    files,
    blobs,
    charges: charges.map(
      ({ person, ticket: number, at, text, minutes, amount, currency = 'EUR' }, index): ChargeRow => ({
        id: index + 1,
        person: personId(person),
        at: when(at, now),
        text,
        ...(minutes === undefined ? {} : { seconds: minutes * 60 }),
        ...(amount === undefined ? {} : { amount, currency }),
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
    activity: sampleActivity(now, tickets),
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
