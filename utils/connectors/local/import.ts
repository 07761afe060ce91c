import type { ImportState } from '@/utils/connectors/told';
import { ProblemError } from '@/utils/problem';
import { FaultError } from './csv/fault';
import { type BookDatabase, bookDatabase } from './database';
import { checkFile, readDrafts } from './import-check';
import { claimImport, finish, reserveIds, takeBack } from './import-ranges';
import { writeFile } from './import-write';
import { startPace } from './pace';
import { countPieces, dropPiecesBut, keepPiece, type Piece, readPieces } from './pieces';

interface Job {
  readonly id: string;
  /** Its name, for display. */
  readonly file: string;
  /** Called at the start, at the end, and in between at most five times a second. */
  tell(progress: ImportState): void;
  readonly signal: AbortSignal;
}

/** A piece of a file on its way into the own book. With its first one, files that were left half sent are dropped. */
export async function stagePiece(piece: Piece): Promise<void> {
  const database = bookDatabase('own');
  sending.add(piece.id);
  if (piece.index === 0) await dropPiecesBut(database, [...running, piece.id]);
  await keepPiece(database, piece);
}

/** Drops files that were sent, whole or in part, and whose import was never started. */
export async function dropStaged(): Promise<void> {
  sending.clear();
  await dropPiecesBut(bookDatabase('own'), [...running]);
}

/**
 * Imports the staged file `id` into the own book: first the whole file is checked, then it is written. Whatever
 * ends it before (a fault, a stop, a full disk), nothing of it stays. Resolves with the last progress; fails only
 * with `conflict` while another import runs, and for faults of our own.
 */
export async function runImport(job: Job): Promise<ImportState> {
  const database = bookDatabase('own');
  await database.open();
  running.add(job.id);
  try {
    await claimImport(database, job);
    return await carryOut(database, job);
  } finally {
    running.delete(job.id);
    sending.delete(job.id);
  }
}

async function carryOut(database: BookDatabase, job: Job): Promise<ImportState> {
  const tell = teller(job);
  try {
    const last = await checkAndWrite(database, job, tell);
    await finish(database, job.id);
    return tell(last);
  } catch (error) {
    await takeBack(database, job.id);
    if (error instanceof FaultError) return tell({ state: 'failed', problem: error.fault });
    if (job.signal.aborted) return tell({ state: 'stopped' });
    tell({ state: 'failed' });
    throw error;
  }
}

/** What this background itself is at: everything else that is not finished was left by one before. */
const running = new Set<string>();
/** Files of which this background was sent a piece. */
const sending = new Set<string>();

/**
 * At start: takes back what a background that was killed left half done. One that runs
 * now is left alone. Gives the number of imports taken back.
 */
export async function settleImports(): Promise<number> {
  const database = bookDatabase('own');
  const ids = (await database.imports.toCollection().primaryKeys()).filter((id) => !running.has(id));
  for (const id of ids) await takeBack(database, id);
  // The first piece of a file may be what started this background.
  await dropPiecesBut(database, [...running, ...sending]);
  return ids.length;
}

type Tell = (news: Partial<ImportState>) => ImportState;

async function checkAndWrite(database: BookDatabase, job: Job, tell: Tell): Promise<Partial<ImportState>> {
  const { id, signal } = job;
  const pace = startPace();
  const total = await countPieces(database, id);
  if (total === 0) throw new ProblemError({ kind: 'missing', call: 'import', detail: 'no piece of the file is here' });
  tell({ total });
  const pieces = readPieces(database, id, total, signal, (done) => tell({ done }));
  const checked = await checkFile(database, pieces, pace);
  tell({ state: 'running', done: 0, total: checked.people, known: checked.known });
  const row = await reserveIds(database, id, { people: checked.people, organisations: checked.organisations.size });
  const drafts = readDrafts(readPieces(database, id, total, signal), pace);
  await writeFile({ database, row, checked, drafts, signal, tell: (done) => tell({ done }) });
  return { state: 'done', done: checked.people };
}

function teller(job: Job): Tell {
  const last: { told: ImportState; at: number } = {
    told: { id: job.id, file: job.file, state: 'checking', done: 0, total: 0, known: 0 },
    at: Number.NEGATIVE_INFINITY,
  };
  return (news) => {
    const told = { ...last.told, ...news };
    const changed = told.state !== last.told.state;
    last.told = told;
    const now = performance.now();
    if (changed || now - last.at >= 200) {
      last.at = now;
      job.tell(told);
    }
    return told;
  };
}
