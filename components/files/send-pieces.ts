import { PIECE } from '@/utils/actions/limits';
import type { Answer } from '@/utils/messages/protocol';
import { toBase64 } from '@/utils/people/base64';
import type { Problem } from '@/utils/problem';

export type SentPieces =
  | { readonly state: 'sent' }
  | { readonly state: 'stopped' }
  | { readonly state: 'unreadable' }
  | { readonly state: 'failed'; readonly problem: Problem };

interface Sending {
  readonly file: Blob;
  readonly send: (piece: { readonly index: number; readonly base64: string }) => Promise<Answer<null>>;
  /** 0 to 1, after each piece. */
  readonly told: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Hands a file to the background piece by piece, one at a time, so that neither side holds it twice. */
export async function sendPieces({ file, send, told, signal }: Sending): Promise<SentPieces> {
  for (let index = 0; index * PIECE < file.size; index += 1) {
    const bytes = await bytesOf(file.slice(index * PIECE, (index + 1) * PIECE));
    if (signal.aborted) return { state: 'stopped' };
    if (bytes === null) return { state: 'unreadable' };
    const answer = await send({ index, base64: toBase64(bytes) });
    if (!answer.ok) return { state: 'failed', problem: answer.problem };
    if (signal.aborted) return { state: 'stopped' };
    told(Math.min(1, ((index + 1) * PIECE) / file.size));
  }
  return { state: 'sent' };
}

/** null: the file was moved, changed or locked since it was chosen. */
export async function bytesOf(part: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await part.arrayBuffer());
  } catch {
    return null;
  }
}
