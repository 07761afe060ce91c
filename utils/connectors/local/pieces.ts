import { Dexie } from 'dexie';
import { ProblemError } from '@/utils/problem';
import type { BookDatabase } from './database';
import { pieceBytes } from './piece-bytes';

export interface Piece {
  /** The import it belongs to. */
  readonly id: string;
  /** From 0. */
  readonly index: number;
  readonly base64: string;
}

/** Keeps a piece of a file until its import is started. Fails with `invalid` for what is not base64. */
export async function keepPiece(database: BookDatabase, { id, index, base64 }: Piece): Promise<void> {
  await database.importPieces.put({ import: id, index, bytes: pieceBytes(base64, 'import') });
}

export function countPieces(database: BookDatabase, id: string): PromiseLike<number> {
  return piecesOf(database, id).count();
}

/** One after the other, so that a large file is never in memory whole. Stops with the signal's reason. */
export async function* readPieces(
  database: BookDatabase,
  id: string,
  count: number,
  signal: AbortSignal,
  tell?: (done: number) => void,
): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index += 1) {
    signal.throwIfAborted();
    const piece = await database.importPieces.get([id, index]);
    if (piece === undefined)
      throw new ProblemError({ kind: 'invalid', call: 'import', detail: `piece ${index} is missing` });
    yield piece.bytes;
    tell?.(index + 1);
  }
}

export async function dropPieces(database: BookDatabase, id: string): Promise<void> {
  await piecesOf(database, id).delete();
}

/** Drops the pieces of all files but those of the imports named. */
export async function dropPiecesBut(database: BookDatabase, imports: readonly string[]): Promise<void> {
  for (let after: unknown = Dexie.minKey; ; ) {
    const next = await database.importPieces.where('[import+index]').above([after, Dexie.maxKey]).first();
    if (next === undefined) return;
    if (!imports.includes(next.import)) await dropPieces(database, next.import);
    after = next.import;
  }
}

function piecesOf(database: BookDatabase, id: string) {
  return database.importPieces.where('[import+index]').between([id, Dexie.minKey], [id, Dexie.maxKey]);
}
