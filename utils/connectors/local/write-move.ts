// What belongs to one person goes to another, all of it or nothing, and each thing stays as it was but for whose it is.

import { Dexie, type Table } from 'dexie';
import type { Made } from '@/utils/changes/types';
import { replacing } from './counts';
import { writeLog } from './log';
import { checkReturn } from './merged';
import { toId } from './person';
import type { ActivityRow, BinRow, ChargeRow, ChatRow, FileRow, NoteRow, SignInRow, TicketRow } from './schema';
import { type Job, refusal, type Write } from './write';

type MoveType = 'ticket.move' | 'note.move' | 'file.move' | 'charge.move' | 'chat.move' | 'activity.move';

/** Whose they were and whose they are to be; `back`: to somebody hidden, who is about to return. */
interface Way {
  readonly from: number;
  readonly to: number;
  readonly back: boolean;
}

export const moveTickets: Write<'ticket.move'> = (job) => {
  const { tickets } = job.database;
  return move(job, 'ticket', [tickets], async (way) => {
    await carry<TicketRow>(job, tickets, idsOf(job, job.change.items), way, '[person+updatedAt]');
  });
};

export const moveCharges: Write<'charge.move'> = (job) => {
  const { charges } = job.database;
  return move(job, 'charge', [charges], async (way) => {
    await carry<ChargeRow>(job, charges, idsOf(job, job.change.items), way, '[person+at]');
  });
};

export const moveChats: Write<'chat.move'> = (job) => {
  const { chats } = job.database;
  return move(job, 'chat', [chats], async (way) => {
    await carry<ChatRow>(job, chats, idsOf(job, job.change.items), way, '[person+at]');
  });
};

/** Ids of what they did begin with `a`, those of their sign-ins with `s`. */
export const moveActivity: Write<'activity.move'> = (job) => {
  const { activity, signIns } = job.database;
  const ids = (letter: string): readonly string[] =>
    job.change.items.filter((item) => item.startsWith(letter)).map((item) => item.slice(1));
  return move(job, 'activity', [activity, signIns], async (way) => {
    const known = [...ids('a'), ...ids('s')];
    if (known.length < job.change.items.length) throw notTheirs(job, 'activity');
    await carry<ActivityRow>(job, activity, idsOf(job, ids('a')), way, '[person+at]');
    await carry<SignInRow>(job, signIns, idsOf(job, ids('s')), way, '[person+at]');
  });
};

/** With their files; what is kept to take an edit or a removal back goes along. */
export const moveNotes: Write<'note.move'> = (job) => {
  const { notes, files, bin } = job.database;
  return move(job, 'note', [notes, files, bin], async (way) => {
    const ids = idsOf(job, job.change.items);
    const binned = await carryBinned(job, 'note', ids, way);
    const moved = await carry<NoteRow>(job, notes, without(ids, binned), way, '[person+createdAt]');
    const attached = moved.flatMap((note) => note.files ?? []);
    await carry<FileRow>(job, files, attached, way, null);
    const texts = new Set(moved.map(({ id }) => `text:${id}`));
    const kept = await bin.where('person').equals(way.from).toArray();
    await bin.bulkPut(kept.flatMap((row) => (texts.has(row.key) ? [{ ...row, person: way.to }] : [])));
  });
};

/** Those on the profile. */
export const moveFiles: Write<'file.move'> = (job) => {
  const { files, bin } = job.database;
  return move(job, 'file', [files, bin], async (way) => {
    const ids = idsOf(job, job.change.items);
    const binned = await carryBinned(job, 'file', ids, way);
    await carry<FileRow>(job, files, without(ids, binned), way, '[profile+createdAt]', {
      theirs: ({ profile }) => profile === way.from,
      as: (file) => ({ ...file, person: way.to, profile: way.to }),
    });
  });
};

/**
 * In one transaction, for people who are there or hidden: those whom a merge takes away have their things moved after
 * they are hidden, and get them back before they return. Fails with `missing` without one of them, and with `conflict`
 * where something is not theirs any more, or where who is hidden could not return.
 */
