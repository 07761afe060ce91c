// A person with as much of everything as is asked for; the same rows whoever writes them.
import type { ActivityRow, ChargeRow, FileRow, LogRow, NoteRow, TicketRow } from '@/utils/connectors/local/schema';
import { addPerson, minute, own } from './rows';

interface Amounts {
  readonly tickets: number;
  readonly notes: number;
  /** Half of them changes, half what the person did. */
  readonly history: number;
}

type Fresh<Row> = Omit<Row, 'id'>;

interface HeavyRows {
  readonly tickets: readonly Fresh<TicketRow>[];
  readonly notes: readonly Fresh<NoteRow>[];
  readonly files: readonly Fresh<FileRow>[];
  readonly charges: readonly Fresh<ChargeRow>[];
  readonly changeLog: readonly Fresh<LogRow>[];
  readonly activity: readonly Fresh<ActivityRow>[];
}

const times = <Row>(count: number, row: (index: number) => Row): Row[] =>
  Array.from({ length: count }, (_, index) => row(index));

/** One ticket in five is open and one in fifty urgent; one note in ten stands beside a file on the profile. */
function heavyRows(person: number, name: string, { tickets, notes, history }: Amounts): HeavyRows {
  return {
    tickets: times(tickets, (index) => ({
      person,
      number: `${person}-${index}`,
      title: `Question ${index} of ${name}`,
      state: index % 5 === 0 ? 'waiting-us' : 'resolved',
      open: index % 5 === 0 ? 1 : 0,
      ...(index % 50 === 0 ? { urgent: 1 } : {}),
      createdAt: minute(index),
      updatedAt: minute(index + 60),
    })),
    notes: times(notes, (index) => ({
      person,
      author: index % 2 === 0 ? 'Jonas Wirth' : '',
      text: `Note ${index} on ${name}`,
      createdAt: minute(index),
    })),
    files: times(notes / 10, (index) => ({
      person,
      profile: person,
      name: `order-${index}.pdf`,
      size: 1_000 + index,
      type: 'application/pdf',
      createdAt: minute(index),
    })),
    charges: times(20, (index) => ({ person, at: minute(index), text: `Call ${index}`, seconds: 600 })),
    changeLog: times(history / 2, (index) => ({
      person,
      at: minute(2 * index),
      by: index % 2 === 0 ? 'Jonas Wirth' : '',
      field: 'summary',
      from: `Before, ${index}`,
      to: `After, ${index} of ${name}`,
    })),
    activity: times(history / 2, (index) => ({
      person,
      at: minute(2 * index + 1),
      what: 'signed-in',
      detail: 'Firefox on Windows',
    })),
  };
}

/** Adds such a person to the own book. Gives the id. */
export async function fillHeavy(
  amounts: Amounts,
  name = `Heavy ${amounts.tickets}`,
  address?: string,
): Promise<number> {
  const known = address === undefined ? {} : { keys: [address], emails: [{ address, primary: true }] };
  const person = await addPerson(name, known);
  for (const [table, rows] of Object.entries(heavyRows(person, name, amounts))) await own().table(table).bulkAdd(rows);
  return person;
}
