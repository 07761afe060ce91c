// A person with as much of everything as is asked for; the same rows whoever writes them.
import type { ActivityRow, ChargeRow, FileRow, LogRow, NoteRow, TicketRow } from '@/utils/connectors/local/schema';
import { addPerson, minute, own } from './rows';

export interface Amounts {
  readonly tickets: number;
  readonly notes: number;
  /** Half of them changes, half what the person did. */
  readonly history: number;
}

type Fresh<Row> = Omit<Row, 'id'>;

export interface HeavyRows {
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
export function heavyRows(person: number, { tickets, notes, history }: Amounts): HeavyRows {
  return {
    tickets: times(tickets, (index) => ({
      person,
      number: `${person}-${index}`,
      title: `Question ${index} about an order that did not come`,
      state: index % 5 === 0 ? 'waiting-us' : 'resolved',
      open: index % 5 === 0 ? 1 : 0,
      ...(index % 50 === 0 ? { urgent: 1 } : {}),
      createdAt: minute(index),
      updatedAt: minute(index + 60),
    })),
    notes: times(notes, (index) => ({
      person,
      author: index % 2 === 0 ? 'Jonas Wirth' : '',
      text: `Note ${index}: called about the order, will call again.`,
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
      from: `Summary ${index}`,
      to: `Summary ${index + 1}`,
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
export async function fillHeavy(amounts: Amounts): Promise<number> {
  const person = await addPerson(`Heavy ${amounts.tickets}`);
  for (const [table, rows] of Object.entries(heavyRows(person, amounts))) await own().table(table).bulkAdd(rows);
  return person;
}