async function move(
  job: Job<MoveType>,
  which: string,
  tables: readonly Table[],
  step: (way: Way) => Promise<void>,
): Promise<Made> {
  const { people, merged, changeLog, touched } = job.database;
  return job.database.transaction('rw', [people, merged, changeLog, touched, ...tables], async () => {
    const { change } = job;
    const [about, from, to] = await Promise.all([
      whoIs(job, change.person ?? ''),
      whoIs(job, change.from),
      whoIs(job, change.to),
    ]);
    const made = { id: String(to.id), version: String(to.row.revision) };
    if (about.id !== from.id) throw refusal(job, 'invalid', { detail: 'of somebody else' });
    if (from.id === to.id || change.items.length === 0) return made;
    const back = to.hidden?.into === from.id;
    if (to.hidden !== null && !back) throw refusal(job, 'conflict', { detail: to.row.name });
    if (to.hidden !== null) await checkReturn(job, to.hidden);
    await step({ from: from.id, to: to.id, back });
    const count = String(new Set(change.items).size);
    for (const [end, said] of [[from, { from: count, to: null }] as const, [to, { from: null, to: count }] as const]) {
      if (end.hidden === null) await writeLog(job, end.id, { field: 'moved', which, ...said }, made);
      // Search knows of tickets by their number, and how many are open.
      await touched.add({ person: end.id });
    }
    return made;
  });
}

async function whoIs(job: Job, text: string) {
  const { people, merged } = job.database;
  const id = toId(text) ?? 0;
  const [there, hidden] = await Promise.all([people.get(id), merged.get(id)]);
  const row = there ?? hidden?.row;
  if (row === undefined) throw refusal(job, 'missing', { detail: 'person' });
  return { id, row, hidden: hidden ?? null };
}

/** From so many on, those of one person are read together: one by one each costs as much as ten. */
const MANY = 50;

interface Rows<Row> {
  where(index: string): {
    between(
      lower: readonly unknown[],
      upper: readonly unknown[],
    ): { count(): PromiseLike<number>; toArray(): PromiseLike<readonly Row[]> };
  };
  bulkGet(ids: number[]): PromiseLike<readonly (Row | undefined)[]>;
  bulkPut(rows: readonly Row[]): PromiseLike<unknown>;
}

interface Owned {
  readonly id: number;
  readonly person: number;
}

/** `index`: of the rows of one person, if there is one. Gives the rows as they are now. On the way back what is gone for good is no reason to keep the rest. */
async function carry<Row extends Owned>(
  job: Job,
  table: Rows<Row>,
  ids: readonly number[],
  { from, to, back }: Way,
  index: string | null,
  {
    theirs = ({ person }) => person === from,
    as = (row) => ({ ...row, person: to }),
  }: { theirs?(row: Row): boolean; as?(row: Row): Row } = {},
): Promise<readonly Row[]> {
  if (ids.length === 0) return [];
  const there = await read(table, ids, from, index);
  if (!there.every(theirs) || (!back && there.length < ids.length)) throw notTheirs(job, 'not all is theirs');
  const moved = there.map((row) => replacing(row, as(row)));
  await table.bulkPut(moved);
  return moved;
}

/** In the order of the ids, without those that are not there. */
async function read<Row extends Owned>(
  table: Rows<Row>,
  ids: readonly number[],
  from: number,
  index: string | null,
): Promise<readonly Row[]> {
  if (index !== null && ids.length >= MANY) {
    const list = () => table.where(index).between([from, Dexie.minKey], [from, Dexie.maxKey]);
    // To be sorted out of ten times as many they would be read in vain.
    if ((await list().count()) <= 4 * ids.length) {
      const rows = new Map((await list().toArray()).map((row) => [row.id, row]));
      if (ids.every((id) => rows.has(id))) return ids.flatMap((id) => rows.get(id) ?? []);
    }
  }
  return (await table.bulkGet([...ids])).filter((row) => row !== undefined);
}

/** What was taken away since comes back to whose it is, if it does. Gives the ids of those. */
async function carryBinned(
  job: Job,
  kind: 'note' | 'file',
  ids: readonly number[],
  { from, to }: Way,
): Promise<readonly number[]> {
  const { bin } = job.database;
  const wanted = new Set(ids.map((id) => `${kind}:${id}`));
  const rows = (await bin.where('person').equals(from).toArray()).filter(({ key }) => wanted.has(key));
  const moved = rows.flatMap((row): readonly BinRow[] => {
    if (row.kind === 'file') return [{ ...row, person: to, file: { ...row.file, person: to, profile: to } }];
    if (row.kind !== 'note') return [];
    const files = row.files.map((file) => ({ ...file, person: to }));
    return [{ ...row, person: to, note: { ...row.note, person: to }, files }];
  });
  await bin.bulkPut([...moved]);
  return moved.map((row) => (row.kind === 'note' ? row.note.id : row.kind === 'file' ? row.file.id : 0));
}

function idsOf(job: Job, items: readonly string[]): readonly number[] {
  const ids = items.map(toId).filter((id) => id !== null);
  if (ids.length < items.length) throw notTheirs(job, 'no id');
  return [...new Set(ids)];
}

const without = (ids: readonly number[], others: readonly number[]): readonly number[] =>
  ids.filter((id) => !others.includes(id));

const notTheirs = (job: Job, detail: string) => refusal(job, 'conflict', { detail });
