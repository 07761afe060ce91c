import type { AskBackground } from '@/utils/messages/protocol';
import type { Problem } from '@/utils/problem';

/** Bytes a message: 256 kB once written as base64. */
export const PIECE = 192 * 1024;
/** Bytes. 100,000 people are about 10 MB; more than this is not a list of people. */
export const LARGEST = 200 * 1024 * 1024;

export type Sent =
  | { readonly state: 'started' }
  | { readonly state: 'stopped' }
  | { readonly state: 'unreadable' }
  | { readonly state: 'failed'; readonly problem: Problem };

interface Sending {
  readonly ask: AskBackground;
  readonly file: File;
  readonly id: string;
  /** 0 to 1, after each piece. */
  readonly told: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Hands a file to the background piece by piece, one at a time, so that neither side holds it twice, and starts the import. */
export async function sendFile({ ask, file, id, told, signal }: Sending): Promise<Sent> {
  for (let index = 0; index * PIECE < file.size; index += 1) {
    const bytes = await read(file.slice(index * PIECE, (index + 1) * PIECE));
    if (signal.aborted) return { state: 'stopped' };
    if (bytes === null) return { state: 'unreadable' };
    const answer = await ask('import.piece', { id, index, base64: toBase64(bytes) });
    if (!answer.ok) return { state: 'failed', problem: answer.problem };
    if (signal.aborted) return { state: 'stopped' };
    told(Math.min(1, ((index + 1) * PIECE) / file.size));
  }
  const answer = await ask('import.start', { id, file: file.name });
  return answer.ok ? { state: 'started' } : { state: 'failed', problem: answer.problem };
}

/** null: the file was moved, changed or locked since it was chosen. */
async function read(part: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await part.arrayBuffer());
  } catch {
    return null;
  }
}

// In runs, since a call takes only so many arguments.
function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
