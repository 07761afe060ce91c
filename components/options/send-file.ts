import { type SentPieces, sendPieces } from '@/components/files/send-pieces';
import type { AskBackground } from '@/utils/messages/protocol';

/** Bytes. 100,000 people are about 10 MB; more than this is not a list of people. */
export const LARGEST = 200 * 1024 * 1024;

export type Sent = Exclude<SentPieces, { readonly state: 'sent' }> | { readonly state: 'started' };

interface Sending {
  readonly ask: AskBackground;
  readonly file: File;
  readonly id: string;
  /** 0 to 1, after each piece. */
  readonly told: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Hands a file of people to the background and starts its import. */
export async function sendFile({ ask, file, id, told, signal }: Sending): Promise<Sent> {
  const sent = await sendPieces({ file, send: (piece) => ask('import.piece', { id, ...piece }), told, signal });
  if (sent.state !== 'sent') return sent;
  const answer = await ask('import.start', { id, file: file.name });
  return answer.ok ? { state: 'started' } : { state: 'failed', problem: answer.problem };
}
