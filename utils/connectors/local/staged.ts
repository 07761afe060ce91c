// Files on their way onto a note or a profile: handed over in pieces before the write that is to keep them. A database
// of its own, so that neither book ever holds a byte that belongs to nothing.

import { Dexie, type Table } from 'dexie';
import { LARGEST_FILE } from '@/utils/people/file-rules';
import { ProblemError, toProblem } from '@/utils/problem';
import { databaseExists } from './exists';
import { pieceBytes } from './piece-bytes';
import type { Piece } from './pieces';

interface StagedPiece {
  readonly id: string;
  readonly index: number;
  readonly at: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const NAME = 'sidecard-staged';
/** What nobody came for within a day, nobody comes for any more. */
const KEPT = 24 * 60 * 60_000;
const CALL = 'file.piece';

const opened = new Map<string, Table<StagedPiece, [string, number]>>();

function staged(): Table<StagedPiece, [string, number]> {
  const there = opened.get(NAME);
  if (there !== undefined) return there;
  const database = new Dexie(NAME, { chromeTransactionDurability: 'relaxed', cache: 'disabled' });
  database.version(1).stores({ pieces: '[id+index], at' });
  const table = database.table<StagedPiece, [string, number]>('pieces');
  opened.set(NAME, table);
  return table;
}

const piecesOf = (id: string) => staged().where('[id+index]').between([id, Dexie.minKey], [id, Dexie.maxKey]);

/**
 * Keeps a piece of a file, numbered from 0, until all that it was for is done or a day is over. Fails with `invalid`
 * for what is not base64 or would make the file larger than files may be, with `storage-full`.
 */
export async function stageFile({ id, index, base64 }: Piece): Promise<void> {
  const bytes = pieceBytes(base64, CALL);
  // Each piece but the last has the same size: the place of this one tells how much came before it.
  if ((index + 1) * bytes.length > LARGEST_FILE)
    throw new ProblemError({ kind: 'invalid', call: CALL, detail: 'a file that is too large' });
  try {
    await staged().put({ id, index, at: new Date().toISOString(), bytes });
  } catch (cause) {
    const problem = toProblem(cause);
    throw problem.kind === 'storage-full' ? new ProblemError({ ...problem, call: CALL }, { cause }) : cause;
  }
}

/** The bytes handed over under `id`, in order; null if a piece is missing, none came, or they are too many. */
export async function readStagedFile(id: string): Promise<readonly Uint8Array<ArrayBuffer>[] | null> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const count = { bytes: 0, pieces: await piecesOf(id).count() };
  for (let index = 0; index < count.pieces; index += 1) {
    const piece = await staged().get([id, index]);
    count.bytes += piece?.bytes.length ?? 0;
    if (piece === undefined || count.bytes > LARGEST_FILE) return null;
    pieces.push(piece.bytes);
  }
  return pieces.length === 0 ? null : pieces;
}

/** Forgets what was handed over under `id`: it was taken, or is not wanted any more. */
export async function dropStagedFile(id: string): Promise<void> {
  await piecesOf(id).delete();
}

/**
 * At the background's start: forgets files that nobody came for within a day, but for those in `keep`, which wait for a
 * network. Gives the number of pieces.
 */
export async function clearStagedFiles(now = new Date(), keep: readonly string[] = []): Promise<number> {
  // Nothing was ever handed over: no database is made to find that out.
  if (!(await databaseExists(NAME))) return 0;
  return staged()
    .where('at')
    .below(new Date(now.getTime() - KEPT).toISOString())
    .filter(({ id }) => !keep.includes(id))
    .delete();
}
